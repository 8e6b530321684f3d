using Helpdesk.Domain.SignIn;
using Microsoft.AspNetCore.Identity;

namespace Helpdesk.Api.SignIn.Passkeys;

/// <summary>Whom ASP.NET Core Identity takes for the user of a passkey: the account, and nothing of it.</summary>
internal sealed record PasskeyOwner(AccountId Account);

/// <summary>
/// What Identity asks while it checks a passkey, answered for one host. It is asked to judge only: what follows is kept with the session
/// that is opened, in one transaction.
/// </summary>
internal sealed class PasskeyOwners(IPasskeys passkeys, PasskeyPlace place)
    : IUserPasskeyStore<PasskeyOwner>
{
    public Task<PasskeyOwner?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Task.FromResult(Ids.Parse(userId) is { } id ? new PasskeyOwner(new(id)) : null);

    public Task<string> GetUserIdAsync(PasskeyOwner user, CancellationToken cancellationToken) => Task.FromResult($"{user.Account}");

    public Task<string?> GetUserNameAsync(PasskeyOwner user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>($"{user.Account}");

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(PasskeyOwner user, CancellationToken cancellationToken) =>
        [.. (await passkeys.List(place, user.Account, cancellationToken)).Select(Info)];

    public async Task<PasskeyOwner?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        await passkeys.Find(place, credentialId, cancellationToken) is { } found ? new(found.Account) : null;

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(
        PasskeyOwner user, byte[] credentialId, CancellationToken cancellationToken) =>
        await passkeys.Find(place, credentialId, cancellationToken) is { } found && found.Account == user.Account ? Info(found) : null;

    public void Dispose()
    {
    }

    private static UserPasskeyInfo Info(Passkey passkey) => new(
        passkey.CredentialId, passkey.PublicKey, passkey.CreatedAt.ToDateTimeOffset(), passkey.SignCount, [], isUserVerified: true,
        passkey.IsBackupEligible, passkey.IsBackedUp, [], [])
    { Name = passkey.Name };

    // Identity keeps users by these; we do not, and it does not ask while it judges a passkey.
    private static NotSupportedException NotAsked => new("Accounts are not kept through the passkeys.");

    Task<string?> IUserStore<PasskeyOwner>.GetNormalizedUserNameAsync(PasskeyOwner user, CancellationToken cancellationToken) =>
        throw NotAsked;

    Task IUserStore<PasskeyOwner>.SetUserNameAsync(PasskeyOwner user, string? userName, CancellationToken cancellationToken) =>
        throw NotAsked;

    Task IUserStore<PasskeyOwner>.SetNormalizedUserNameAsync(
        PasskeyOwner user, string? normalizedName, CancellationToken cancellationToken) => throw NotAsked;

    Task<IdentityResult> IUserStore<PasskeyOwner>.CreateAsync(PasskeyOwner user, CancellationToken cancellationToken) => throw NotAsked;

    Task<IdentityResult> IUserStore<PasskeyOwner>.UpdateAsync(PasskeyOwner user, CancellationToken cancellationToken) => throw NotAsked;

    Task<IdentityResult> IUserStore<PasskeyOwner>.DeleteAsync(PasskeyOwner user, CancellationToken cancellationToken) => throw NotAsked;

    Task<PasskeyOwner?> IUserStore<PasskeyOwner>.FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        throw NotAsked;

    Task IUserPasskeyStore<PasskeyOwner>.AddOrUpdatePasskeyAsync(
        PasskeyOwner user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => throw NotAsked;

    Task IUserPasskeyStore<PasskeyOwner>.RemovePasskeyAsync(
        PasskeyOwner user, byte[] credentialId, CancellationToken cancellationToken) => throw NotAsked;
}
