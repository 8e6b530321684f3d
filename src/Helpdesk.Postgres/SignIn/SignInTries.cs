using Helpdesk.Domain.SignIn;

namespace Helpdesk.Postgres.SignIn;

/// <summary>
/// Counts failed tries. A subject is a hash of what is counted, so that the table holds no addresses and looks alike for accounts that do
/// not exist.
/// </summary>
internal sealed class SignInTries(Database database)
{
    private static readonly Duration KeptFor = Duration.FromDays(2);
    private static readonly Duration NetworksKeptFor = Duration.FromDays(180);

    /// <summary>Waits, or counts. Rows are locked in one order, so parallel tries queue up and none is overlooked.</summary>
    public async Task<TryVerdict> Charge(SignInTry attempt, CancellationToken cancellation)
    {
        await using var transaction = await TenantTransaction.Begin(database, cancellation, attempt.Tenant);
        var from = await Whence(transaction, attempt, cancellation);
        var isStrict = from is { KnownDevice: false, KnownNetwork: false } && SignInTracks.IsGuessedAt(from.Strangers, attempt.At);
        var reserved = SignInTracks.Reserved(from.KnownDevice);
        var subjects = Of(SignInTracks.Waiting(from.KnownDevice, from.KnownNetwork), attempt)
            .Select(of => new Subject(of.Hash, SignInTracks.Backoff(of.Track, isStrict), IsCounted: of.Track == reserved));
        var (wait, next) = await Charge(transaction, attempt.Tenant, [.. subjects], attempt.At, cancellation);
        await transaction.Commit(cancellation);
        return new(wait, from.KnownDevice, next, from.KnownNetwork);
    }

    /// <summary>Waits, or counts a second factor; in the account's home, so that other hosts are no way around it.</summary>
    public async Task<Duration> ChargeCode(TenantId home, SignInTry attempt, CancellationToken cancellation)
    {
        await using var transaction = await TenantTransaction.Begin(database, cancellation, home);
        var codes = new Subject(Hash(TryTrack.Codes, attempt), SignInBackoff.Codes, IsCounted: true);
        var (wait, _) = await Charge(transaction, home, [codes], attempt.At, cancellation);
        await transaction.Commit(cancellation);
        return wait;
    }

    /// <summary>The second factor was right.</summary>
    public static void AddCodesForgotten(Func<string, BatchStatement> add, TenantId home, SignInTry attempt) =>
        AddNone(add, home, Hash(TryTrack.Codes, attempt));

    /// <summary>What is counted of a try only when it was wrong.</summary>
    public static void AddFailed(Func<string, BatchStatement> add, SignInTry attempt, TryVerdict verdict)
    {
        // In one order, as they are locked: parallel tries share more than one of these rows.
        foreach (var (track, hash) in Of(SignInTracks.Failed(verdict.FromKnownDevice, verdict.FromKnownNetwork), attempt)
            .OrderBy(of => Convert.ToHexString(of.Hash), StringComparer.Ordinal))
        {
            var isOfADay = track is TryTrack.Strangers; // added up from the first on, and then forgotten, however many still come
            var forgets = isOfADay ? SignInTracks.StrangersDay : SignInTracks.Backoff(track).Forgets;
            add("""
                insert into sign_in_try (tenant_id, subject, failures, last_at) values ($1, $2, 1, $3)
                on conflict (tenant_id, subject) do update set
                    last_at = case when $5 and sign_in_try.last_at > $4 and sign_in_try.failures > 0
                        then sign_in_try.last_at else excluded.last_at end,
                    failures = case when sign_in_try.last_at <= $4 then 1 else sign_in_try.failures + 1 end
                """).With(attempt.Tenant.Value).With(hash).With(attempt.At).With(attempt.At - forgets).With(isOfADay);
        }
    }

    /// <summary>Forgets what a right password made up for; what others share stays, for guesses of others.</summary>
    public static void AddSuccess(Func<string, BatchStatement> add, SignInTry attempt, TryVerdict verdict) =>
        AddNone(add, attempt.Tenant, Hash(SignInTracks.Reserved(verdict.FromKnownDevice), attempt));

    public static void AddRefund(Func<string, BatchStatement> add, SignInTry attempt, TryVerdict verdict) =>
        add("update sign_in_try set failures = greatest(failures - 1, 0) where tenant_id = $1 and subject = $2").With(attempt.Tenant.Value)
            .With(Hash(SignInTracks.Reserved(verdict.FromKnownDevice), attempt));

    /// <summary>From this network the account is known from now on.</summary>
    public static void AddKnownNetwork(Func<string, BatchStatement> add, AccountId account, SignInTry attempt)
    {
        add("delete from known_network where tenant_id = $1 and account_id = $2 and last_used_at < $3").With(attempt.Tenant.Value)
            .With(account.Value).With(attempt.At - NetworksKeptFor);
        add("""
            insert into known_network (tenant_id, account_id, network_hash, last_used_at) values ($1, $2, $3, $4)
            on conflict (tenant_id, account_id, network_hash) do update set last_used_at = excluded.last_used_at
            """).With(attempt.Tenant.Value).With(account.Value).With(Hash(TryTrack.Network, attempt)).With(attempt.At);
    }

    /// <summary>What failed from this network before is forgotten.</summary>
    public static void AddForgiven(Func<string, BatchStatement> add, SignInTry attempt) =>
        AddNone(add, attempt.Tenant, Hash(TryTrack.Pair, attempt));

