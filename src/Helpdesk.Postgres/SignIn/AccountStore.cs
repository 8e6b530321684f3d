using Helpdesk.Domain.SignIn;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Postgres.SignIn;

/// <summary>
/// Identity's store on our table: accounts of one home tenant, the second factor in columns of the row. The secret is sealed and recovery
/// codes are hashed, where Identity would keep both as they are.
/// </summary>
internal sealed class AccountStore(AccountDbContext context, Guid home, ISeals seals)
    : UserOnlyStore<AccountUser, AccountDbContext, Guid>(context)
{
    public override Task<AccountUser?> FindByIdAsync(string userId, CancellationToken cancellationToken = default)
    {
        var id = Guid.ParseExact(userId, "D");
        return Users.SingleOrDefaultAsync(user => user.TenantId == home && user.Id == id, cancellationToken);
    }

    public override Task<AccountUser?> FindByEmailAsync(string normalizedEmail, CancellationToken cancellationToken = default) =>
        Users.SingleOrDefaultAsync(user => user.TenantId == home && user.NormalizedEmail == normalizedEmail, cancellationToken);

    // People sign in by address; there are no user names.
    public override Task<AccountUser?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken = default) =>
        FindByEmailAsync(normalizedUserName, cancellationToken);

    public override Task SetAuthenticatorKeyAsync(AccountUser user, string key, CancellationToken cancellationToken)
    {
        // Which codes are used up is counted for one secret: a new phone's code of the same half minute is another one.
        (user.TotpPending, user.TotpLastStep) = (seals.Seal(user.TotpSealing, Convert.FromHexString(key)), 0);
        return Task.CompletedTask;
    }

    public override Task<string?> GetAuthenticatorKeyAsync(AccountUser user, CancellationToken cancellationToken) =>
        Task.FromResult(
            (user.TotpPending ?? user.TotpSecret) is { } secret ? Convert.ToHexString(seals.OpenStored(user.TotpSealing, secret)) : null);

    public override Task ReplaceCodesAsync(AccountUser user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken)
    {
        user.RecoveryCodes = [.. recoveryCodes.Select(RecoveryCodes.Hash)];
        return Task.CompletedTask;
    }

    public override Task<bool> RedeemCodeAsync(AccountUser user, string code, CancellationToken cancellationToken)
    {
        var hash = RecoveryCodes.Hash(code);
        byte[][] left = [.. user.RecoveryCodes.Where(known => !CryptographicOperations.FixedTimeEquals(known, hash))];
        var redeemed = left.Length < user.RecoveryCodes.Length;
        user.RecoveryCodes = left;
        return Task.FromResult(redeemed);
    }
}
