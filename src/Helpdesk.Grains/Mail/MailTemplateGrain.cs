using Helpdesk.Contracts.Mail;
using Helpdesk.Domain.Mail;

namespace Helpdesk.Grains.Mail;

/// <summary>Loads a template, asks the rules, appends what follows.</summary>
internal sealed class MailTemplateGrain(
    IMailTemplates store, IMailTemplateEngine engine, TimeProvider time, ILogger<MailTemplateGrain> log)
    : AggregateGrain<MailTemplate, MailTemplateEvent>(store, time, log), IMailTemplateGrain
{
    protected override MailTemplate Unbegun => MailTemplate.Default;

    public Task<Result<MailTemplate>> Read(Caller caller, CancellationToken cancellation) => Ask<MailTemplate>(async () =>
        MailTemplateRules.Read(caller.ToMember()) is { } refusal ? refusal : await Load(cancellation) ?? MailTemplate.Default);

    public Task<Result<Outcome<MailTemplate>>> Write(
        Caller caller, CommandId id, string template, string language, MailSource source, int? version, CancellationToken cancellation) =>
        Carry(caller, id, version, present =>
            MailTemplateRules.Write(present, template, language, source, caller.ToMember(), engine), cancellation);

    public Task<Result<Outcome<MailTemplate>>> Reset(
        Caller caller, CommandId id, string template, string language, int? version, CancellationToken cancellation) =>
        Carry(caller, id, version, present => MailTemplateRules.Reset(present, template, language, caller.ToMember()), cancellation);

    private Task<Result<Outcome<MailTemplate>>> Carry(
        Caller caller, CommandId id, int? version, Func<MailTemplate?, Decision<MailTemplateEvent>> decide,
        CancellationToken cancellation) => Ask<Outcome<MailTemplate>>(async () =>
    {
        var result = await Execute(
            caller, id, (present, _) => version.IsStale(present?.Version ?? 0) ? FeedErrors.Stale : decide(present), cancellation);
        return result.Select(effect => effect.Outcome);
    });
}
