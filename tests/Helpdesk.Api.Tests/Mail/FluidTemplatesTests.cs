using Helpdesk.Adapters.Mail;
using Helpdesk.Domain.Mail;
using Helpdesk.Domain.Notifications;
using NodaTime;

namespace Helpdesk.Api.Tests.Mail;

/// <summary>Templates are data: what they may say, and what becomes of it.</summary>
public sealed class FluidTemplatesTests
{
    private static readonly Uri Origin = new("https://musterstadt.helpdesk.example");

    private readonly FluidTemplates engine = new();

    public static TheoryData<string, string> All
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var template in MailTemplate.All)
            {
                all.Add(template, "de");
                all.Add(template, "en");
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_default_is_a_template_without_faults(string template, string language) =>
        MailTemplateRules.Faults(template, MailTemplateDefaults.Of(template, language), engine).ShouldBeEmpty();

    [Theory]
    [InlineData("de", true, 1)]
    [InlineData("de", false, 1)]
    [InlineData("en", true, 2)]
    [InlineData("en", false, 2)]
    public void The_default_of_notices_says_what_is_said_without_a_template(string language, bool canSignIn, int lines)
    {
        var all = Enumerable.Range(0, lines).Select(at => new NoticeLine(
            NotificationKind.TicketAnswered, $"MUST-00000{at}", "Drucker",
            at == 0 ? "Neu\n\nstarten & <melden>." : null, null, Some.Moment()));
        var letter = new NoticeLetter(language == "de", Origin, "Musterstadt", NoticeZone.Of(null, null), canSignIn, [.. all]);

        var filled = MailTemplateRules.Render(
            MailTemplateDefaults.Of("notices", language), language, NoticeText.Data(letter), engine);

        var usual = NoticeText.Write(letter);
        (filled.Subject, filled.Body, filled.Language).ShouldBe((usual.Subject, usual.Body, usual.Language));
    }

    [Fact]
    public void The_default_of_a_mail_about_access_says_what_is_said_without_a_template()
    {
        var owed = new OwedMail("accept_invitation", "a@b.example", "de", "geheim");
        var data = MailPlaceholders.OfLink("Stadt & Land", AccessMail.LinkOf(owed, Origin), null);

        var filled = MailTemplateRules.Render(MailTemplateDefaults.Of("accept_invitation", "de"), "de", data, engine);

        filled.ShouldBe(AccessMail.Write(owed, Origin, "Stadt & Land"));
    }

    [Theory]
    [InlineData("a\nb {{ nichts }}", 2, "„nichts“")]
    [InlineData("{{ tenant.slug }}", 1, "„tenant.slug“")]
    [InlineData("{{ Link }}", 1, "„Link“")]
    [InlineData("\n\n{% for i in (1..1000000) %}x{% endfor %}", 3, "lines oder links")]
    [InlineData("{{ (1..9) | size }}", 1, "")]
    [InlineData("{% for a in tenant %}x{% endfor %}", 1, "lines oder links")]
    [InlineData("{% assign x = link %}{{ x }}", 1, "")]
    [InlineData("{% include 'x' %}", 1, "")]
    [InlineData("{% capture x %}y{% endcapture %}", 1, "")]
    [InlineData("{% raw %}{{ x }}{% endraw %}", 1, "")]
    [InlineData("{{ link | raw }}", 1, "„raw“")]
    [InlineData("{{ link | append: link }}", 1, "„append“")]
    [InlineData("\n{{ link", 2, "")]
    [InlineData("{% if link %}", 1, "")]
    [InlineData("{{ link['x'] }}", 1, "")]
    [InlineData("{{ tenant[link] }}", 1, "")]
    public void What_is_not_there_or_could_go_on_for_ever_is_refused_with_its_line_and_the_reason(string source, int line, string says)
    {
        var fault = engine.Check(source, MailPlaceholders.Of("reset_password"), isHtml: false)[0];

        fault.Line.ShouldBe(line, fault.De);
        fault.De.ShouldContain(says);
        fault.En.ShouldNotBe(fault.De);
    }

    [Theory]
    [InlineData("{% for line in lines %}{{ forloop.index }}: {{ line.words | default: '-' | upcase }}{% else %}nichts{% endfor %}")]
    [InlineData("{% for line in lines %}{% for other in lines %}{{ line.number }}{{ other.number }}{% endfor %}{% endfor %}")]
    [InlineData("{% if number and count > 1 %}x{% elsif can_sign_in == false %}y{% else %}{{ lines | size }}{% endif %}")]
    public void Conditions_and_loops_over_what_is_there_may_be(string source) =>
        engine.Check(source, MailPlaceholders.Of("notices"), isHtml: false).ShouldBeEmpty();

    [Fact]
    public void A_loop_variable_is_known_inside_its_loop_alone() =>
        engine.Check("{% for line in lines %}{% endfor %}{{ line.words }}", MailPlaceholders.Of("notices"), isHtml: false)
            .ShouldHaveSingleItem();

    [Fact]
    public void What_people_wrote_is_text_in_html_and_no_template_either()
    {
        var data = MailPlaceholders.OfLink("<b>{{ link }}</b> & Ä", "https://x.example/?a=1&b=2", null);

        engine.Render("<p>{{ tenant.name }}</p>", data, isHtml: true).ShouldBe("<p>&lt;b&gt;{{ link }}&lt;/b&gt; &amp; Ä</p>");
        engine.Render("{{ tenant.name }}", data, isHtml: false).ShouldBe("<b>{{ link }}</b> & Ä");
    }

    [Theory]
    [InlineData("<p>\n<script>alert(1)</script>", 2)]
    [InlineData("<img src=x onerror=alert(1)>", 1)]
    [InlineData("<a href=\"javascript:alert(1)\">x</a>", 1)]
    [InlineData("<form action=x>", 1)]
    [InlineData("\n\n<a href=\"{{ tenant.name }}\">x</a>", 3)]
    public void Html_that_acts_and_typed_text_inside_a_tag_are_refused(string html, int line)
    {
        var fault = MailTemplateRules.Faults("reset_password", new("S", "{{ link }}", html), engine)[0];
        (fault.Pointer, fault.Code).ShouldBe(("/html", "bad-template"));
        fault.MessageDe!.ShouldStartWith($"Zeile {line}: ");
    }

    [Theory]
    [InlineData("reset_password", "<a href=\"{{ link }}\">Weiter</a>")]
    [InlineData("notices", "{% for one in links %}<a href=\"{{ one }}\">{{ one }}</a>{% endfor %}")]
    public void Links_of_ours_may_stand_inside_a_tag(string template, string html) =>
        MailTemplateRules.Faults(
            template, new("S", template == "notices" ? "T" : "{{ link }}", html), engine).ShouldBeEmpty();

    [Fact]
    public void What_grows_too_large_is_given_up_and_fills_no_memory()
    {
        var data = new Dictionary<string, object?>
        {
            ["lines"] = Enumerable.Range(0, 100).Select(
                object (_) => new Dictionary<string, object?> { ["words"] = new string('x', 10_000) }).ToArray(),
        };
        const string Each = "{% for a in lines %}{% for b in lines %}{{ a.words }}{% endfor %}{% endfor %}";
        Should.Throw<MailTemplateException>(() => engine.Render(Each, data, isHtml: false));
        const string Steps = "{% for a in lines %}{% for b in lines %}{% for c in lines %}{% endfor %}{% endfor %}{% endfor %}";
        Should.Throw<MailTemplateException>(() => engine.Render(Steps, data, isHtml: false));
    }
}
