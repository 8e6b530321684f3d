using System.Collections.Concurrent;
using System.Collections.Frozen;
using Helpdesk.Api.SignIn;
using Helpdesk.Api.Tenancy;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Api.People;

/// <summary>
/// What an account may do at a host, found in what the endpoints themselves say of it: the host they exist at, the role they demand, and
/// whether they go on when the licence has ended. So it cannot differ from what they answer.
/// </summary>
internal sealed class HostAbilities(EndpointDataSource endpoints, TimeProvider time)
{
    // Each ability by the operation that stands for it.
    private static readonly FrozenDictionary<HostAbility, (string Operation, Role Least)> Operations =
        new Dictionary<HostAbility, (string, Role)>
        {
            [HostAbility.OpenTickets] = ("OpenTicket", Role.Customer),
            [HostAbility.SeeTickets] = ("ListTickets", Role.Customer),
            // The same list is a customer's own tickets and the queue of the staff.
            [HostAbility.SeeQueue] = ("ListTickets", Role.Agent),
            [HostAbility.Search] = ("Search", Role.Customer),
            [HostAbility.SeePeople] = ("ListUsers", Role.Agent),
            [HostAbility.InvitePeople] = ("InviteUser", Role.Agent),
            [HostAbility.ImportPeople] = ("ImportUsers", Role.Manager),
            [HostAbility.SeeReports] = ("ReportBacklog", Role.Manager),
            [HostAbility.SeeFlags] = ("ListFlags", Role.Agent),
            [HostAbility.ManageSla] = ("AddPolicy", Role.Admin),
            [HostAbility.ManageSettings] = ("ReplaceOwnSettings", Role.Admin),
            [HostAbility.ManageAppearance] = ("ReplaceAppearanceSettings", Role.Admin),
            [HostAbility.ManageTexts] = ("WriteText", Role.Admin),
            [HostAbility.ManageMail] = ("ChooseMailServer", Role.Admin),
            [HostAbility.ManageWebhooks] = ("AddWebhook", Role.Admin),
            [HostAbility.ManageDomains] = ("RegisterDomain", Role.Admin),
            [HostAbility.ManageApiKeys] = ("CreateApiKey", Role.Admin),
            [HostAbility.SeeLicence] = ("ReadOwnLicence", Role.Admin),
            [HostAbility.SeeAudit] = ("ListAudit", Role.Admin),
            [HostAbility.ManageTenants] = ("CreateTenant", Role.Operator),
        }.ToFrozenDictionary();

    private readonly ConcurrentDictionary<(HostKind, HostAbility), Endpoint?> known = new();

    /// <param name="mustEnrol">The account can do nothing here until it has a second factor.</param>
    /// <returns>What the role never has here is missing.</returns>
    public IReadOnlyDictionary<HostAbility, Error?> Of(TenantContext at, Role role, bool mustEnrol)
    {
        var isReadOnly = time.Now() >= (at.ReadOnlyFrom ?? Instant.MaxValue);
        var found = new Dictionary<HostAbility, Error?>();
        foreach (var (ability, (_, least)) in Operations)
        {
            if (role < least || known.GetOrAdd((at.Kind, ability), Find) is not { } endpoint || role < Demanded(endpoint))
                continue;
            found[ability] = mustEnrol ? Domain.SignIn.SignInErrors.SecondFactorNotSetUp
                : isReadOnly && Writes(endpoint) && endpoint.Metadata.GetMetadata<EvenExpired>() is null ? TenantErrors.LicenceExpired
                : null;
        }

        return found;
    }

    private Endpoint? Find((HostKind Kind, HostAbility Ability) wanted) => endpoints.Endpoints.FirstOrDefault(endpoint =>
        endpoint.Metadata.GetMetadata<OperationName>()?.Value == Operations[wanted.Ability].Operation
            && endpoint.Metadata.GetMetadata<NamesTenantInPath>() is null
            && endpoint.Metadata.GetMetadata<OnHosts>()?.Kinds.Contains(wanted.Kind) is not false);

    private static Role Demanded(Endpoint endpoint) =>
        endpoint.Metadata.GetOrderedMetadata<Demand>().Select(demand => demand.Least).DefaultIfEmpty(Role.Customer).Max();

    private static bool Writes(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.All(HttpMethods.IsGet) is false;
}

/// <summary>What can be done at a host, in the words that clients see.</summary>
public enum HostAbility
{
    OpenTickets,
    SeeTickets,
    SeeQueue,
    Search,
    SeePeople,
    InvitePeople,
    ImportPeople,
    SeeReports,
    SeeFlags,
    ManageSla,
    ManageSettings,
    ManageAppearance,
    ManageTexts,
    ManageMail,
    ManageWebhooks,
    ManageDomains,
    ManageApiKeys,
    SeeLicence,
    SeeAudit,
    ManageTenants,
}
