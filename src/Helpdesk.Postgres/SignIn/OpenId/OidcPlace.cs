namespace Helpdesk.Postgres.SignIn.OpenId;

/// <summary>Where and for whom OpenIddict is at work in this scope. Set before it is asked for anything.</summary>
public sealed class OidcPlace
{
    private TenantId? tenant;

    /// <exception cref="InvalidOperationException">Nobody has said which: then no row may be seen.</exception>
    public TenantId Tenant => tenant ?? throw new InvalidOperationException("OpenIddict asks for rows before the tenant is known.");

    /// <summary>For the history, should a session be ended.</summary>
    public Trace? Trace { get; private set; }

    /// <summary>The token under examination is an authorization code.</summary>
    public bool IsCode { get; set; }

    /// <param name="home">Whose accounts sign in at the host: the tenant's own, or the platform's at desk and console.</param>
    public void Set(TenantId home, Trace trace) => (tenant, Trace) = (home, trace);
}
