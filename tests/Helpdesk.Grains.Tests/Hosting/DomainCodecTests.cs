using System.Collections.Immutable;
using Helpdesk.Contracts;
using Helpdesk.Domain;
using Helpdesk.Domain.Staff;
using Helpdesk.Domain.Tickets;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Orleans.Serialization;

namespace Helpdesk.Grains.Tests.Hosting;

/// <summary>What grains take and return comes out of another process as it went in.</summary>
public sealed class DomainCodecTests
{
    private static readonly LocalDate Day = new(2026, 11, 18);

    private readonly Serializer serializer = new ServiceCollection().AddDomainCodec().BuildServiceProvider().GetRequiredService<Serializer>();

    [Fact]
    public void Days_and_lists_of_records_travel()
    {
        Travelled(Day).ShouldBe(Day);
        Travelled<LocalDate?>(null).ShouldBeNull();
        Travelled<ImmutableArray<ExpertiseItem>>([new("it", 4, null, Day)]).ShouldBe([new("it", 4, null, Day)]);
    }

    [Fact]
    public void What_shall_be_cleared_is_not_what_stays()
    {
        Travelled(new ChangeTicket { Category = (string?)null }).Category.IsSet.ShouldBeTrue();
        Travelled(new ChangeTicket { Subject = "Drucker" }).Category.IsSet.ShouldBeFalse();
    }

    [Fact]
    public void Answers_travel_and_so_do_refusals_whatever_was_asked_for()
    {
        Travelled<Result<ImmutableArray<ExpertiseItem>>>(ImmutableArray.Create(new ExpertiseItem("it", 4, null, null))).Value.ShouldHaveSingleItem();
        Travelled<Result<ImmutableArray<ExpertiseItem>>>(StaffErrors.NotFound).Refusal!.Code.ShouldBe("not-found");
        Travelled<Result<bool>>(Error.Invalid("/level", "type", "Must be a number.")).Refusal!.Fields.ShouldHaveSingleItem().Pointer.ShouldBe("/level");
    }

    private T Travelled<T>(T sent) => serializer.Deserialize<T>(serializer.SerializeToArray(sent))!;
}
