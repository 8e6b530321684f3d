using Helpdesk.Domain.SignIn;

namespace Helpdesk.Postgres.SignIn;

internal sealed class PasskeyStore(Database database) : IPasskeys
{
    private const string Columns = """
        id, credential_id, account_id, relying_party, public_key, sign_count, backup_eligible, backed_up, name, created_at, last_used_at
        """;

    public Task<IReadOnlyList<Passkey>> List(PasskeyPlace place, AccountId account, CancellationToken cancellation) =>
        Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(place.Tenant);
        batch.Add($"select {Columns} from passkey where tenant_id = $1 and account_id = $2 and relying_party = $3 order by created_at, id")
            .With(place.Tenant.Value).With(account.Value).With(place.RelyingParty);
        await using var reader = await batch.ReadAsync(cancellation);
        var found = new List<Passkey>();
        while (await reader.ReadAsync(cancellation))
            found.Add(Read(reader));
        return (IReadOnlyList<Passkey>)found;
    });

    public Task<Passkey?> Find(PasskeyPlace place, byte[] credential, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(place.Tenant);
        batch.Add($"select {Columns} from passkey where tenant_id = $1 and credential_id = $2 and relying_party = $3")
            .With(place.Tenant.Value).With(credential).With(place.RelyingParty);
        await using var reader = await batch.ReadAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? Read(reader) : null;
    });

    public async Task<Error?> Add(
        PasskeyPlace place, Passkey passkey, Guid session, byte[] asked, Trace trace, CancellationToken cancellation)
    {
        try
        {
            await Storage.Ask(async () =>
            {
                await using var batch = database.ForTenant(place.Tenant);
                AddInsert(batch.Add, place, passkey);
                PasskeyAnswers.Add(batch.Add, place.Tenant, asked, trace.At);
                batch.Add("update session set by_passkey = true where tenant_id = $1 and id = $2").With(place.Tenant.Value).With(session);
                EventAppender.Add(
                    batch.Add, place.Tenant, passkey.Account.Value, trace,
                    new AccountEvent.PasskeyAdded(passkey.Account, passkey.Id, passkey.Name));
                return await batch.ExecuteAsync(cancellation);
            });
        }
        catch (PostgresException taken) when (taken.SqlState is PostgresErrorCodes.UniqueViolation)
        {
            return SignInErrors.PasskeyInvalid;
        }

        database.OwnChanges.Note(place.Tenant);
        return null;
    }

    public Task<Passkey?> Rename(PasskeyPlace place, AccountId account, Guid id, string name, CancellationToken cancellation) =>
        Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(place.Tenant);
        batch.Add($"""
            update passkey set name = $5 where tenant_id = $1 and account_id = $2 and relying_party = $3 and id = $4 returning {Columns}
            """).With(place.Tenant.Value).With(account.Value).With(place.RelyingParty).With(id).With(name);
        await using var reader = await batch.ReadAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? Read(reader) : null;
    });

    public async Task<bool> Remove(PasskeyPlace place, AccountId account, Guid id, Trace trace, CancellationToken cancellation)
    {
        var removed = await Storage.Ask(async () =>
        {
            await using var transaction = await TenantTransaction.Begin(database, cancellation, place.Tenant);
            await using var delete = transaction.Batch();
            delete.Add("delete from passkey where tenant_id = $1 and account_id = $2 and relying_party = $3 and id = $4")
                .With(place.Tenant.Value).With(account.Value).With(place.RelyingParty).With(id);
            if (await delete.ExecuteAsync(cancellation) == 0)
                return false;
            await using var record = transaction.Batch();
            EventAppender.Add(record.Add, place.Tenant, account.Value, trace, new AccountEvent.PasskeyRemoved(account, id));
            await record.ExecuteAsync(cancellation);
            await transaction.Commit(cancellation);
            return true;
        });
        database.OwnChanges.Note(place.Tenant);
        return removed;
    }

    private static void AddInsert(Func<string, BatchStatement> add, PasskeyPlace place, Passkey passkey) => add($"""
        insert into passkey (tenant_id, {Columns}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, null)
        """).With(place.Tenant.Value).With(passkey.Id).With(passkey.CredentialId).With(passkey.Account.Value).With(place.RelyingParty)
        .With(passkey.PublicKey).With((long)passkey.SignCount).With(passkey.IsBackupEligible).With(passkey.IsBackedUp).With(passkey.Name)
        .With(passkey.CreatedAt);

    private static Passkey Read(NpgsqlDataReader row) => new()
    {
        Id = row.GetGuid(0),
        CredentialId = row.GetFieldValue<byte[]>(1),
        Account = new(row.GetGuid(2)),
        RelyingParty = row.GetString(3),
        PublicKey = row.GetFieldValue<byte[]>(4),
        SignCount = (uint)row.GetInt64(5),
        IsBackupEligible = row.GetBoolean(6),
        IsBackedUp = row.GetBoolean(7),
        Name = row.GetString(8),
        CreatedAt = row.GetInstant(9),
        LastUsedAt = row.IsDBNull(10) ? null : row.GetInstant(10),
    };
}
