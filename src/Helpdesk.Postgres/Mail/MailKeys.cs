using Helpdesk.Domain.Mail;
using Helpdesk.Postgres.Sealing;

namespace Helpdesk.Postgres.Mail;

internal sealed class MailKeys(MasterKey master) : IMailKeys
{
    public byte[] Of(TenantId tenant) => master.Derive($"helpdesk mail signature {tenant.Value:D}");
}
