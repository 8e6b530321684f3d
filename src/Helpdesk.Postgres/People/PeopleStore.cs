using System.Text.Json;
using Helpdesk.Domain.People;
using Helpdesk.Domain.Tenants;
using Helpdesk.Postgres.Mail;
using Helpdesk.Postgres.Tenants;

namespace Helpdesk.Postgres.People;

/// <summary>
/// Stores memberships. What a decision stood on is checked again by the statements that carry it out, all in one round trip.
/// </summary>
internal sealed class PeopleStore(Database database, OwedMails mails, TimeProvider time) : IPeopleStore
{
    private const string Stale = "HD409";
    private const string LinkVoid = "HD410";

    private static readonly string Select = $"select {MembershipRow.Columns("m")} from membership m where m.tenant_id = $1";

    public Task<PeopleSnapshot> Load(TenantId tenant, AccountId target, AccountId? actor, CancellationToken cancellation) =>
        Load(tenant, "account_id = $2", actor, statement => statement.With(target.Value), cancellation);

    public Task<PeopleSnapshot> Load(TenantId tenant, EmailAddress target, AccountId? actor, CancellationToken cancellation) =>
        Load(tenant, "email_key = $2", actor, statement => statement.With(target.Key), cancellation);

    public async Task<PeopleCrowd> LoadMany(
        TenantId tenant, IReadOnlyCollection<string> emailKeys, IReadOnlyCollection<string> externalIds, AccountId? actor,
        CancellationToken cancellation)
    {
        // Counted first: a change in between shows as a stale version.
        var counted = await Load(tenant, new AccountId(Guid.Empty), actor, cancellation);
        var found = await Storage.Ask(async () =>
        {
            await using var batch = database.ForTenant(tenant);
            batch.Add($"{Select} and (m.email_key = any ($2) or m.external_id = any ($3))").With(tenant.Value).With(emailKeys.ToArray())
                .With(externalIds.ToArray());
            await using var reader = await batch.ReadAsync(cancellation);
            return await ReadAll(reader, cancellation);
        });
        return new(counted.People, found, counted.Actor);
    }

    public async Task<PeopleOutcome> Append(PeopleAppend append, CancellationToken cancellation)
    {
        var tenant = append.Change.After.Tenant;
        try
        {
            await Storage.Ask(async () =>
            {
                await using var batch = database.ForTenants([tenant, .. append.Copies ?? []]);
                PeopleWriting.Add(batch.Add, append, mails);
                return await batch.ExecuteAsync(cancellation);
            });
            return PeopleOutcome.Done;
        }
        catch (PostgresException refused) when (refused.SqlState is LinkVoid)
        {
            return PeopleOutcome.LinkVoid;
        }
        catch (PostgresException repeated)
            when (repeated is { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "operation_pkey" })
        {
            return PeopleOutcome.Repeated;
        }
        catch (PostgresException taken)
            when (taken is { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "membership_external" })
        {
            return PeopleOutcome.ExternalIdTaken;
        }
        catch (PostgresException refused) when (refused.SqlState is Stale or PostgresErrorCodes.UniqueViolation)
        {
            return PeopleOutcome.Stale;
        }
        finally
        {
            // Also when it failed: it may be committed all the same.
            foreach (var touched in (TenantId[])[tenant, append.Change.After.Home, .. append.Copies ?? []])
                database.OwnChanges.Note(touched);
        }
    }

