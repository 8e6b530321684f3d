using Helpdesk.Contracts.Templates;
using Helpdesk.Contracts.Tenants;
using Helpdesk.Domain.Templates;
using Helpdesk.Domain.Tenants;
using Helpdesk.Grains.Hosting.Calls;

namespace Helpdesk.Grains.Templates;

/// <summary>
/// What the tenant works by is written before the tenant itself: should a step be refused, there is no tenant, and nobody ever sees what
/// was written for it. Its flags come last, since they are judged by what is known of the tenant.
/// </summary>
public sealed partial class TenantFoundingGrain(
    ITenantTemplates templates, ITenantDirectory directory, TenantPasses passes, ISteppedCommands commands,
    ILogger<TenantFoundingGrain> log)
    : Grain, ITenantFoundingGrain
{
    private TenantId Tenant => new(GrainKeys.IdOf(this.GetPrimaryKeyString()));

    public async Task<Result<Outcome<Tenant>>> Found(
        Caller caller, CommandId id, CreateTenant command, string? template, CancellationToken cancellation)
    {
        var founder = caller with { Tenant = Tenant };
        try
        {
            Outcome<Tenant>? made = null;
            var founded = await SteppedPath.Execute(
                commands, Tenant, id, () => Plan(founder, command, template, cancellation), async content =>
                {
                    var written = await Write(founder, id, command, content, cancellation);
                    return written.Refused(out var refusal, out made) ? refusal : null;
                }, cancellation);
            if (founded.Refused(out var why, out var done))
                return why;
            return made ?? await Create(founder, id, command, done.State, cancellation);
        }
        catch (StorageException unreachable)
        {
            LogUnreachable(log, Tenant.Value, unreachable);
            return FeedErrors.Of(unreachable);
        }
    }

    private async Task<Result<TemplateContent>> Plan(
        Caller founder, CreateTenant command, string? template, CancellationToken cancellation)
    {
        var content = template is null ? new() : (await templates.Find(template, cancellation))?.Content;
        if (content is null)
            return TenantErrors.UnknownTemplate;
        if (TenantRules.Create(null, command with { Settings = content.Settings }, founder.ToMember()).Refusal is { } unfit)
            return unfit;
        return await directory.FindBySlug(command.Slug, cancellation) is { } taken && taken.Id != Tenant ? TenantErrors.SlugTaken : content;
    }

    private async Task<Result<Outcome<Tenant>>> Write(
        Caller founder, CommandId id, CreateTenant command, TemplateContent content, CancellationToken cancellation)
    {
        passes.Enter(Tenant);
        var use = new TemplateUse(GrainFactory, founder with { Role = Role.Admin }, id, content);
        if (await use.WriteLists(cancellation) is { } lists)
            return lists;
        if (await use.WritePromises(cancellation) is { } promises)
            return promises;

        var created = await Create(founder, id, command, content, cancellation);
        return created.Refusal is null && await use.WriteFlags(cancellation) is { } flags ? flags : created;
    }

    private Task<Result<Outcome<Tenant>>> Create(
        Caller founder, CommandId id, CreateTenant command, TemplateContent content, CancellationToken cancellation)
    {
        passes.Enter(Tenant);
        return GrainFactory.GetGrain<ITenantGrain>(GrainKeys.Of(Tenant)).Create(
            founder, id, command with { Settings = content.Settings }, cancellation);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The database cannot be reached for the founding of {TenantId}.")]
    private static partial void LogUnreachable(ILogger log, Guid tenantId, Exception exception);
}
