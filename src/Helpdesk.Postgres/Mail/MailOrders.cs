using Helpdesk.Domain.Mail;

namespace Helpdesk.Postgres.Mail;

internal sealed class MailOrders(Database database, OwedMails mails) : IMailOrders
{
    // The first event of a stream that the reason names: whoever comes second finds it there.
    public Task Owe(TenantId tenant, Guid id, MailOrder order, string token, string about, Trace trace, CancellationToken cancellation) =>
        Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(tenant);
        batch.Add("insert into event (tenant_id, stream_id, version, at, actor, origin, kind, data) values ($1, $2, 1, $3, $4, $5, $6, "
            + "$7) on conflict do nothing")
            .With(tenant.Value).With(id).With(trace.At).With(trace.Actor?.Value).With(trace.Origin).With(OwedMails.Kind).WithJson(
                mails.Seal(tenant, order, token, about));
        return await batch.ExecuteAsync(cancellation);
    });
}
