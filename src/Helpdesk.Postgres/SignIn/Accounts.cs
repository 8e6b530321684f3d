using Helpdesk.Domain.Mail;
using Helpdesk.Domain.People;
using Helpdesk.Domain.SignIn;
using Helpdesk.Domain.Tenants;
using Helpdesk.Postgres.Mail;
using Helpdesk.Postgres.People;

namespace Helpdesk.Postgres.SignIn;

/// <summary>
/// Signing in and passwords. What touches the row of an account goes through ASP.NET Core Identity, the rest is plain SQL in the same
/// transaction.
/// </summary>
internal sealed class Accounts(Database database, AccountScope.Factory scopes, SignInTries tries, NewSessions sessions, OwedMails mails)
    : IAccounts
{
    private static readonly string SelectCandidate = $"""
        select {MembershipRow.Columns("m")}, h.status, a.password_hash, a.two_factor_enabled
        from membership m
        join membership h on h.tenant_id = m.home_id and h.account_id = m.account_id
        join account a on a.tenant_id = m.home_id and a.id = m.account_id
        where m.tenant_id = $1
        """;

    public Task<TryVerdict> Charge(SignInTry attempt, CancellationToken cancellation) =>
        Storage.Ask(() => tries.Charge(attempt, cancellation));

    public Task Refund(SignInTry attempt, TryVerdict verdict, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(attempt.Tenant);
        SignInTries.AddRefund(batch.Add, attempt, verdict);
        return await batch.ExecuteAsync(cancellation);
    });

    public Task<Duration> ChargeCode(SignInCandidate who, SignInTry attempt, TryVerdict verdict, CancellationToken cancellation) =>
        verdict.FromKnownDevice || verdict.FromKnownNetwork
            ? Task.FromResult(Duration.Zero) : Storage.Ask(() => tries.ChargeCode(who.Here.Home, attempt, cancellation));

    public Task ForgetCodes(SignInCandidate who, SignInTry attempt, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(who.Here.Home);
        SignInTries.AddCodesForgotten(batch.Add, who.Here.Home, attempt);
        return await batch.ExecuteAsync(cancellation);
    });

    public Task CountFailed(SignInTry attempt, TryVerdict verdict, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        if (verdict.FromKnownDevice)
            return 0;
        await using var batch = database.ForTenant(attempt.Tenant);
        SignInTries.AddFailed(batch.Add, attempt, verdict);
        return await batch.ExecuteAsync(cancellation);
    });

    public Task Welcome(AccountId account, SignInTry attempt, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(attempt.Tenant);
        SignInTries.AddForgiven(batch.Add, attempt);
        SignInTries.AddKnownNetwork(batch.Add, account, attempt);
        return await batch.ExecuteAsync(cancellation);
    });

    public Task<SignInCandidate?> Find(TenantId tenant, EmailAddress email, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForTenants([tenant, TenantId.Platform]);
        batch.Add($"{SelectCandidate} and m.email_key = $2").With(tenant.Value).With(email.Key);
        return await ReadCandidate(batch, cancellation);
    });

    public Task<SignInCandidate?> Find(TenantId tenant, AccountId account, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForTenants([tenant, TenantId.Platform]);
        batch.Add($"{SelectCandidate} and m.account_id = $2").With(tenant.Value).With(account.Value);
        return await ReadCandidate(batch, cancellation);
    });

    public Task RecordRefusal(
        TenantId tenant, AccountId? account, SignInRefusal why, TryVerdict verdict, Trace trace, CancellationToken cancellation) =>
            Storage.Ask(async () =>
    {
        // Tries at addresses that nobody has are a stream of their own; the same statement, so that time tells nothing.
        var whose = account ?? new AccountId(Guid.Empty);
        var wait = verdict.Next > Duration.Zero ? (int?)Math.Ceiling(verdict.Next.TotalSeconds) : null;
        await using var batch = database.ForTenant(tenant);
        EventAppender.Add(
            batch.Add, tenant, account?.Value ?? AccountEvent.NobodysStream, trace, new AccountEvent.SignInRefused(whose, why, wait));
        return await batch.ExecuteAsync(cancellation);
    });

    public Task RecordForeignUse(TenantId tenant, AccountId account, string host, Trace trace, CancellationToken cancellation) =>
        Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(tenant);
        ForeignUses.Add(batch.Add, tenant, account, host, trace);
        return await batch.ExecuteAsync(cancellation);
    });

    public Task<Result<OpenedSession>> Admit(Admission admission, CancellationToken cancellation) => Storage.Ask(() =>
        admission.Passkey is null && (admission.Who.HasSecondFactor || admission.Rehashed is not null)
            ? AdmitThroughAccount(admission, cancellation)
            : AdmitAtOnce(admission, cancellation));

    public Task ChangePassword(SignInCandidate who, string passwordHash, Guid? keep, Trace trace, CancellationToken cancellation) =>
        Storage.Ask(async () =>
    {
        await using var scope = await scopes.Begin(who.Here.Tenant, who.Here.Home, trace.At, cancellation);
        await SetPassword(scope, who.Account, passwordHash, trace.At);
        await using var batch = scope.Transaction.Batch();
        if (keep is { } session)
            batch.Add("update session set proven_at = $3 where tenant_id = $1 and id = $2").With(who.Here.Tenant.Value).With(session)
                .With(trace.At);
        AddPasswordChanged(batch.Add, who.Here.Tenant, who.Here.Home, who.Here, byLink: false, trace);
        await batch.ExecuteAsync(cancellation);
        await scope.Transaction.Commit(cancellation);
        NoteEndedSessions(who.Here.Tenant, who.Here.Home);
        return true;
    });

    public Task OweMail(TenantId tenant, MailOrder order, AccountEvent? because, Trace trace, CancellationToken cancellation) =>
        Storage.Ask(async () =>
    {
        await using var transaction = await TenantTransaction.Begin(database, cancellation, tenant, TenantId.Platform);
        if (await SignInTries.ChargeMail(transaction, order.To, trace.At, cancellation))
        {
            await using var batch = transaction.Batch();
            mails.Add(batch.Add, tenant, order, trace);
            if (because is not null)
                EventAppender.Add(batch.Add, tenant, because.Account.Value, trace, because);
            await batch.ExecuteAsync(cancellation);
        }

        await transaction.Commit(cancellation);
        return true;
    });

    public Task<Result<MailedLink>> FindLink(
        TenantId tenant, LinkPurpose purpose, string token, Instant now, CancellationToken cancellation) =>
        Storage.Ask(() => SentLinks.Find(database, tenant, purpose, token, now, cancellation));

    public Task<bool> ResetPassword(MailedLink link, string token, string passwordHash, Trace trace, CancellationToken cancellation) =>
        Storage.Ask(async () =>
    {
        var account = link.Account ?? throw new ArgumentException("A password is reset for an account.", nameof(link));
        await using var scope = await scopes.Begin(link.Tenant, link.Home, trace.At, cancellation);
        if (!await MailedLinks.TryUse(scope.Transaction, link.Tenant, MailedLink.Hash(token), trace.At, cancellation))
            return false;

        await SetPassword(scope, account, passwordHash, trace.At);
        await using var batch = scope.Transaction.Batch();
        var person = new Recipient(account, link.Email, link.Name, link.Language);
        AddPasswordChanged(batch.Add, link.Tenant, link.Home, person, byLink: true, trace);
        await batch.ExecuteAsync(cancellation);
        await scope.Transaction.Commit(cancellation);
        NoteEndedSessions(link.Tenant, link.Home);
        return true;
    });

    private void NoteEndedSessions(TenantId here, TenantId home)
    {
        database.OwnChanges.Note(here);
        database.OwnChanges.Note(home);
    }

    private async Task<SignInCandidate?> ReadCandidate(TenantBatch batch, CancellationToken cancellation)
    {
        await using var reader = await batch.ReadAsync(cancellation);
        return await reader.ReadAsync(cancellation)
            ? new(
                MembershipRow.Read(database, reader),
                MembershipRow.Word<MembershipStatus>(reader.GetString(MembershipRow.Count)),
                reader.GetStringOrNull(MembershipRow.Count + 1),
                reader.GetBoolean(MembershipRow.Count + 2))
            : null;
    }

    private async Task<Result<OpenedSession>> AdmitAtOnce(Admission admission, CancellationToken cancellation)
    {
        await using var batch = database.ForTenants([admission.Attempt.Tenant, admission.Who.Here.Home]);
        if (admission.Passkey is { } passkey)
            PasskeyAnswers.AddUse(batch.Add, admission.Attempt.Tenant, passkey, admission.Trace.At);
        var opened = sessions.Add(batch.Add, admission);
        try
        {
            await batch.ExecuteAsync(cancellation);
            return opened;
        }
        catch (PostgresException twice) when (twice is { ConstraintName: "passkey_answer_pkey" })
        {
            return SignInErrors.PasskeyInvalid; // the same answer came before
        }
    }

    private async Task<Result<OpenedSession>> AdmitThroughAccount(Admission admission, CancellationToken cancellation)
    {
        var who = admission.Who;
        await using var scope = await scopes.Begin(admission.Attempt.Tenant, who.Here.Home, admission.Trace.At, cancellation);
        var user = await scope.Load(who.Account);
        CodeKind? used = null;
        if (user.TwoFactorEnabled)
        {
            used = await scope.Manager.UseCode(user, admission.Code);
            if (used is null)
                return SignInErrors.SecondFactorInvalid;
        }

        user.PasswordHash = user.PasswordHash == who.PasswordHash ? admission.Rehashed ?? user.PasswordHash : user.PasswordHash;
        if (!await scope.Manager.Save(user)) // the same code twice at the same moment: one of the two was first
            return SignInErrors.SecondFactorInvalid;

        await using var batch = scope.Transaction.Batch();
        var opened = sessions.Add(batch.Add, admission);
        if (used is CodeKind.Recovery)
            EventAppender.Add(batch.Add, who.Here.Tenant, who.Account.Value, admission.Trace, new AccountEvent.RecoveryCodeUsed(
                who.Account, user.RecoveryCodes.Length));
        await batch.ExecuteAsync(cancellation);
        await scope.Transaction.Commit(cancellation);
        return opened;
    }

    private static async Task SetPassword(AccountScope scope, AccountId account, string hash, Instant now)
    {
        var user = await scope.Load(account);
        scope.Manager.SetPassword(user, hash);
        user.SessionsValidFrom = now.ToDateTimeUtc();
        if (!await scope.Manager.Save(user))
            throw new Domain.Feed.StorageException(
                "The account was changed at the same moment.", new InvalidOperationException("Concurrency stamp."));
    }

    private void AddPasswordChanged(
        Func<string, BatchStatement> add, TenantId tenant, TenantId home, Recipient person, bool byLink, Trace trace)
    {
        MailedLinks.AddEnd(add, tenant, home, person.Account, trace.At);
        add("delete from known_device where tenant_id = $1 and account_id = $2").With(tenant.Value).With(person.Account.Value);
        add("delete from known_network where tenant_id = $1 and account_id = $2").With(tenant.Value).With(person.Account.Value);
        PushEndings.Add(add, tenant, person.Account);
        if (home != tenant)
            PushEndings.Add(add, home, person.Account);
        EventAppender.Add(add, tenant, person.Account.Value, trace, new AccountEvent.PasswordChanged(person.Account, byLink));
        mails.Add(add, tenant, new("password_changed", null, person.Account, person.Email, person.Name, person.Language), trace);
    }

    private sealed record Recipient(AccountId Account, EmailAddress Email, string Name, string Language)
    {
        public static implicit operator Recipient(Membership membership) =>
            new(membership.Account, membership.Email, membership.Name, membership.Language);
    }
}
