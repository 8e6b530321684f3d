using Microsoft.AspNetCore.Identity;

namespace Helpdesk.Postgres.SignIn;

/// <summary>
/// The row of an account, as ASP.NET Core Identity handles it. Its columns for phone numbers and its own lock-out are not ours.
/// </summary>
internal sealed class AccountUser : IdentityUser<Guid>
{
    /// <summary>The home tenant.</summary>
    public Guid TenantId { get; set; }

    public DateTime? PasswordChangedAt { get; set; }

    /// <summary>Sealed.</summary>
    public byte[]? TotpSecret { get; set; }

    /// <summary>Sealed; becomes <see cref="TotpSecret"/> when a code of it is confirmed.</summary>
    public byte[]? TotpPending { get; set; }

    public long TotpLastStep { get; set; }

    /// <summary>A secret does not open in the row of anybody else.</summary>
    public SealPurpose TotpSealing => new(SealKind.TotpSecret, new(TenantId), $"{Id:D}");

    public byte[][] RecoveryCodes { get; set; } = [];

    public DateTime SessionsValidFrom { get; set; }

    public DateTime CreatedAt { get; set; }
}
