using Helpdesk.Adapters.Mail;
using Helpdesk.Domain.Mail;

namespace Helpdesk.Api.Tests.Mail;

/// <summary>HTML of mails is text, lists, tables and links; nothing becomes anything else by being filled.</summary>
public sealed class MailHtmlTests
{
    private readonly FluidTemplates engine = new();

    [Theory]
    [InlineData("<p on{% if count %}mouseover{% endif %}=\"x\">a</p>")]
    [InlineData("<scr{% if count %}ipt{% endif %}>a")]
    [InlineData("<{% if count %}script{% endif %}>a")]
    [InlineData("<{% comment %}{% endcomment %}script>a")]
    [InlineData("<p{% comment %}>{% endcomment %} onclick=\"x\">a")]
    [InlineData("<a href=\"{% if count %}javascript:x{% endif %}\">a</a>")]
    [InlineData("<a href=\"{% if count > 1 %}{{ tenant.name }}{% endif %}\">a</a>")]
    [InlineData("<a href=\"&#106;avascript:alert(1)\">a</a>")]
    [InlineData("<a href=\"java\tscript:alert(1)\">a</a>")]
    [InlineData("<a href=\" https://a.example\">a</a>")]
    [InlineData("<a href=\"//a.example\">a</a>")]
    [InlineData("<a href=https://a.example>a</a>")]
    [InlineData("<a href=\"{{ tenant.name }}\">a</a>")]
    [InlineData("<a href=\"https://a.example/{{ number }}\">a</a>")]
    [InlineData("<p/onclick=\"x\">a</p>")]
    [InlineData("<p onclick=\"x\">a</p>")]
    [InlineData("<p class=\"x\">a</p>")]
    [InlineData("<p href=\"https://a.example\">a</p>")]
    [InlineData("<p style=\"background: url(https://a.example)\">a</p>")]
    [InlineData("<p style=\"color: \\75 rl\">a</p>")]
    [InlineData("<p style=\"position: fixed\">a</p>")]
    [InlineData("<p style=\"{{ tenant.name }}\">a</p>")]
    [InlineData("<textarea>")]
    [InlineData("<plaintext>")]
    [InlineData("<img src=\"https://a.example/x.png\">")]
    [InlineData("<style>p { background: url(x) }</style>")]
    [InlineData("<!-- x -->")]
    [InlineData("<svg/onload=x>")]
    [InlineData("a < b")]
    [InlineData("<p")]
    public void What_is_not_plainly_allowed_is_refused_when_it_is_saved(string html)
    {
        var fault = MailTemplateRules.Faults("notices", new("S", "T", $"<p>\n{html}"), engine)[0];

        (fault.Pointer, fault.Code).ShouldBe(("/html", "bad-template"));
        fault.MessageDe!.ShouldStartWith("Zeile 2: ");
    }

    [Theory]
    [InlineData("<h1>A &amp; B</h1><p style=\"color: #333; font-family: 'Arial', sans-serif\">x<br>y<br/></p><hr>")]
    [InlineData("<table border=\"0\" width='100%'><tr><td colspan=\"2\" align=\"left\">{{ subject }}</td></tr></table>")]
    [InlineData("<a href=\"https://a.example/?a=1&amp;b=2\">a</a> <A HREF=\"mailto:rathaus@a.example\">b</A>")]
    [InlineData("{% if count > 1 %}<ul>{% for line in lines %}<li>{{ line.words }}</li>{% endfor %}</ul>{% endif %}")]
    [InlineData("{% for one in links %}<a href=\"{{ one }}\">{{ one }}</a>{% endfor %}")]
    public void Text_lists_tables_and_links_may_be(string html) =>
        MailTemplateRules.Faults("notices", new("S", "T", html), engine).ShouldBeEmpty();

    [Theory]
    [InlineData("<p>{{ x <b>&lt;script&gt;</b> {% y</p>", true)]
    [InlineData("<p><script>x</script></p>", false)]
    [InlineData("<a href=\"https://a.example\" onclick=\"x\">a</a>", false)]
    public void A_mail_is_read_once_more_before_it_leaves(string html, bool isAllowed) =>
        MailHtml.FaultsOf(html).Any().ShouldBe(!isAllowed);

    [Fact]
    public void Much_that_begins_like_a_tag_is_read_quickly()
    {
        foreach (var part in (string[])["<p ", "<", "<a href=\"", "<p>", "<p a=\"b\" "])
            MailHtml.FaultsOf(string.Concat(Enumerable.Repeat(part, 400_000 / part.Length))).Take(20).Count().ShouldBeLessThanOrEqualTo(20);
    }

    [Theory]
    [InlineData("reset_password")]
    [InlineData("accept_invitation")]
    [InlineData("satisfaction")]
    public void A_mail_with_a_link_has_it_in_each_part_and_never_in_its_subject(string template)
    {
        const string Link = "<a href=\"{{ link }}\">Weiter</a>";
        MailTemplateRules.Faults(template, new("S", "{{ link }}", Link), engine).ShouldBeEmpty();
        Refused(template, new("S", "Ohne", null)).ShouldBe(["/text"]);
        Refused(template, new("S", "{% if false %}{{ link }}{% endif %}", null)).ShouldBe(["/text"]);
        Refused(template, new("S", "{{ link | upcase }}", null)).ShouldBe(["/text"]);
        Refused(template, new("S", "{{ link }}", "<p>Ohne</p>")).ShouldBe(["/html"]);
        Refused(template, new("S {{ link }}", "{{ link }}", null)).ShouldBe(["/subject"]);
        Refused("notices", new("{{ links | first }}", "T", null)).ShouldBe(["/subject"]);
        Refused("notices", new("{% for a in links %}{{ a }}{% endfor %}", "T", null)).ShouldBe(["/subject"]);
    }

    [Fact]
    public void A_subject_that_some_mails_would_not_have_is_refused() =>
        Refused("notices", new("{{ number }}", "T", null)).ShouldBe(["/subject"]);

    private IEnumerable<string> Refused(string template, MailSource source) =>
        MailTemplateRules.Faults(template, source, engine).Select(fault => fault.Pointer).Distinct();
}
