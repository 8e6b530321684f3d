using Helpdesk.Domain.Notifications;

namespace Helpdesk.Postgres.Notifications;

internal sealed class NotificationWishStore(Database database) : INotificationWishes
{
    private const string Select = """
        select version, muted_queues, quiet_from, quiet_to, urgent_breaches_pass from notification_wish where tenant_id = $1 and account_id = $2
        """;

    public Task<NotificationWishes> Read(Member person, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(person.Tenant);
        batch.Add(Select).With(person.Tenant.Value).With(person.Account.Value);
        await using var reader = await batch.ReadAsync(cancellation);
        if (!await reader.ReadAsync(cancellation))
            return NotificationWishes.None;
        return new NotificationWishes
        {
            Version = reader.GetInt32(0),
            MutedQueues = [.. reader.GetFieldValue<string[]>(1)],
            Quiet = reader.IsDBNull(2) ? null : Hours(reader.GetInt32(2), reader.GetInt32(3), reader.GetBoolean(4)),
        };
    });

    public async Task<NotificationWishes?> Save(
        Member person, NotificationWishes wishes, int version, CancellationToken cancellation)
    {
        var present = await Read(person, cancellation);
        if (version != Versions.Any && present.Version != version)
            return null;
        if (present.Same(wishes))
            return present;
        var saved = await Storage.Ask(async () =>
        {
            await using var batch = database.ForTenant(person.Tenant);
            batch.Add("""
                insert into notification_wish (tenant_id, account_id, version, muted_queues, quiet_from, quiet_to, urgent_breaches_pass)
                values ($1, $2, $3 + 1, $4, $5, $6, $7)
                on conflict (tenant_id, account_id) do update set version = excluded.version, muted_queues = excluded.muted_queues,
                    quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to, urgent_breaches_pass = excluded.urgent_breaches_pass
                where notification_wish.version = $3
                """).With(person.Tenant.Value).With(person.Account.Value).With(present.Version).With(wishes.MutedQueues.ToArray())
                .With(MinuteOf(wishes.Quiet?.From)).With(MinuteOf(wishes.Quiet?.To)).With(wishes.Quiet?.UrgentBreachesPass ?? true);
            return await batch.ExecuteAsync(cancellation);
        });
        return saved > 0 ? wishes with { Version = present.Version + 1 } : null;
    }

    public static QuietHours Hours(int from, int to, bool urgentBreachesPass) =>
        new(new(from / 60, from % 60), new(to / 60, to % 60), urgentBreachesPass);

    private static int? MinuteOf(LocalTime? time) => time is { } at ? at.Hour * 60 + at.Minute : null;
}
