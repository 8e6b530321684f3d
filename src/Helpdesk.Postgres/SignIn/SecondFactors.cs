using Helpdesk.Domain.SignIn;

namespace Helpdesk.Postgres.SignIn;

internal sealed class SecondFactors(AccountScope.Factory scopes, ISeals seals) : ISecondFactors
{
    // Identity refuses to write over a row that changed meanwhile: another request used the code up at the same moment.
    private static Error SameCodeTwice => SignInErrors.SecondFactorInvalid;

    public Task<Result<byte[]>> Begin(SignInCandidate who, Trace trace, CancellationToken cancellation) =>
        Storage.Ask<Result<byte[]>>(async () =>
    {
        await using var scope = await Open(who, trace, cancellation);
        var user = await scope.Load(who.Account);
        if (user.TwoFactorEnabled)
            return SignInErrors.SecondFactorOn;

        await scope.Manager.ResetAuthenticatorKeyAsync(user);
        await scope.Transaction.Commit(cancellation);
        return seals.OpenStored(user.TotpSealing, user.TotpPending!);
    });

    public Task<Result<IReadOnlyList<string>>> Confirm(SignInCandidate who, string code, Trace trace, CancellationToken cancellation) =>
        Storage.Ask<Result<IReadOnlyList<string>>>(async () =>
        {
            await using var scope = await Open(who, trace, cancellation);
            var user = await scope.Load(who.Account);
            if (user.TwoFactorEnabled)
                return SignInErrors.SecondFactorOn;
            if (user.TotpPending is null)
                return SignInErrors.NoEnrolment;
            if (await scope.Manager.UseCode(user, code) is not CodeKind.Totp)
                return SignInErrors.SecondFactorInvalid;

            (user.TotpSecret, user.TotpPending, user.TwoFactorEnabled) = (user.TotpPending, null, true);
            return await NewCodes(scope, user, who, trace, new AccountEvent.SecondFactorEnabled(who.Account), cancellation);
        });

    public Task<Error?> Disable(SignInCandidate who, string code, Trace trace, CancellationToken cancellation) =>
        Storage.Ask<Error?>(async () =>
    {
        await using var scope = await Open(who, trace, cancellation);
        var user = await scope.Load(who.Account);
        if (!user.TwoFactorEnabled)
            return SignInErrors.NoSecondFactor;
        if (await scope.Manager.UseCode(user, code) is null)
            return SignInErrors.SecondFactorInvalid;

        (user.TotpSecret, user.TwoFactorEnabled, user.RecoveryCodes) = (null, false, []);
        if (!await scope.Manager.Save(user))
            return SameCodeTwice;
        await Record(scope, who, trace, new AccountEvent.SecondFactorDisabled(who.Account), cancellation);
        return null;
    });

    public Task<Error?> Prove(SignInCandidate who, string code, Trace trace, CancellationToken cancellation) =>
        Storage.Ask<Error?>(async () =>
    {
        await using var scope = await Open(who, trace, cancellation);
        var user = await scope.Load(who.Account);
        if (!user.TwoFactorEnabled)
            return SignInErrors.NoSecondFactor;
        var used = await scope.Manager.UseCode(user, code);
        if (used is null)
            return SignInErrors.SecondFactorInvalid;
        if (!await scope.Manager.Save(user))
            return SameCodeTwice;
        if (used is CodeKind.Recovery)
            await Record(scope, who, trace, new AccountEvent.RecoveryCodeUsed(who.Account, user.RecoveryCodes.Length), cancellation);
        else
            await scope.Transaction.Commit(cancellation);
        return null;
    });

    public Task<Result<IReadOnlyList<string>>> RenewRecoveryCodes(
        SignInCandidate who, string code, Trace trace, CancellationToken cancellation) =>
        Storage.Ask<Result<IReadOnlyList<string>>>(async () =>
        {
            await using var scope = await Open(who, trace, cancellation);
            var user = await scope.Load(who.Account);
            if (!user.TwoFactorEnabled)
                return SignInErrors.NoSecondFactor;
            if (await scope.Manager.UseCode(user, code) is null)
                return SignInErrors.SecondFactorInvalid;
            return await NewCodes(scope, user, who, trace, new AccountEvent.RecoveryCodesRenewed(who.Account), cancellation);
        });

    private Task<AccountScope> Open(SignInCandidate who, Trace trace, CancellationToken cancellation) =>
        scopes.Begin(who.Here.Tenant, who.Here.Home, trace.At, cancellation);

    private static async Task<Result<IReadOnlyList<string>>> NewCodes(
        AccountScope scope, AccountUser user, SignInCandidate who, Trace trace, AccountEvent what, CancellationToken cancellation)
    {
        if (await scope.Manager.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodes.Count) is not { } codes)
            return SameCodeTwice;
        await Record(scope, who, trace, what, cancellation);
        return codes.ToList();
    }

    private static async Task Record(
        AccountScope scope, SignInCandidate who, Trace trace, AccountEvent what, CancellationToken cancellation)
    {
        await using var batch = scope.Transaction.Batch();
        EventAppender.Add(batch.Add, who.Here.Tenant, who.Account.Value, trace, what);
        await batch.ExecuteAsync(cancellation);
        await scope.Transaction.Commit(cancellation);
    }
}
