using Helpdesk.Api.Tenancy;

namespace Helpdesk.Api.Demo;

/// <summary>
/// The accounts that anybody can try out at a host, so that the sign-in page offers them. Exists only where there is demo data, which is in
/// Development; elsewhere nothing is at this address, and the document does not name it.
/// </summary>
internal static class DemoAccounts
{
    public static void MapDemoAccounts(this WebApplication app, RouteGroupBuilder api)
    {
        if (app.Configuration.GetValue(DemoData.Setting, defaultValue: false))
            api.MapGet("/demo/accounts", (HttpContext context) => Json.Ok(At(context.Tenant()))).AllowAnonymous().ExcludeFromDescription();
    }

    internal static DemoAccountListResponse At(TenantContext at) => new([.. at.Kind switch
    {
        HostKind.Console => [Of(DemoData.Operator, DemoData.OperatorName, Role.Operator)],
        HostKind.Desk => [Of(DemoData.ServiceAgent, DemoData.ServiceAgentName, Role.Agent)],
        _ => DemoMunicipality.All.Where(town => town.Slug == at.Slug).SelectMany(town => town.Everybody.Select(
            person => Of(town.EmailOf(person), person.Name, town.RoleOf(person)))),
    }]);

    private static DemoAccountResponse Of(string email, string name, Role role) => new(email, name, role, DemoPeople.Password);
}

/// <param name="Items">By role: customers, agents, manager, admin; operators at the console.</param>
internal sealed record DemoAccountListResponse(IReadOnlyList<DemoAccountResponse> Items);

/// <param name="Password">The same for all of them, and public.</param>
internal sealed record DemoAccountResponse(string Email, string Name, Role Role, string Password);
