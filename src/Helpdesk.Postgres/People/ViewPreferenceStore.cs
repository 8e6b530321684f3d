using System.Text.Json;
using Helpdesk.Domain.People;

namespace Helpdesk.Postgres.People;

internal sealed class ViewPreferenceStore(Database database) : IViewPreferences
{
    public Task<ViewPreferences> Read(TenantId home, AccountId account, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(home);
        batch.Add("select version, chosen from view_preference where tenant_id = $1 and account_id = $2")
            .With(home.Value).With(account.Value);
        await using var reader = await batch.ReadAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? Parsed(reader.GetString(1)) with { Version = reader.GetInt32(0) }
            : ViewPreferences.None;
    });

    public async Task<ViewPreferences?> Save(
        TenantId home, AccountId account, ViewPreferences preferences, int version, CancellationToken cancellation)
    {
        var present = await Read(home, account, cancellation);
        if (version != Versions.Any && present.Version != version)
            return null;
        if (present.Same(preferences))
            return present;
        var saved = preferences with { Version = present.Version + 1 };
        return await Storage.Ask(async () =>
        {
            await using var batch = database.ForTenant(home);
            batch.Add("""
                insert into view_preference (tenant_id, account_id, version, chosen) values ($1, $2, $3 + 1, $4)
                on conflict (tenant_id, account_id) do update set version = excluded.version, chosen = excluded.chosen
                where view_preference.version = $3
                returning version
                """).With(home.Value).With(account.Value).With(present.Version)
                .WithJson(JsonSerializer.Serialize(saved, RecordJson.Options));
            await using var reader = await batch.ReadAsync(cancellation);
            return await reader.ReadAsync(cancellation);
        }) ? saved : null;
    }

    // How a page looks is no reason to show none.
    private static ViewPreferences Parsed(string chosen)
    {
        try
        {
            return RecordJson.ReadStored<ViewPreferences>(chosen);
        }
        catch (UnreadableException)
        {
            return ViewPreferences.None;
        }
    }
}
