using Helpdesk.Grains.Tickets;

namespace Helpdesk.Architecture.Tests;

public sealed class EndpointTests
{
    [Fact]
    public void The_api_calls_grains_through_their_interfaces_only()
    {
        using var api = CompiledCode.Of(typeof(Api.Http.Problems).Assembly);
        var named = api.NamedTypes().Where(type => type.Assembly is "Helpdesk.Grains" or "Helpdesk.Contracts")
            .Select(type => type.Type).ToList();
        named.ShouldContain("Helpdesk.Contracts.Tickets.ITicketGrain", "the scan must have seen the api");

        var classes = typeof(TicketGrain).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(Grain)))
            .Select(type => type.FullName!).ToList();
        classes.ShouldContain(typeof(TicketGrain).FullName!);
        named.Intersect(classes).ShouldBeEmpty();
    }
}