    public Task ForgetDue(TenantId tenant, AccountId account, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(tenant);
        PeopleWriting.AddNoDue(batch.Add, tenant, account);
        return await batch.ExecuteAsync(cancellation);
    });

    public Task<PastOperation?> FindOperation(TenantId tenant, Guid operation, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(tenant);
        batch.Add("select fingerprint, stream_id, from_version, to_version from operation where tenant_id = $1 and id = $2 and at > "
            + "now() - interval '72 hours'")
            .With(tenant.Value).With(operation);
        await using var reader = await batch.ReadAsync(cancellation);
        return await reader.ReadAsync(cancellation)
            ? new PastOperation(reader.GetString(0), reader.GetGuid(1), reader.GetInt32(2), reader.GetInt32(3))
            : null;
    });

    public Task<Membership?> FindAnswer(TenantId tenant, Guid operation, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(tenant);
        batch.Add("select answer from operation where tenant_id = $1 and id = $2").With(tenant.Value).With(operation);
        await using var reader = await batch.ReadAsync(cancellation);
        return await reader.ReadAsync(cancellation) && reader.GetStringOrNull(0) is { } answer
            ? JsonSerializer.Deserialize<Membership>(answer, RecordJson.Options)
            : null;
    });

    public Task<PeoplePage> List(PeopleQuery query, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        const string Matches = """
             and (m.status <> 'ended' or $3 = 'ended') and ($2::text is null or m.role = $2) and ($3::text is null or m.status = $3)
             and not exists (select from unnest($4::text[], $5::text[],
                    (select array_agg(address_key(typed) order by n) from unnest($8::text[]) with ordinality t (typed, n)))
                    word (name, email, address)
                where m.name_key not like word.name and m.email_key not like word.email and strpos(m.address_key, word.address) = 0)
             and ($6::uuid is null or m.home_id = $6)
             and ($7::text is null or word_key(m.requester_group) = word_key($7))
            """;
        await using var batch = database.ForTenant(query.Tenant);
        AddFilter(batch.Add($"select count(*) from membership m where m.tenant_id = $1{Matches}"), query);
        AddFilter(batch.Add($"{Select}{Matches} and ($9::text is null or (m.name_key, m.account_id) > ($9, $10)) order by m.name_key, "
            + "m.account_id limit $11"), query)
            .With(query.After?.NameKey).With(query.After?.Account ?? Guid.Empty).With(query.Limit + 1);

        await using var reader = await batch.ReadAsync(cancellation);
        await reader.ReadAsync(cancellation);
        var total = reader.GetInt64(0);
        await reader.NextResultAsync(cancellation);
        var rows = await ReadRows(reader, cancellation);
        var items = rows.Take(query.Limit).OfType<Membership>().ToList();
        return new PeoplePage(
            items, rows.Count > query.Limit && items.Count > 0 ? new(NameKey.Of(items[^1].Name), items[^1].Account.Value) : null, total);
    });

    // What is counted is read before what is decided on, so a change in between shows as a stale version.
    private Task<PeopleSnapshot> Load(
        TenantId tenant, string isTarget, AccountId? actor, Func<BatchStatement, BatchStatement> withTarget,
        CancellationToken cancellation) => Storage.Ask(async () =>
    {
        var now = time.GetUtcNow();
        await using var batch = database.ForTenant(tenant);
        withTarget(batch.Add($"""
            select coalesce((select version from people where tenant_id = $1), 0),
                (select count(*)::int from membership where tenant_id = $1 and role = $3 and status = 'active'),
                (select state from aggregate where tenant_id = $1 and stream_id = $5 and kind = 'licence'),
                {SeatCount.Used("$1", "$4")},
                exists (select from seat s join membership m using (tenant_id, account_id) where s.tenant_id = $1 and m.{isTarget}
                    and s.until > $4),
                (select count(*)::int from membership m where m.tenant_id = $1 and m.role = $3 and m.status = 'invited'
                    and not m.{isTarget}) as invited
            """).With(tenant.Value)).With(Words<Role>.Of(PeopleRules.KeeperRole(tenant))).With(now).With(Licence.Stream);
        withTarget(batch.Add($"{Select} and m.{isTarget}").With(tenant.Value));
        batch.Add($"{Select} and m.account_id = $2").With(tenant.Value).With(actor?.Value ?? Guid.Empty);

        await using var reader = await batch.ReadAsync(cancellation);
        await reader.ReadAsync(cancellation);
        var seats = tenant == TenantId.Platform
            ? SeatUse.Unlimited
            : Seats(tenant, reader);
        var people = new Crew(reader.GetInt32(0), reader.GetInt32(1), seats)
        {
            InvitedKeepers = reader.GetInt32(reader.GetOrdinal("invited")),
        };
        await reader.NextResultAsync(cancellation);
        var target = await ReadOne(reader, cancellation);
        await reader.NextResultAsync(cancellation);
        return new PeopleSnapshot(people, target, await ReadOne(reader, cancellation));
    });

    // A licence that cannot be read promises no number of seats, and refuses none.
    private SeatUse Seats(TenantId tenant, NpgsqlDataReader reader)
    {
        var licence = reader.GetStringOrNull(2);
        var read = LicenceStore.ReadOrLeaveOut(database, tenant, licence);
        return licence is not null && read is null
            ? SeatUse.Unlimited
            : new((read?.Terms ?? LicenceTerms.Trial).Seats, reader.GetInt32(3), reader.GetBoolean(4));
    }

    public Task<IReadOnlyList<TenantId>> Serves(AccountId account, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(TenantId.Platform);
        batch.Add("select tenant_id from membership where home_id = $1 and account_id = $2 and tenant_id <> home_id order by tenant_id")
            .With(TenantId.Platform.Value).With(account.Value);
        await using var reader = await batch.ReadAsync(cancellation);
        var tenants = new List<TenantId>();
        while (await reader.ReadAsync(cancellation))
            tenants.Add(new(reader.GetGuid(0)));
        return (IReadOnlyList<TenantId>)tenants;
    });

    // Which tenants is seen from home, what they are called only from within them: two steps.
    public Task<IReadOnlyList<ServedTenant>> Served(AccountId account, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        var served = new List<ServedTenant>();
        await using var batch = database.ForTenants(await Serves(account, cancellation));
        batch.Add("""
            select t.id, t.slug, t.name, m.role from membership m join tenant t on t.id = m.tenant_id
            where m.account_id = $1 and m.status = 'active' and t.status <> 'deleted' order by t.name, t.id
            """).With(account.Value);
        await using var reader = await batch.ReadAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            served.Add(new(
                new(reader.GetGuid(0)), reader.GetString(1), reader.GetString(2), MembershipRow.Word<Role>(reader.GetString(3))));
        return (IReadOnlyList<ServedTenant>)served;
    });

    private static BatchStatement AddFilter(BatchStatement statement, PeopleQuery query)
    {
        var words = query.Words;
        string[] name = [.. words.Select(word => $"%{Escape(NameKey.Of(word))}%")];
        string[] email = [.. words.Select(word => $"%{Escape(EmailAddress.Searched(word.ToLowerInvariant()))}%")];
        return statement.With(query.Tenant.Value)
            .With(query.Role is { } role ? Words<Role>.Of(role) : null)
            .With(query.Status is { } status ? Words<MembershipStatus>.Of(status) : null)
            .With(name).With(email).With(query.Home?.Value).With(query.Group).With(words.ToArray());
    }

    private static string Escape(string text) => text.Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_");

    private async Task<Membership?> ReadOne(NpgsqlDataReader reader, CancellationToken cancellation) =>
        await reader.ReadAsync(cancellation) ? MembershipRow.Read(database, reader) : null;

    private async Task<List<Membership>> ReadAll(NpgsqlDataReader reader, CancellationToken cancellation) =>
        [.. (await ReadRows(reader, cancellation)).OfType<Membership>()];

    // null: it cannot be read; a page is as long as it has rows.
    private async Task<List<Membership?>> ReadRows(NpgsqlDataReader reader, CancellationToken cancellation)
    {
        var rows = new List<Membership?>();
        while (await reader.ReadAsync(cancellation))
            rows.Add(MembershipRow.ReadOrLeaveOut(database, reader));
        return rows;
    }
}
