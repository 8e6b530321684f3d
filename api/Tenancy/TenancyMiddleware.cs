using Helpdesk.Domain.Tenants;
using Helpdesk.Hosting.Tenancy;
using Microsoft.Extensions.Options;

namespace Helpdesk.Api.Tenancy;

/// <summary>
/// Host to tenant, before anything else. The host comes from the request line and <c>Host</c> header alone; headers and parameters that
/// name a tenant are not looked at. Unknown and deleted tenants answer alike.
/// </summary>
/// <remarks>
/// Where the host is known and the request still leads nowhere, the refusal is told after the credential was looked at
/// (<see cref="TenancyRefusal"/>): whoever is signed in hears it in their own language.
/// </remarks>
internal sealed class TenancyMiddleware(RequestDelegate next, TenantCache tenants, OwnHosts ownHosts, IOptions<TenancyOptions> options)
{
    private static readonly TenantSettings PlatformSettings = new();

    /// <summary>Name of the route value that names a tenant at the reserved hosts.</summary>
    public const string PathTenant = "tenant";

    public Task InvokeAsync(HttpContext context)
    {
        var endpoint = context.GetEndpoint();
        if (endpoint?.Metadata.GetMetadata<AtAnyHost>() is not null)
            return next(context);
        var finding = Find(context, endpoint);
        return finding.IsCompletedSuccessfully ? Pass(context, finding.Result) : Await(context, finding);
    }

    private async Task Await(HttpContext context, ValueTask<(TenantContext?, Error?)> finding) => await Pass(context, await finding);

    private Task Pass(HttpContext context, (TenantContext? Tenant, Error? Refusal) found)
    {
        if (found.Tenant is not { } tenant)
            return Problems.Write(context, found.Refusal!);
        context.SetTenant(tenant);
        TenancyRefusal.Set(context, found.Refusal);
        return next(context);
    }

    private async ValueTask<(TenantContext?, Error?)> Find(HttpContext context, Endpoint? endpoint)
    {
        var host = context.Request.Host;
        var (label, refusal) = host.Port == 0 ? default : await Label(host.Host, context);
        if (label is null)
            return (null, refusal ?? HttpErrors.UnknownHost);

        (var tenant, refusal) = await AtHost(label, host.Value!.ToLowerInvariant(), context);
        if (refusal is null && tenant is { } at && context.Request.RouteValues.TryGetValue(PathTenant, out var slug))
            (tenant, refusal) = await InPath(
                at, Slug.Spelled(slug as string ?? ""), endpoint?.Metadata.GetMetadata<EvenDeleted>() is not null, context);
        return tenant is not null && endpoint?.Metadata.GetMetadata<OnHosts>() is { } hosts && !hosts.Kinds.Contains(tenant.Kind)
            ? (tenant, refusal ?? AccessErrors.NotFound)
            : (tenant, refusal);
    }

    private async ValueTask<(TenantContext?, Error?)> AtHost(string label, string host, HttpContext context)
    {
        if (label == "desk")
            return (new(HostKind.Desk, TenantId.Platform, label, host, TenantId.Platform, PlatformSettings), null);
        if (label == "console")
            return (new(HostKind.Console, TenantId.Platform, label, host, TenantId.Platform, PlatformSettings), null);

        var (found, refusal) = await tenants.Find(label, context);
        if (refusal is not null)
            return (null, refusal);
        if (found is not { Tenant.Status: TenantStatus.Active or TenantStatus.Suspended })
            return (null, TenantErrors.Unknown);
        var here = new TenantContext(HostKind.Tenant, found.Id, label, host, found.Id, found.Tenant.Settings)
        {
            Name = found.Tenant.Name,
            Appearance = found.Tenant.Appearance,
            ReadOnlyFrom = found.ReadOnlyFrom,
        };
        return (here, found.Tenant.Status is TenantStatus.Suspended ? TenantErrors.Suspended : null);
    }

    // A tenant that the caller does not serve answers like one that is not there; whether it is suspended is for its members to learn.
    private async ValueTask<(TenantContext?, Error?)> InPath(TenantContext at, string slug, bool evenDeleted, HttpContext context)
    {
        var (found, refusal) = await tenants.Find(slug, context);
        if (refusal is not null)
            return (at, refusal);
        return found is not null && (evenDeleted || found.Tenant.Status != TenantStatus.Deleted)
            ? (at with
            {
                Tenant = found.Id,
                Slug = slug,
                Settings = found.Tenant.Settings,
                Name = found.Tenant.Name,
                Appearance = found.Tenant.Appearance,
                ReadOnlyFrom = found.ReadOnlyFrom,
            }, null)
            : (at, AccessErrors.NotFound);
    }

    // The one label before the domain, or the slug of the tenant whose own host it is; nothing else is served. No host of ours can be a
    // tenant's own.
    private async ValueTask<(string? Label, Error? Refusal)> Label(string host, HttpContext context) =>
        HostLabels.Of(host, options.Value.Domain) is { } label ? (label, null) : await ownHosts.Find(host.ToLowerInvariant(), context);
}

/// <summary>Marks endpoints that belong to no tenant: health, keys, problem pages, the OpenAPI document.</summary>
internal sealed class AtAnyHost;

/// <summary>Marks endpoints at the console that reach a deleted tenant, too.</summary>
internal sealed class EvenDeleted;
