using Helpdesk.Contracts.TextModules;
using Helpdesk.Domain.TextModules;

namespace Helpdesk.Grains.TextModules;

/// <summary>Loads a municipality's text modules, asks the rules, appends what follows.</summary>
internal sealed class TextModulesGrain(ITextModules store, TimeProvider time, ILogger<TextModulesGrain> log)
    : AggregateGrain<TextModuleList, TextModuleEvent>(store, time, log), ITextModulesGrain
{
    protected override Guid Stream => TextModuleList.StreamOf(Tenant);

    protected override TextModuleList Unbegun => TextModuleList.None;

    public Task<Result<TextModuleList>> List(Caller caller, CancellationToken cancellation) => Ask<TextModuleList>(async () =>
        TextModuleRules.Read(caller.ToMember()) is { } refusal ? refusal : await Load(cancellation) ?? TextModuleList.None);

    public Task<Result<TextModule>> Read(Caller caller, Guid id, CancellationToken cancellation) =>
        Ask(async () => TextModuleRules.Found(await Load(cancellation), id, version: null, caller.ToMember()));

    public Task<Result<Outcome<TextModule>>> Add(
        Caller caller, CommandId id, TextModuleChoice choice, CancellationToken cancellation)
    {
        var made = CommandId.Derive($"{id.Id:D}|text-module");
        return Tell(made, Execute(
            caller, id, (present, _) => TextModuleRules.Add(present, made, choice, caller.ToMember()), cancellation));
    }

    public Task<Result<Outcome<TextModule>>> Change(
        Caller caller, CommandId id, Guid module, TextModuleChoice choice, int? version, CancellationToken cancellation) =>
        Tell(module, Execute(
            caller, id, (present, _) => TextModuleRules.Change(present, module, version, choice, caller.ToMember()), cancellation));

    public Task<Result<Outcome<TextModuleList>>> Remove(
        Caller caller, CommandId id, Guid module, int? version, CancellationToken cancellation) => Ask<Outcome<TextModuleList>>(async () =>
    {
        var result = await Execute(
            caller, id, (present, _) => TextModuleRules.Remove(present, module, version, caller.ToMember()), cancellation);
        return result.Select(effect => effect.Outcome);
    });

    private Task<Result<Outcome<TextModule>>> Tell(Guid module, Task<Result<Effect<TextModuleList, TextModuleEvent>>> act) =>
        Ask<Outcome<TextModule>>(async () =>
            (await act).Select(effect => new Outcome<TextModule>(effect.State.Find(module)!, effect.Replayed)));
}
