using System.Security.Cryptography;
using System.Text;
using Helpdesk.Domain.SignIn;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Postgres.SignIn;

/// <summary>
/// Counts failed tries. A subject is a hash of what is counted, so that the table holds no addresses and looks alike for accounts that do
/// not exist.
/// </summary>
internal sealed class SignInTries(Database database)
{
    private static readonly Duration KeptFor = Duration.FromDays(2);

    /// <summary>Waits, or counts. Rows are locked in one order, so parallel tries queue up and none is overlooked.</summary>
    public async Task<TryVerdict> Charge(SignInTry attempt, CancellationToken cancellation)
    {
        await using var transaction = await TenantTransaction.Begin(database, cancellation, attempt.Tenant);
        var known = attempt.Device is not null && await IsKnown(transaction, attempt, cancellation);
        var (wait, next) = await Charge(transaction, attempt.Tenant, Subjects(attempt, known), attempt.At, cancellation);
        await transaction.Commit(cancellation);
        return new(wait, known, next);
    }

    /// <summary>
    /// Forgets what a right password made up for. The network's count goes back by one only: one own account must not pay for guesses at
    /// others.
    /// </summary>
    public static void AddSuccess(Func<string, BatchStatement> add, SignInTry attempt, TryVerdict verdict)
    {
        byte[][] forgotten =
            [.. Subjects(attempt, verdict.FromKnownDevice).Where(subject => subject.Backoff != SignInBackoff.Network).Select(
                subject => subject.Hash)];
        byte[] network = Network(attempt).Hash;
        AddLock(add, attempt.Tenant, [.. forgotten, network]);
        // The rows stay: one that vanished would be locked anew by whoever waited for it, out of order.
        add("update sign_in_try set failures = 0 where tenant_id = $1 and subject = any ($2)").With(attempt.Tenant.Value).With(forgotten);
        AddLess(add, attempt.Tenant, [network]);
    }

    public static void AddRefund(Func<string, BatchStatement> add, SignInTry attempt, TryVerdict verdict)
    {
        byte[][] subjects = [.. Subjects(attempt, verdict.FromKnownDevice).Select(subject => subject.Hash)];
        AddLock(add, attempt.Tenant, subjects);
        AddLess(add, attempt.Tenant, subjects);
    }

    /// <summary>Whether one more mail may go to this address now, whoever asks and at whichever tenant; counts it if so.</summary>
    public static async Task<bool> ChargeMail(
        TenantTransaction transaction, EmailAddress to, Instant now, CancellationToken cancellation) =>
        (await Charge(transaction, TenantId.Platform, [new(Hash($"mail|{to.Key}"), SignInBackoff.Mail)], now, cancellation)).Wait
            == Duration.Zero;

    private static void AddLess(Func<string, BatchStatement> add, TenantId tenant, byte[][] subjects) =>
        add("update sign_in_try set failures = greatest(failures - 1, 0) where tenant_id = $1 and subject = any ($2)").With(tenant.Value)
            .With(subjects);

    // Statements that change several rows take them in whatever order they find them. Whoever signs in from two windows at once would wait
    // for himself.
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

    private static async Task<bool> IsKnown(TenantTransaction transaction, SignInTry attempt, CancellationToken cancellation)
    {
        await using var batch = transaction.Batch();
        batch.Add("""
            select exists (select from known_device device join membership on membership.tenant_id = $1
                and membership.account_id = device.account_id
            where device.tenant_id = $1 and device.device_hash = $3 and membership.email_key = $2)
            """).With(attempt.Tenant.Value).With(attempt.EmailKey).With(attempt.Device);
        await using var reader = await batch.ReadAsync(cancellation);
        return await reader.ReadAsync(cancellation) && reader.GetBoolean(0);
    }

    private static IReadOnlyList<Subject> Subjects(SignInTry attempt, bool fromKnownDevice) => fromKnownDevice
        ? [new(Hash($"device|{attempt.EmailKey}|{Convert.ToHexString(attempt.Device!)}"), SignInBackoff.Pair)]
        :
        [
            new(Hash($"pair|{attempt.EmailKey}|{attempt.Network}"), SignInBackoff.Pair),
            new(Hash($"account|{attempt.EmailKey}"), SignInBackoff.Account),
            Network(attempt),
        ];

    private static Subject Network(SignInTry attempt) => new(Hash($"network|{attempt.Network}"), SignInBackoff.Network);

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    private sealed record Subject(byte[] Hash, SignInBackoff Backoff);
}
