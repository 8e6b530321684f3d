using Helpdesk.Api.Tests.Tickets;

namespace Helpdesk.Api.Tests.Notifications;

[Collection(SharedHosts.TwoTowns)]
public sealed class NotificationEndpointsTests(ApiFixture api)
{
    [Fact]
    public async Task Who_must_be_told_finds_it_reads_it_and_nobody_else_does()
    {
        var (manager, managerId) = await api.Person("musterstadt", Role.Manager);
        var other = await api.As("beispielburg", Role.Manager);
        var customer = await api.As("musterstadt", Role.Customer);
        var ticket = await customer.Post("/api/v1/tickets", new { subject = "Drucker", description = "Druckt nicht.", priority = "urgent" })
            .Json(HttpStatusCode.Created);
        var due = DateTimeOffset.Parse((string)(await manager.Get($"/api/v1/tickets/{ticket["id"]}").Json())["due_at"]!);
        await Owe(api.Musterstadt, managerId, (string)ticket["id"]!, due);

        var page = await manager.Get("/api/v1/notifications?unread=true").Json();

        var told = page["items"]!.AsArray().ShouldHaveSingleItem()!;
        ((int)page["total"]!, (int)page["unread"]!, (int)told["count"]!, (string)told["kind"]!).ShouldBe((1, 1, 1, "sla_breach"));
        ((string)told["tickets"]![0]!["number"]!).ShouldBe((string)ticket["number"]!);
        (await other.Get("/api/v1/notifications").Json())["items"]!.AsArray().ShouldBeEmpty();
        await other.Post($"/api/v1/notifications/{told["id"]}/read").ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        await customer.Get("/api/v1/notifications").ShouldAnswer(HttpStatusCode.Forbidden);

        var read = await manager.Post($"/api/v1/notifications/{told["id"]}/read").Json();
        var again = await manager.Post($"/api/v1/notifications/{told["id"]}/read").Json();

        ((string?)read["read_at"]).ShouldNotBeNull();
        JsonNode.DeepEquals(read, again).ShouldBeTrue();
        (await manager.Get("/api/v1/notifications?unread=true").Json())["items"]!.AsArray().ShouldBeEmpty();
        await manager.Get("/api/v1/notifications?unread=yes").ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid-query");
        await manager.Get("/api/v1/notifications?cursor=abc").ShouldRefuse(HttpStatusCode.BadRequest, "invalid-cursor");
    }

    // As a breach writes it; that it does is held by the tests of the grains. The host's own sweepers run by a clock that others share.
    private async Task Owe(TenantId tenant, string manager, string ticket, DateTimeOffset due)
    {
        await using var command = api.Postgres.Superuser.CreateCommand("""
            insert into notification_item (tenant_id, stream_id, version, recipient, account_id, kind, number, target, step, due_at, at, tell_at)
            select $1, id, 99, m.account_id::text, m.account_id, 'sla_breach', number, 'resolution', 'due', $3, now(), now()
            from ticket t join membership m using (tenant_id) where tenant_id = $1 and t.id = $2 and m.account_id = $4
            """);
        command.Parameters.Add(new() { Value = tenant.Value });
        command.Parameters.Add(new() { Value = Guid.Parse(ticket) });
        command.Parameters.Add(new() { Value = due.UtcDateTime });
        command.Parameters.Add(new() { Value = Guid.Parse(manager) });
        (await command.ExecuteNonQueryAsync()).ShouldBe(1);
    }
}
