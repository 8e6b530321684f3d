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
    ITenantTemplates templates, ITenantDirectory directory, TenantPasses passes, ILogger<TenantFoundingGrain> log)
    : Grain, ITenantFoundingGrain
{
    public async Task<Result<Tenant>> Found(
        Caller caller, CommandId id, CreateTenant command, string? template, CancellationToken cancellation)
    {
        var tenant = new TenantId(GrainKeys.IdOf(this.GetPrimaryKeyString()));
        try
        {
            var content = template is null ? new() : (await templates.Find(template, cancellation))?.Content;
            if (content is null)
                return TenantErrors.UnknownTemplate;

            var founder = caller with { Tenant = tenant };
            command = command with { Settings = content.Settings };
            if (TenantRules.Create(null, command, founder.ToMember()).Refusal is { } unfit)
                return unfit;
            if (await directory.FindBySlug(command.Slug, cancellation) is { } taken && taken.Id != tenant)
                return TenantErrors.SlugTaken;

            passes.Enter(tenant);
            var use = new TemplateUse(GrainFactory, founder with { Role = Role.Admin }, id, content);
            if (await use.WriteLists(cancellation) is { } lists)
                return lists;
            if (await use.WritePromises(cancellation) is { } promises)
                return promises;

            var created = await GrainFactory.GetGrain<ITenantGrain>(GrainKeys.Of(tenant)).Create(founder, id, command, cancellation);
            return created.Refusal is null && await use.WriteFlags(cancellation) is { } flags ? flags : created;
        }
        catch (StorageException unreachable)
        {
            LogUnreachable(log, tenant.Value, unreachable);
            return FeedErrors.Of(unreachable);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The database cannot be reached for the founding of {TenantId}.")]
    private static partial void LogUnreachable(ILogger log, Guid tenantId, Exception exception);
}
