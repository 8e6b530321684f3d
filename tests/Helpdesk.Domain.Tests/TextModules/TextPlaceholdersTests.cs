using Helpdesk.Domain.TextModules;

namespace Helpdesk.Domain.Tests.TextModules;

public sealed class TextPlaceholdersTests
{
    [Theory]
    [InlineData("Guten Tag {{requester.name}}", true)]
    [InlineData("{{ ticket.number }} {{ticket.subject}} {{agent.name}} {{tenant.name}}", true)]
    [InlineData("Ohne etwas, auch mit { einer } Klammer", true)]
    [InlineData("{{requester.password}}", false)]
    [InlineData("{{}}", false)]
    [InlineData("{{requester.name", false)]
    [InlineData("{{{{requester.name}}", false)]
    [InlineData("{{requester.name | upcase}}", false)]
    public void Only_what_there_is_can_be_filled_in(string text, bool isGood) =>
        (TextPlaceholders.Fault(text, "/bodies/de") is null).ShouldBe(isGood);

    [Fact]
    public void Every_place_has_its_value()
    {
        var (text, missing) = TextPlaceholders.Fill(
            "{{requester.name}}|{{ticket.number}}|{{ ticket.subject }}|{{agent.name}}|{{tenant.name}}", Facts);

        text.ShouldBe("Erika Beispiel|MUST-000123|Drucker|Achim Muster|Stadt Musterstadt");
        missing.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void What_has_no_value_stands_there_as_it_was_and_is_named_once(string? name)
    {
        var (text, missing) = TextPlaceholders.Fill(
            "Guten Tag {{ requester.name }}, zu {{ticket.number}}: {{requester.name}}", Facts with { Requester = name });

        text.ShouldBe("Guten Tag {{requester.name}}, zu MUST-000123: {{requester.name}}");
        missing.ShouldBe(["requester.name"]);
    }

    [Fact]
    public void A_value_is_never_read_as_a_place_itself()
    {
        var (text, missing) = TextPlaceholders.Fill("{{ticket.subject}}", Facts with { Subject = "{{agent.name}} $0" });

        (text, missing.Count).ShouldBe(("{{agent.name}} $0", 0));
    }

    [Fact]
    public void A_refusal_says_which_there_are() => TextPlaceholders.Fault("Zu {{ticket.numer}}", "/bodies/de")!.Message.ShouldBe(
        "There is no “{{ticket.numer}}”. There are: {{requester.name}}, {{ticket.number}}, {{ticket.subject}}, {{agent.name}}, "
            + "{{tenant.name}}.");

    private static readonly TextFacts Facts = new()
    {
        Requester = "Erika Beispiel",
        Number = "MUST-000123",
        Subject = "Drucker",
        Agent = "Achim Muster",
        Tenant = "Stadt Musterstadt",
    };
}
