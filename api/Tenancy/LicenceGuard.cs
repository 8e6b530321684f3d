using Helpdesk.Domain.Tenants;

namespace Helpdesk.Api.Tenancy;

/// <summary>
/// Refuses every write of a tenant whose licence has ended, at its own host (at the desk, whose requests name their tenant within,
/// <c>DeskCallers</c> does); reading and export go on. Stands behind access, so that nobody learns from it about a tenant that they do
/// not belong to.
/// </summary>
internal sealed class LicenceGuard(RequestDelegate next, TimeProvider time)
{
    public Task InvokeAsync(HttpContext context)
    {
        var isRead = HttpMethods.IsGet(context.Request.Method)
            || HttpMethods.IsHead(context.Request.Method) || HttpMethods.IsOptions(context.Request.Method);
        return isRead || context.GetEndpoint()?.Metadata.GetMetadata<EvenExpired>() is not null || !IsReadOnly(context)
            ? next(context)
            : Problems.Write(context, TenantErrors.LicenceExpired);
    }

    private bool IsReadOnly(HttpContext context) =>
        context.FindTenant()?.ReadOnlyFrom is { } end && Instant.FromDateTimeOffset(time.GetUtcNow()) >= end;
}

/// <summary>
/// Marks endpoints that go on after the licence has ended whatever their method: signing in and all about one's own account, consent to
/// an operator's access, what operators do, and what only reads although it is no <c>GET</c>: evaluating flags, previews.
/// </summary>
internal sealed class EvenExpired;

internal static class LicenceGuards
{
    public static WebApplication UseLicence(this WebApplication app)
    {
        app.UseMiddleware<LicenceGuard>();
        return app;
    }

    public static TBuilder EvenExpired<TBuilder>(this TBuilder endpoints) where TBuilder : IEndpointConventionBuilder =>
        endpoints.WithMetadata(new EvenExpired());
}
