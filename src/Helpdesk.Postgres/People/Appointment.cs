using Helpdesk.Domain.Mail;
using Helpdesk.Domain.People;
using Helpdesk.Postgres.Mail;

namespace Helpdesk.Postgres.People;

/// <summary>
/// Makes the first operator of a platform, before anybody can sign in. Works beside a running platform, without the grain that otherwise
/// decides on people: the database checks what the decision stood on.
/// </summary>
public sealed class Appointment(IPeopleStore store, TimeProvider time)
{
    private const string Origin = "command line";

    /// <param name="ownsDatabase">Whoever asks has the rights of the database's owner.</param>
    /// <returns>The token of an invitation: good once, for as long as any invitation.</returns>
    public async Task<Result<string>> Appoint(
        EmailAddress email, string name, string language, bool ownsDatabase, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < 2; attempt++)
        {
            var found = await store.Load(TenantId.Platform, email, actor: null, cancellation);
            var now = Instant.FromDateTimeOffset(time.GetUtcNow());
            var account = new AccountId(Guid.CreateVersion7(now.ToDateTimeOffset()));
            var person = new Invitation(account, email, name, language, Role.Operator);
            if (PeopleRules.Appoint(found.People, found.Target, person, ownsDatabase, now).Refused(out var refusal, out var change))
                return refusal;

            var link = new HandedLink(OwedMails.NewToken(), change.After.MailWithLink(LinkPurpose.AcceptInvitation));
            var append = new PeopleAppend
            {
                Change = change,
                PeopleVersion = found.People.Version,
                Operation = new(Guid.CreateVersion7(), ""),
                Actor = null,
                Origin = Origin,
                At = now,
                Handed = link,
            };
            if (await store.Append(append, cancellation) is PeopleOutcome.Done)
                return link.Token;
        }

        return FeedErrors.Contended;
    }
}
