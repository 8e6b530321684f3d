using Helpdesk.Api.Tenancy;
using Helpdesk.Domain.Programs;
using Helpdesk.Domain.SignIn;

namespace Helpdesk.Api.SignIn;

/// <summary>What a request proved: a person's session, or a program. Shared by all requests that prove the same.</summary>
internal sealed class Credential
{
    private Credential(SessionAccess? session, ProgramAccess? program, string door, IReadOnlyList<string>? scopes)
    {
        (Session, Program, Door, Scopes) = (session, program, door, scopes);
        Account = session?.Account ?? new AccountId(program!.Id);
    }

    /// <summary>The account of the person, or of the program that acts in its own name.</summary>
    public AccountId Account { get; }

    public SessionAccess? Session { get; }

    public ProgramAccess? Program { get; }

    /// <summary>
    /// For the history: <c>session</c>, <c>bearer</c>, <c>api-key:hdk_ab12cd34</c>, <c>client</c>, or <c>client:</c> and the id of a
    /// person's program.
    /// </summary>
    public string Door { get; }

    /// <summary>
    /// The only things that may be done, by a program in its own or in a person's name; <c>null</c>: whatever the person may.
    /// </summary>
    public IReadOnlyList<string>? Scopes { get; }

    /// <summary>Finds the API key that was shown; <c>null</c>: it was none.</summary>
    public string? KeyPrefix { get; private init; }

    /// <summary>The same door with what is known of its session now.</summary>
    public Credential With(Credential now) => new(now.Session, null, Door, Scopes);

    public static Credential Of(SessionAccess session) =>
        new(session, null, session.Kind is SessionKind.Cookie ? "session" : "bearer", null);

    /// <summary>A program that acts for the person of the session, in so far as its token says.</summary>
    public static Credential OfPersonsClient(SessionAccess session, Guid client, string scope) =>
        new(session, null, $"client:{client:D}", scope.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    public static Credential Of(ApiKey key) =>
        new(null, key.Access, $"api-key:{ApiKeyText.Mark}{key.Prefix}", key.Scopes) { KeyPrefix = key.Prefix };

    /// <summary>A client, in so far as its token says.</summary>
    public static Credential OfClient(ProgramAccess granted) => new(null, granted, "client", granted.Scopes);

    /// <summary>The person's requester group in that tenant. Whoever serves a municipality from elsewhere has none there.</summary>
    public string? GroupIn(TenantId tenant) => Session?.Tenant == tenant ? Session.Group : null;

    /// <returns><c>null</c>: nobody in the tenant that is acted in; for them it does not exist.</returns>
    public Member? In(TenantContext at) =>
        Scopes is null ? MemberIn(at) : MemberIn(at) is { } member ? member with { ManagesUpTo = ApiScopes.ManagesUpTo(Scopes) } : null;

    private Member? MemberIn(TenantContext at)
    {
        if (Program is not null)
            return Program.Tenant == at.Tenant ? Program.Acts : null;
        if (at.Kind is HostKind.Console)
            return Session!.Role is Role.Operator ? new Member(at.Tenant, Session.Account, Role.Operator) : null;
        return at.Kind is HostKind.Desk && at.Tenant == TenantId.Platform && Session!.Role is Role.Operator ? null : Session!.In(at.Tenant);
    }
}