    /// <summary>Whether one more mail may go to this address now, whoever asks and at whichever tenant; counts it if so.</summary>
    public static async Task<bool> ChargeMail(
        TenantTransaction transaction, EmailAddress to, Instant now, CancellationToken cancellation) =>
        (await Charge(
            transaction, TenantId.Platform, [new(Hash($"mail|{to.Key}"), SignInBackoff.Mail, IsCounted: true)], now, cancellation))
        .Wait == Duration.Zero;

    // The row stays: one that vanished would be locked anew by whoever waited for it, out of order.
    private static void AddNone(Func<string, BatchStatement> add, TenantId tenant, byte[] subject) =>
        add("update sign_in_try set failures = 0 where tenant_id = $1 and subject = $2").With(tenant.Value).With(subject);

    private static BatchStatement AddLock(Func<string, BatchStatement> add, TenantId tenant, byte[][] subjects) =>
        add("select subject, failures, last_at from sign_in_try where tenant_id = $1 and subject = any ($2) order by subject for update")
            .With(tenant.Value).With(subjects);

    private static async Task<(Duration Wait, Duration Next)> Charge(
        TenantTransaction transaction, TenantId tenant, IReadOnlyList<Subject> subjects, Instant now, CancellationToken cancellation)
    {
        // Whoever tidies up at the same moment deletes rows that this one waited for, if nobody came for days: then they are made anew.
        var counts = await Lock(transaction, tenant, subjects, now, cancellation);
        while (subjects.Any(subject => !counts.ContainsKey(Convert.ToHexString(subject.Hash))))
            counts = await Lock(transaction, tenant, subjects, now, cancellation);
        var wait = subjects.Select(subject => subject.Backoff.Wait(counts[Convert.ToHexString(subject.Hash)], now)).Max();
        if (wait > Duration.Zero)
            return (wait, wait);

        await using var batch = transaction.Batch();
        var next = Duration.Zero;
        foreach (var subject in subjects)
        {
            var charged = subject.Backoff.Charge(counts[Convert.ToHexString(subject.Hash)], now);
            next = Duration.Max(next, subject.Backoff.Wait(charged, now));
            if (!subject.IsCounted)
                continue;
            batch.Add("update sign_in_try set failures = $3, last_at = $4 where tenant_id = $1 and subject = $2")
                .With(tenant.Value).With(subject.Hash).With(charged.Count).With(charged.LastAt);
        }

        batch.Add("""
            delete from sign_in_try where tenant_id = $1 and subject in
                (select subject from sign_in_try where tenant_id = $1 and last_at < $2 limit 20 for update skip locked)
            """).With(tenant.Value).With(now - KeptFor);
        await batch.ExecuteAsync(cancellation);
        return (Duration.Zero, next);
    }

    private static async Task<Dictionary<string, FailedTries>> Lock(
        TenantTransaction transaction, TenantId tenant, IReadOnlyList<Subject> subjects, Instant now, CancellationToken cancellation)
    {
        byte[][] hashes = [.. subjects.Select(subject => subject.Hash)];
        await using var batch = transaction.Batch();
        batch.Add("""
            insert into sign_in_try (tenant_id, subject, failures, last_at)
            select $1, subject, 0, $3 from unnest($2) subject order by subject on conflict do nothing
            """).With(tenant.Value).With(hashes).With(now);
        AddLock(batch.Add, tenant, hashes);

        await using var reader = await batch.ReadAsync(cancellation);
        var counts = new Dictionary<string, FailedTries>();
        while (await reader.ReadAsync(cancellation))
            counts[Convert.ToHexString(reader.GetFieldValue<byte[]>(0))] = new(reader.GetInt32(1), reader.GetInstant(2));
        return counts;
    }

    private static async Task<Origin> Whence(TenantTransaction transaction, SignInTry attempt, CancellationToken cancellation)
    {
        await using var batch = transaction.Batch();
        batch.Add("""
            select exists (select from membership m join known_device d on d.tenant_id = $1 and d.account_id = m.account_id
                    where m.tenant_id = $1 and m.email_key = $2 and d.device_hash = $3),
                exists (select from membership m join known_network n on n.tenant_id = $1 and n.account_id = m.account_id
                    where m.tenant_id = $1 and m.email_key = $2 and n.network_hash = $4)
            """).With(attempt.Tenant.Value).With(attempt.EmailKey).With(attempt.Device).With(Hash(TryTrack.Network, attempt));
        batch.Add("select failures, last_at from sign_in_try where tenant_id = $1 and subject = $2").With(attempt.Tenant.Value)
            .With(Hash(TryTrack.Strangers, attempt));

        await using var reader = await batch.ReadAsync(cancellation);
        await reader.ReadAsync(cancellation);
        var device = attempt.Device is not null && reader.GetBoolean(0);
        var network = !device && reader.GetBoolean(1);
        await reader.NextResultAsync(cancellation);
        return new(device, network, await reader.ReadAsync(cancellation) ? new(reader.GetInt32(0), reader.GetInstant(1)) : default);
    }

    private static IEnumerable<(TryTrack Track, byte[] Hash)> Of(IEnumerable<TryTrack> tracks, SignInTry attempt) =>
        tracks.Where(track => SignInTracks.Subject(track, attempt) is not null).Select(track => (track, Hash(track, attempt)));

    private static byte[] Hash(TryTrack track, SignInTry attempt) => Hash(
        SignInTracks.Subject(track, attempt) ?? throw new ArgumentException("The try has nothing of the kind.", nameof(track)));

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    /// <param name="IsCounted">Before it is judged.</param>
    private sealed record Subject(byte[] Hash, SignInBackoff Backoff, bool IsCounted);

    private sealed record Origin(bool KnownDevice, bool KnownNetwork, FailedTries Strangers);
}
