using System.Collections.Immutable;
using Helpdesk.Domain.People;

namespace Helpdesk.Grains.People;

/// <summary>Many people from one file: a command that is made of steps, one for each line that has something to do.</summary>
public sealed partial class PeopleGrain
{
    public async Task<Result<Outcome<ImmutableArray<ImportItem>>>> Import(
        Caller caller, CommandId id, ImportPeople command, CancellationToken cancellation)
    {
        try
        {
            return command.IsDryRun
                ? (await Plan(caller, id, command, cancellation)).Select(items => new Outcome<ImmutableArray<ImportItem>>(items, false))
                : await SteppedPath.Execute(
                    commands, Tenant, id, () => Plan(caller, id, command, cancellation),
                    items => CarryAll(caller, id, PeopleImport.Steps(items, command), cancellation), cancellation);
        }
        catch (StorageException unreachable)
        {
            LogUnreachable(log, Tenant.Value, unreachable);
            return FeedErrors.Of(unreachable);
        }
    }

    private async Task<Result<ImmutableArray<ImportItem>>> Plan(
        Caller caller, CommandId id, ImportPeople command, CancellationToken cancellation)
    {
        var keys = command.Lines.Select(line => EmailAddress.Parse(line.Email)).Where(email => email.IsOk)
            .Select(email => email.Value.Key).ToHashSet();
        var externalIds = command.Lines.Select(line => line.ExternalId).OfType<string>().ToHashSet();
        var crowd = await store.LoadMany(Tenant, keys, externalIds, caller.Account, cancellation);
        return PeopleCommand.MemberNow(Tenant, caller, crowd.Actor).Then(by => PeopleImport.Plan(
            by, crowd.People, crowd.Found, command, key => new(CommandId.Derive($"{Tenant}|{id.Id}|{key}")), time.Now()));
    }

    private async Task<Error?> CarryAll(Caller caller, CommandId id, IEnumerable<ImportStep> steps, CancellationToken cancellation)
    {
        foreach (var step in steps)
        {
            if (await Carry(caller, id, step, cancellation) is { } refusal)
                return refusal;
        }

        return null;
    }

    // Each line is a command of its own, with an id that follows from the file's: what was done is not done again. Null: done.
    private async Task<Error?> Carry(Caller caller, CommandId id, ImportStep step, CancellationToken cancellation) => step switch
    {
        ImportStep.Invite { Invitation: var who } => (await Execute(
            caller, id.Step($"invite {who.Email.Key}"), actor => store.Load(Tenant, who.Email, actor, cancellation),
            (by, found, now) => PeopleRules.Invite(by, found.People, found.Target, who, now).Select(WithInvitation), cancellation)).Refusal,
        ImportStep.Update { Revision: var revision } => (await OnMember(
            caller, id.Step($"update {step.Account}"), step.Account, null,
            (by, found, target, now) => PeopleRules.Revise(by, found.People, target, revision, now).Select(Plain), cancellation)).Refusal,
        _ => null,
    };
}
