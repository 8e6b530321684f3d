using Helpdesk.Domain.SignIn;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;

namespace Helpdesk.Postgres.SignIn;

/// <summary>Identity's manager with our codes: one use each, and long recovery codes.</summary>
internal sealed class AccountManager : UserManager<AccountUser>
{
    private const string TotpPurpose = "totp";

    private static readonly IOptions<IdentityOptions> Settings = Microsoft.Extensions.Options.Options.Create(new IdentityOptions());

    private readonly Instant now;

    public AccountManager(
        AccountStore store, IPasswordHasher<AccountUser> hasher, ISeals seals, Instant now, ILogger<UserManager<AccountUser>> logger)
        : base(store, Settings, hasher, [], [], EmailKeys.Instance, new IdentityErrorDescriber(), null!, logger)
    {
        this.now = now;
        RegisterTokenProvider(TotpPurpose, new TotpProvider(seals, now));
    }

    public override string GenerateNewAuthenticatorKey() => RandomNumberGenerator.GetHexString(Totp.SecretLength * 2);

    /// <summary>Six digits, or a recovery code. Either is used up in memory; <see cref="Save"/> makes it so.</summary>
    /// <returns>What the code was; <c>null</c>: wrong, too old, or used before.</returns>
    public async Task<CodeKind?> UseCode(AccountUser user, string? code)
    {
        if (string.IsNullOrEmpty(code) || code.Length > 64)
            return null;
        if (await VerifyTwoFactorTokenAsync(user, TotpPurpose, code))
            return CodeKind.Totp;
        return await ((AccountStore)Store).RedeemCodeAsync(user, code, CancellationToken) ? CodeKind.Recovery : null;
    }

    /// <exception cref="InvalidOperationException">Identity refuses; nothing that a caller could mend.</exception>
    public async Task<bool> Save(AccountUser user)
    {
        var saved = await UpdateAsync(user);
        if (saved.Succeeded)
            return true;
        return saved.Errors.Any(error => error.Code == nameof(IdentityErrorDescriber.ConcurrencyFailure))
            ? false
            : throw new InvalidOperationException(string.Join(' ', saved.Errors.Select(error => error.Description)));
    }

    public void SetPassword(AccountUser user, string hash)
    {
        user.PasswordHash = hash;
        user.PasswordChangedAt = now.ToDateTimeUtc();
        user.SecurityStamp = RandomNumberGenerator.GetHexString(32);
    }

    protected override string CreateTwoFactorRecoveryCode() => RecoveryCodes.Text(RandomNumberGenerator.GetBytes(RecoveryCodes.BytesEach));

    private sealed class EmailKeys : ILookupNormalizer
    {
        public static readonly EmailKeys Instance = new();

        public string? NormalizeEmail(string? email) => EmailAddress.Parse(email) is { IsOk: true } parsed ? parsed.Value.Key : email;

        public string? NormalizeName(string? name) => NormalizeEmail(name);
    }

    // Identity's own provider accepts a code as often as it comes within some minutes.
    private sealed class TotpProvider(ISeals seals, Instant now) : IUserTwoFactorTokenProvider<AccountUser>
    {
        public Task<bool> ValidateAsync(string purpose, string token, UserManager<AccountUser> manager, AccountUser user)
        {
            if ((user.TotpPending ?? user.TotpSecret) is not { } secret)
                return Task.FromResult(false);
            if (Totp.Match(seals.OpenStored(user.TotpSealing, secret), token, now, user.TotpLastStep) is not { } step)
                return Task.FromResult(false);
            user.TotpLastStep = step;
            return Task.FromResult(true);
        }

        public Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<AccountUser> manager, AccountUser user) =>
            Task.FromResult(user.TotpSecret is not null);

        public Task<string> GenerateAsync(string purpose, UserManager<AccountUser> manager, AccountUser user) =>
            throw new NotSupportedException("The authenticator app makes the codes.");
    }
}

internal enum CodeKind
{
    Totp,
    Recovery,
}
