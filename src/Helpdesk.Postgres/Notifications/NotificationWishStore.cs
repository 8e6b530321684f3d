using Helpdesk.Domain.Mail;
using Helpdesk.Domain.Notifications;
using Helpdesk.Postgres.Mail;

namespace Helpdesk.Postgres.Notifications;

internal sealed class NotificationWishStore(Database database) : INotificationWishes
{
    private const string Select = """
        select version, muted_queues, quiet_from, quiet_to, urgent_breaches_pass, quiet_calendar
        from notification_wish where tenant_id = $1 and account_id = $2
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
            Quiet = QuietIn(reader, 2),
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
                insert into notification_wish (tenant_id, account_id, version, muted_queues, quiet_from, quiet_to, urgent_breaches_pass,
                    quiet_calendar)
                values ($1, $2, $3 + 1, $4, $5, $6, $7, $8)
                on conflict (tenant_id, account_id) do update set version = excluded.version, muted_queues = excluded.muted_queues,
                    quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to, urgent_breaches_pass = excluded.urgent_breaches_pass,
                    quiet_calendar = excluded.quiet_calendar
                where notification_wish.version = $3
                returning version
                """).With(person.Tenant.Value).With(person.Account.Value).With(present.Version).With(wishes.MutedQueues.ToArray())
                .With(MinuteOf(wishes.Quiet, quiet => quiet.From)).With(MinuteOf(wishes.Quiet, quiet => quiet.To))
                .With(wishes.Quiet?.UrgentBreachesPass ?? true).With(wishes.Quiet is { ByCalendar: true });
            // Also where somebody else was first: whether a mail goes now is settled by the wishes that there are then.
            if (present.Quiet != wishes.Quiet)
                WaitingMails.AddRelease(batch.Add, person.Tenant, person.Account, MailReason.OutsideHours);
            await using var reader = await batch.ReadAsync(cancellation);
            var isSaved = await reader.ReadAsync(cancellation);
            await reader.NextResultAsync(cancellation);
            return isSaved;
        });
        return saved ? wishes with { Version = present.Version + 1 } : null;
    }

    /// <param name="at">Of the first of four columns: from, to, whether urgent breaches pass, whether by the calendar.</param>
    public static QuietHours? QuietIn(NpgsqlDataReader row, int at)
    {
        if (row.GetBoolean(at + 3))
            return QuietHours.OfCalendar(row.GetBoolean(at + 2));
        return row.IsDBNull(at) ? null : new(TimeAt(row.GetInt32(at)), TimeAt(row.GetInt32(at + 1)), row.GetBoolean(at + 2));
    }

    private static LocalTime TimeAt(int minute) => new(minute / 60, minute % 60);

    private static int? MinuteOf(QuietHours? quiet, Func<QuietHours, LocalTime> which) =>
        quiet is { ByCalendar: false } && which(quiet) is var time ? time.Hour * 60 + time.Minute : null;
}
