using Helpdesk.Adapters.Mail;
using Helpdesk.Domain.Mail;

namespace Helpdesk.Api.Tests.Mail;

/// <summary>A template ends no process: what is too deep or too long never comes to the parser.</summary>
public sealed class FluidPiecesTests
{
    private readonly FluidTemplates engine = new();

    public static TheoryData<string, string> TooMuch => new()
    {
        { $"{{{{ {new string('(', 5_000)}", "}}" },
        { $"{{{{ {new string('(', 400)}1 }}}}", "Klammern" },
        { $"{{{{ {new string('[', 400)}1 }}}}", "Klammern" },
        { $"{{{{ subject{string.Concat(Enumerable.Repeat("|strip", 16_000))} }}}}", "500" },
        { $"{{{{ subject{string.Concat(Enumerable.Repeat("|strip", 11))} }}}}", "10 Filter" },
        { $"{{{{ \"}}}}{new string('(', 5_000)}\" }}}}", "Anführungszeichen" },
        { $"{{{{ \"\\\"}}}}{new string('(', 5_000)}\" }}}}", "Schrägstrich" },
        { $"{{% if {new string('(', 5_000)} %}}x{{% endif %}}", "500" },
        { string.Concat(Enumerable.Repeat("{{ subject }}", 301)), "300" },
        {
            string.Concat(Enumerable.Repeat("{% if subject %}", 21)) + string.Concat(Enumerable.Repeat("{% endif %}", 21)),
            "20 Befehle stehen ineinander"
        },
        { string.Concat(Enumerable.Repeat("{% for line in lines %}", 5_000)), "20 Befehle stehen ineinander" },
    };

    [Theory]
    [MemberData(nameof(TooMuch))]
    public void What_could_overflow_the_stack_is_refused_before_it_is_parsed(string source, string says)
    {
        var fault = engine.Check(source, MailPlaceholders.Of("notices"), isHtml: false).ShouldHaveSingleItem();

        fault.De.ShouldContain(says);
        Should.Throw<MailTemplateException>(() => engine.Render(source, new Dictionary<string, object?>(), isHtml: false));
    }

    [Fact]
    public void As_much_as_is_allowed_is_read_and_filled()
    {
        var deep = string.Concat(Enumerable.Repeat("{% if subject %}", 20)) + "{{ subject | default: '(leer) [x]' }}"
            + string.Concat(Enumerable.Repeat("{% endif %}", 20));
        var filters = $"{{{{ subject{string.Concat(Enumerable.Repeat("|strip", 10))} }}}}";
        foreach (var source in (string[])[deep, filters, string.Concat(Enumerable.Repeat("{{ subject }}", 300))])
        {
            engine.Check(source, MailPlaceholders.Of("notices"), isHtml: false).ShouldBeEmpty();
            engine.Render(source, new Dictionary<string, object?> { ["subject"] = "a" }, isHtml: false).ShouldStartWith("a");
        }
    }

    [Theory]
    [InlineData("\n{% assign x = 1 %}", 2, "Den Befehl „assign“ gibt es nicht.", "There is no tag “assign”.")]
    [InlineData("\n{% if subject %}x", 2, "fehlt {% endif %}", "has no {% endif %}")]
    [InlineData("{% if subject %}x{% endfor %}", 1, "beendet hier nichts", "ends nothing here")]
    [InlineData("x\n{% else %}", 2, "außerhalb einer Bedingung", "outside of a condition")]
    [InlineData("\n\n{{ (subject) }}", 3, "Klammern gibt es", "There are no brackets")]
    [InlineData("\n{{ subject", 2, "}} oder %} fehlt", "}} or %} is missing")]
    [InlineData("{{ subject subject }}", 1, "Das ist keine Vorlage, die sich lesen lässt.", "This cannot be read as a template.")]
    public void Faults_are_said_in_the_language_of_their_reader(string source, int line, string de, string en)
    {
        var fault = engine.Check(source, MailPlaceholders.Of("notices"), isHtml: false)[0];

        fault.Line.ShouldBe(line);
        fault.De.ShouldContain(de);
        fault.En.ShouldContain(en);
    }

    [Theory]
    [InlineData("{{ subject | truncate: 99999999999 }}")]
    public void Whatever_a_template_throws_is_a_fault_of_the_template(string source)
    {
        var data = new Dictionary<string, object?> { ["subject"] = "Drucker im dritten Stock" };
        foreach (var isHtml in (bool[])[true, false])
            Should.Throw<MailTemplateException>(() => engine.Render(source, data, isHtml));

        MailTemplateRules.Faults("notices", new("S", source, null), engine).ShouldHaveSingleItem().Pointer.ShouldBe("/text");
        MailTemplateRules.Faults("notices", new(source, "T", $"<p>{source}</p>"), engine).Select(fault => fault.Pointer)
            .ShouldBe(["/subject", "/html"]);
    }
}
