using Helpdesk.Domain.Tenants;

namespace Helpdesk.Domain.Tests.Tenants;

public sealed class SlugTests
{
    [Theory]
    [InlineData("smtp")]
    [InlineData("smtp1")]
    [InlineData("smtp-2")]
    [InlineData("smtp-02")]
    [InlineData("smtp-out")]
    [InlineData("smtp-relay-3")]
    [InlineData("mx-1")]
    [InlineData("mx10")]
    [InlineData("dns1")]
    [InlineData("ns-7")]
    [InlineData("mtasts")]
    [InlineData("mta-sts")]
    [InlineData("mta-sts2")]
    [InlineData("autodiscover2")]
    [InlineData("auto-discover")]
    [InlineData("auto-config-1")]
    [InlineData("w-p-a-d")]
    [InlineData("noreply")]
    [InlineData("no-reply-1")]
    [InlineData("open-pgp-key")]
    [InlineData("oauth")]
    [InlineData("oauth-3")]
    [InlineData("imap4")]
    [InlineData("mail-server-12")]
    [InlineData("www7")]
    [InlineData("db-2")]
    [InlineData("web-mail")]
    [InlineData("console-1")]
    [InlineData("help-desk")]
    [InlineData("hilfe")]
    [InlineData("dav")]
    [InlineData("kontakt")]
    [InlineData("portal")]
    [InlineData("service-portal")]
    [InlineData("buerger-portal")]
    [InlineData("anmeldung")]
    [InlineData("kalender-1")]
    [InlineData("calendar")]
    [InlineData("jmap")]
    [InlineData("noc")]
    [InlineData("csirt")]
    [InlineData("trouble")]
    [InlineData("mailer-daemon")]
    [InlineData("tls-rpt")]
    [InlineData("sicherheit")]
    [InlineData("datenschutz")]
    [InlineData("impressum")]
    [InlineData("orleans")]
    [InlineData("tickets")]
    public void What_looks_like_a_machine_or_the_platform_belongs_to_nobody(string slug) =>
        Slug.Fault(slug, "/slug")!.Code.ShouldBe("reserved", slug);

    [Theory]
    [InlineData("aue")]
    [InlineData("aue-bad-schlema")]
    [InlineData("appen")]
    [InlineData("bad-ems")]
    [InlineData("berlin")]
    [InlineData("demmin")]
    [InlineData("dippoldiswalde")]
    [InlineData("eventing")]
    [InlineData("filderstadt")]
    [InlineData("gitter")]
    [InlineData("halle-saale")]
    [InlineData("hof")]
    [InlineData("ihlow")]
    [InlineData("lauf")]
    [InlineData("login-neustadt")]
    [InlineData("mailand")]
    [InlineData("medias")]
    [InlineData("mainz")]
    [InlineData("neustadt-1")]
    [InlineData("opsdorf")]
    [InlineData("postau")]
    [InlineData("rom")]
    [InlineData("rot-an-der-rot")]
    [InlineData("stadt-2000")]
    [InlineData("stolberg-rheinland")]
    [InlineData("testorf-steinfort")]
    [InlineData("ulm")]
    [InlineData("weil-am-rhein")]
    [InlineData("wipperdorf")]
    [InlineData("landkreis-hof")]
    [InlineData("vg-lingenfeld")]
    [InlineData("kirchheim-unter-teck")]
    [InlineData("dienstedt")]
    [InlineData("hilfarth")]
    [InlineData("kontrop")]
    [InlineData("marktheidenfeld")]
    [InlineData("serviceburg")]
    [InlineData("startdorf")]
    [InlineData("sankt-augustin")]
    public void Municipalities_are_called_as_they_are(string slug) => Slug.Fault(slug, "/slug").ShouldBeNull(slug);

    [Fact]
    public void Who_has_a_name_from_before_it_was_reserved_keeps_it()
    {
        Slug.MayExist("portal").ShouldBeTrue();
        Slug.MayExist("Portal").ShouldBeFalse();
        Slug.MayExist("-portal").ShouldBeFalse();
    }

    [Fact]
    public void Whoever_names_a_tenant_may_do_it_in_capitals()
    {
        Slug.Spelled("MUSTERSTADT-2").ShouldBe("musterstadt-2");
        Slug.Spelled("\u212Aiel").ShouldBe("\u212Aiel", "the sign for Kelvin is no letter of a slug");
        Slug.Fault("MUSTERSTADT", "/slug")!.Code.ShouldBe("format");
    }
}
