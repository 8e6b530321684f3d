using Helpdesk.Api.Tenancy;
using Helpdesk.Grains.FeatureFlags.Management;

namespace Helpdesk.Api.FeatureFlags;

/// <summary>For our own code: a flag is asked for who sent the request, in the tenant that it is about.</summary>
internal sealed class HttpFlagTargeting(IHttpContextAccessor requests) : FlagTargeting
{
    protected override FlagTarget? Ambient => requests.HttpContext is { } context && context.FindTenant() is { } at
        ? new(at.Tenant, context.FindCaller()?.Account?.ToString())
        : null;
}
