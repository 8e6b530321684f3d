using System.Text.Json;
using Helpdesk.Domain.Feed;

namespace Helpdesk.Api.Tests.Http;

/// <summary>The place that a cursor of a list by moment holds.</summary>
public sealed class PlaceTextTests
{
    [Fact]
    public void A_place_comes_back_as_it_was_to_the_microsecond()
    {
        var (at, id) = (Instant.FromUtc(2026, 12, 1, 10, 0) + Duration.FromTicks(1_230), Guid.NewGuid());

        var read = JsonSerializer.Deserialize<PlaceText<Guid>>(
            JsonSerializer.Serialize(PlaceText<Guid>.Of(at, id), RecordJson.Options), RecordJson.Options)!;

        (read.At, read.Entry).ShouldBe((at, id));
    }

    [Theory]
    [InlineData("""{"microseconds":1}""")]
    [InlineData("""{"microseconds":1,"position":2}""")]
    [InlineData("""{"ticks":1,"id":2}""")]
    public void One_in_another_form_is_none_and_not_another_place(string text) =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<PlaceText<long>>(text, RecordJson.Options));
}
