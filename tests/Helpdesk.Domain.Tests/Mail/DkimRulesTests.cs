using Helpdesk.Domain.Feed;
using Helpdesk.Domain.Mail;

namespace Helpdesk.Domain.Tests.Mail;

public sealed class DkimRulesTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 18, 12, 0);
    private static readonly DkimKey Old = new("musterstadt.example", "hd-old", "QUJD", "sealed", Now);
    private static readonly DkimKey New = Old with { Selector = "hd-new", PublicKey = "REVG" };
    private static readonly Member Admin = Some.Member(Role.Admin);

    [Theory]
    [InlineData(DkimRecord.Published, "v=DKIM1; k=rsa; p=QUJD")]
    [InlineData(DkimRecord.Published, "p=QU JD;")]
    [InlineData(DkimRecord.Published, "v=DKIM1;k=rsa;h=sha1:sha256;s=*;t=y;n=x;p=QUJD")]
    [InlineData(DkimRecord.Published, "v=DKIM1; p=QUJD", "v=spf1 -all")]
    [InlineData(DkimRecord.Missing)]
    [InlineData(DkimRecord.Missing, "v=spf1 -all")]
    [InlineData(DkimRecord.Different, "v=DKIM1; p=")]
    [InlineData(DkimRecord.Different, "v=DKIM1; p=REVG")]
    [InlineData(DkimRecord.Different, "v=DKIM2; p=QUJD")]
    [InlineData(DkimRecord.Different, "v=DKIM1; k=ed25519; p=QUJD")]
    [InlineData(DkimRecord.Different, "v=DKIM1; h=sha1; p=QUJD")]
    [InlineData(DkimRecord.Different, "v=DKIM1; s=other; p=QUJD")]
    [InlineData(DkimRecord.Different, "v=DKIM1; p=QUJD", "v=DKIM1; p=REVG")]
    public void A_record_is_right_when_mailboxes_would_check_by_it(DkimRecord record, params string[] texts) =>
        DkimRules.Judge(Old, texts).ShouldBe(record);

    [Fact]
    public void While_dns_is_silent_nothing_is_known() => DkimRules.Judge(Old, null).ShouldBe(DkimRecord.Unknown);

    [Fact]
    public void The_older_key_signs_until_the_record_of_the_newer_one_is_there()
    {
        var keys = DkimKeys.None with { Items = [Old, New] };

        DkimRules.Signing(keys, "musterstadt.example", Records(Old)).ShouldBe(Old);
        DkimRules.Signing(keys, "musterstadt.example", Records(Old, New)).ShouldBe(New);
        DkimRules.Signing(keys, "mail.Musterstadt.example", Records(New)).ShouldBe(New);
        DkimRules.Signing(keys, "musterstadt.example", Records()).ShouldBeNull();
        DkimRules.Signing(keys, "neumusterstadt.example", Records(Old, New)).ShouldBeNull();
        DkimRules.Signing(keys, "example", Records(Old, New)).ShouldBeNull();
        DkimRules.Signing(keys, null, Records(Old, New)).ShouldBeNull();

        static Func<DkimKey, DkimRecord> Records(params DkimKey[] there) =>
            key => there.Contains(key) ? DkimRecord.Published : DkimRecord.Missing;
    }

    [Fact]
    public void There_are_two_keys_at_most_and_admins_alone_make_them()
    {
        var added = Add(null, Admin).Events.Single();
        added.ShouldBe(new DkimEvent.KeyAdded("musterstadt.example", "hd-1", "QUJD", "sealed"));
        var one = DkimKeys.Apply(null, new(1, Now, null, added));
        one.Items.ShouldBe([new("musterstadt.example", "hd-1", "QUJD", "sealed", Now)]);
        var two = DkimKeys.Apply(one, new(2, Now, null, Add(one, Admin).Events.Single()));

        Add(two, Admin).Refusal.ShouldBe(MailErrors.TooManyDkimKeys);
        Add(null, Some.Member(Role.Manager)).Refusal.ShouldBe(AccessErrors.AdminOnly);
        DkimRules.Remove(one, "hd-1", Some.Member(Role.Agent)).Refusal.ShouldBe(AccessErrors.AdminOnly);
        DkimRules.Remove(one, "hd-2", Admin).Refusal.ShouldBe(AccessErrors.NotFound);
        DkimKeys.Apply(one, new(2, Now, null, DkimRules.Remove(one, "hd-1", Admin).Events.Single())).Items.ShouldBeEmpty();
    }

    [Fact]
    public void A_selector_follows_from_the_command_and_fits_into_dns()
    {
        var command = Guid.Parse("0198c0de-7a11-7000-8000-0000000000f4");

        DkimRules.SelectorOf(command).ShouldBe(DkimRules.SelectorOf(command));
        DkimRules.SelectorOf(command).ShouldMatch("^hd-[0-9a-f]{10}$");
        DkimRules.SelectorOf(Guid.NewGuid()).ShouldNotBe(DkimRules.SelectorOf(command));
    }

    private static Decision<DkimEvent> Add(DkimKeys? present, Member member) =>
        DkimRules.Add(present, "musterstadt.example", "hd-1", "QUJD", "sealed", member);
}
