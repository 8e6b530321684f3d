using Helpdesk.Postgres.Programs;
using OpenIddict.EntityFrameworkCore.Models;

namespace Helpdesk.Postgres.SignIn.OpenId;

/// <summary>
/// An API client as OpenIddict sees it. It only reads: clients are made and revoked by <see cref="ApiClients"/>. What it asks besides
/// (permissions, kinds) follows from these columns, see <see cref="OidcApplicationStore"/>.
/// </summary>
internal sealed class OidcApplication : OpenIddictEntityFrameworkCoreApplication<Guid, OidcAuthorization, OidcToken>
{
    public Guid TenantId { get; set; }

    /// <summary><c>null</c>: a public client.</summary>
    public byte[]? SecretHash { get; set; }

    public string[] Scopes { get; set; } = [];

    public string[] RedirectTo { get; set; } = [];

    public string[] SignedOutTo { get; set; } = [];

    public DateTime? ExpiresAt { get; set; }

    public DateTime? RevokedAt { get; set; }
}

/// <summary>
/// A session as OpenIddict sees it: what a person allowed a program, or themselves. The session is the only authority on whether tokens
/// still count, so there is no second row that could say something else. Read only.
/// </summary>
internal sealed class OidcAuthorization : OpenIddictEntityFrameworkCoreAuthorization<Guid, OidcApplication, OidcToken>
{
    public Guid TenantId { get; set; }

    public Guid AccountId { get; set; }

    public DateTime? EndedAt { get; set; }
}

/// <summary>A refresh token or an authorization code. Access and id tokens have no row.</summary>
internal sealed class OidcToken : OpenIddictEntityFrameworkCoreToken<Guid, OidcApplication, OidcAuthorization>
{
    public Guid TenantId { get; set; }
}

/// <summary>OpenIddict wants a type. There is no table: every scope there is stands in its options.</summary>
internal sealed class OidcScope : OpenIddictEntityFrameworkCoreScope<Guid>;
