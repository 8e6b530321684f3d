using System.Collections.Frozen;

namespace Helpdesk.Domain.Programs;

/// <summary>
/// What a program may be allowed to do. In its own name it acts, in each request, with the role that the scope needed there gives,
/// whatever other scopes it has: nothing that it can do adds to what it may.
/// </summary>
public static class ApiScopes
{
    public const string TicketsRead = "tickets:read";
    public const string TicketsWrite = "tickets:write";
    public const string UsersRead = "users:read";
    public const string UsersWrite = "users:write";

    /// <summary>
    /// What <see cref="UsersWrite"/> does for customers, for agents and managers as well. Admins are made and unmade by people alone: who
    /// is one can give scopes, so a program that makes one can become the whole municipality. Given only by a person who proves at that
    /// moment who they are.
    /// </summary>
    public const string StaffWrite = "staff:write";
    public const string FlagsRead = "flags:read";
    public const string FlagsEvaluate = "flags:evaluate";
    public const string ReportsRead = "reports:read";

    private static readonly FrozenDictionary<string, Role> Needs = new Dictionary<string, Role>
    {
        [TicketsRead] = Role.Agent,
        [TicketsWrite] = Role.Agent,
        [UsersRead] = Role.Agent,
        [UsersWrite] = Role.Manager,
        [StaffWrite] = Role.Admin,
        [FlagsRead] = Role.Agent,
        [FlagsEvaluate] = Role.Customer,
        [ReportsRead] = Role.Manager,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static IReadOnlyCollection<string> All => Needs.Keys;

    public static bool IsKnown(string scope) => Needs.ContainsKey(scope);

    /// <summary>Scopes that are given only with a fresh proof of who gives them.</summary>
    public static bool NeedProof(IEnumerable<string> scopes) => scopes.Contains(StaffWrite);

    /// <summary>The highest role of people that a program with these scopes manages.</summary>
    public static Role ManagesUpTo(IEnumerable<string> scopes) => scopes.Contains(StaffWrite) ? Role.Manager : Role.Customer;

    /// <param name="needed">By the endpoint.</param>
    /// <returns>The role that a program acts in there; <c>null</c>: its scopes do not let it in.</returns>
    public static Role? RoleAt(IReadOnlyCollection<string> granted, string needed) =>
        needed == UsersWrite && granted.Contains(StaffWrite) ? Needs[StaffWrite]
        : granted.Contains(needed) && Needs.TryGetValue(needed, out var role) ? role
        : null;

    /// <summary>The highest role that any of these scopes needs. Scopes no longer known add nothing.</summary>
    public static Role RoleFor(IEnumerable<string> scopes) =>
        scopes.Select(scope => Needs.GetValueOrDefault(scope, Role.Customer)).DefaultIfEmpty(Role.Customer).Max();
}
