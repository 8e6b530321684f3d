namespace Helpdesk.Domain.Tests.Tickets;

public sealed class TicketNumberTests
{
    [Theory]
    [InlineData("MUST", 1, "MUST-000001")]
    [InlineData("MUST", 123, "MUST-000123")]
    [InlineData("MUST", 999_999, "MUST-999999")]
    [InlineData("MUST", 1_000_000, "MUST-1000000")]
    public void A_number_has_six_digits_and_grows_when_they_are_used_up(string prefix, long sequence, string number) =>
        TicketNumber.Of(prefix, sequence).ShouldBe(number);

    [Theory]
    [InlineData("musterstadt", "MUST")]
    [InlineData("st-georgen", "STGE")]
    [InlineData("a-1", "A1")]
    public void A_prefix_is_made_of_the_first_letters_of_the_slug(string slug, string prefix) =>
        TicketNumber.PrefixFor(slug).ShouldBe(prefix);
}
