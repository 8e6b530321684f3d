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
    public void What_has_no_value_stands_there_as_it_was_and_is_named_once()
    {
        var (text, missing) = TextPlaceholders.Fill(
            "Guten Tag {{ requester.name }}, zu {{ticket.number}}: {{requester.name}}",
            new Dictionary<string, string?> { ["ticket.number"] = "MUST-000123", ["requester.name"] = null });

        text.ShouldBe("Guten Tag {{requester.name}}, zu MUST-000123: {{requester.name}}");
        missing.ShouldBe(["requester.name"]);
    }

    [Fact]
    public void A_value_is_never_read_as_a_place_itself()
    {
        var (text, missing) = TextPlaceholders.Fill("{{ticket.subject}}", new Dictionary<string, string?>
        {
            ["ticket.subject"] = "{{agent.name}}",
            ["agent.name"] = "Achim",
        });

        (text, missing.Count).ShouldBe(("{{agent.name}}", 0));
    }
}
