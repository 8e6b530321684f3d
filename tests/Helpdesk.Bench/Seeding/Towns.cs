using Helpdesk.Domain.Feed;
using Helpdesk.Domain.Tenants;
using Helpdesk.Postgres.Sql;
using Helpdesk.Postgres.Tenants;
using Microsoft.AspNetCore.Identity;
using Npgsql;

namespace Helpdesk.Bench.Seeding;

/// <summary>A municipality of the bench, with one agent and one admin.</summary>
internal sealed record Town(TenantId Id, string Slug, AccountId Agent, AccountId Admin)
{
    public string Email => $"agent@{Slug}.example";

    public string AdminEmail => $"admin@{Slug}.example";

    /// <summary>As a browser would name it; the port is not part of what the product compares.</summary>
    public string Host => $"{Slug}.localhost";

    public static Town Of(string slug) => new(new(Guid.CreateVersion7()), slug, new(Guid.CreateVersion7()), new(Guid.CreateVersion7()));
}

/// <summary>Makes towns in the database, as operators and admins would over the API, which is not what is measured here.</summary>
internal static class Towns
{
    public const string Password = "bench-Passwort-2026";

    // The first member of a tenant comes with the tenant, so there is nobody yet who could invite them.
    private const string InsertMember = """
        with account_row as (
            insert into account (tenant_id, id, email, email_key, password_hash, security_stamp, concurrency_stamp, sessions_valid_from, created_at)
            values ($1, $2, $3, $3, $4, $2::text, $2::text, now() - interval '1 day', now()))
        , people_row as (insert into people (tenant_id, version) values ($1, 1) on conflict do nothing)
        insert into membership (tenant_id, account_id, home_id, role, status, email, email_key, name, name_key, language, version, created_at, updated_at)
        values ($1, $2, $1, $5, 'active', $3, $3, $5, $5, 'de', 1, now(), now())
        """;

    public static async Task Make(Town town, Database database, NpgsqlDataSource superuser)
    {
        var now = Instant.FromUnixTimeSeconds(DateTimeOffset.UtcNow.ToUnixTimeSeconds());
        var operatorOfPlatform = new Member(TenantId.Platform, new(Guid.CreateVersion7()), Role.Operator);
        var events = TenantRules.Create(null, new(town.Slug, $"Stadt {town.Slug}", null), operatorOfPlatform).Events
            .Select((what, index) => new Recorded<TenantEvent>(index + 1, now, operatorOfPlatform.Account, what)).ToList();
        var tenant = events.Aggregate((Tenant?)null, (state, recorded) => Tenant.Apply(state, recorded))!;
        var outcome = await new TenantStore(database).Append(
            new(town.Id, town.Id.Value, null, tenant, events, new(Guid.CreateVersion7(), ""), "bench"), CancellationToken.None);
        if (outcome is not AppendOutcome.Done)
            throw new InvalidOperationException($"The tenant {town.Slug} was not made: {outcome}.");

        await Join(town.Id, town.Agent, town.Email, "agent", superuser);
        await Join(town.Id, town.Admin, town.AdminEmail, "admin", superuser);
    }

    private static async Task Join(TenantId tenant, AccountId account, string email, string role, NpgsqlDataSource superuser)
    {
        await using var insert = superuser.CreateCommand(InsertMember);
        insert.Parameters.Add(new() { Value = tenant.Value });
        insert.Parameters.Add(new() { Value = account.Value });
        insert.Parameters.Add(new() { Value = email });
        insert.Parameters.Add(new() { Value = new PasswordHasher<Town>().HashPassword(null!, Password) });
        insert.Parameters.Add(new() { Value = role });
        await insert.ExecuteNonQueryAsync();
    }
}
