using Helpdesk.Domain.Tenants;

namespace Helpdesk.Contracts.Templates;

/// <summary>
/// Where a tenant begins. Key: <c>{platform:D}/{tenant:D}</c>, the tenant's id following from the command, so that a retry reaches the
/// tenant that the first one made.
/// </summary>
[Alias("ITenantFoundingGrain")]
public interface ITenantFoundingGrain : IGrainWithStringKey
{
    /// <summary>
    /// Creates the tenant and gives it what a template holds. A step that is refused ends it; a retry with the same key goes on there,
    /// with what the template held the first time. Once all was done, it is answered as it was then.
    /// </summary>
    /// <param name="template">Key of the template; <c>null</c>: nothing but the defaults.</param>
    [Alias("Found")]
    Task<Result<Outcome<Tenant>>> Found(
        Caller caller, CommandId id, CreateTenant command, string? template, CancellationToken cancellation);
}
