using System.Collections.Frozen;

namespace Helpdesk.Domain.Programs;

/// <summary>
/// What an API key may be allowed to do. A key acts as a member with the least role that its scopes need, and only inside them.
/// </summary>
public static class ApiScopes
{
    public const string TicketsRead = "tickets:read";
    public const string TicketsWrite = "tickets:write";
    public const string UsersRead = "users:read";
    public const string UsersWrite = "users:write";
    public const string FlagsRead = "flags:read";
    public const string FlagsEvaluate = "flags:evaluate";
    public const string ReportsRead = "reports:read";

    private static readonly FrozenDictionary<string, Role> Needs = new Dictionary<string, Role>
    {
        [TicketsRead] = Role.Agent,
        [TicketsWrite] = Role.Agent,
        [UsersRead] = Role.Agent,
        [UsersWrite] = Role.Admin,
        [FlagsRead] = Role.Agent,
        [FlagsEvaluate] = Role.Customer,
        [ReportsRead] = Role.Manager,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static IReadOnlyCollection<string> All => Needs.Keys;

    public static bool IsKnown(string scope) => Needs.ContainsKey(scope);

    /// <summary>The role that a key with these scopes acts in. Scopes no longer known add nothing.</summary>
    public static Role RoleFor(IEnumerable<string> scopes) =>
        scopes.Select(scope => Needs.GetValueOrDefault(scope, Role.Customer)).DefaultIfEmpty(Role.Customer).Max();
}
