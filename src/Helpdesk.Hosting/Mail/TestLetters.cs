using Helpdesk.Domain.Mail;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Hosting.Mail;

internal sealed class TestLetters(ITenantDirectory tenants, Links links, LetterMarks marks) : ITestLetters
{
    public async Task<Letter> Write(TenantId tenant, EmailAddress to, bool german, Instant now, CancellationToken cancellation)
    {
        var found = await tenants.Find(tenant, cancellation);
        var name = found?.Tenant.Name ?? "Helpdesk";
        var id = CommandId.Derive($"{tenant}|{TestMail.Template}|{to}|{now}");
        var host = links.OriginOf(found?.Tenant.Slug ?? "desk").Host;
        return marks.Sign(new(id, TestMail.Template, name, host, to.ToString(), TestMail.Write(german, name), now), tenant);
    }
}
