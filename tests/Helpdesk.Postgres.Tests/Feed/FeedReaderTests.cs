using Helpdesk.Domain.Feed;
using Helpdesk.Domain.Tenants;
using Helpdesk.Postgres.Feed;
using Helpdesk.Testing;
using Npgsql;

namespace Helpdesk.Postgres.Tests.Feed;

public sealed class FeedReaderTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private readonly FeedReader feed = new(postgres.Database);
    private readonly string consumer = Some.Word();
    private readonly string kind = $"test.{Some.Word()}";
    private readonly TenantId tenant = Some.Tenant();

    [Fact]
    public async Task A_consumer_sees_what_is_new_in_order_until_it_has_moved_on()
    {
        await SkipThePast();
        var streams = new[] { Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid() };
        foreach (var stream in streams)
            await Append(stream);

        var page = await Read();
        page.Events.Select(each => each.Stream).ShouldBe(streams);
        (await Read()).Events.Count.ShouldBe(3);

        await feed.MoveOn(consumer, page.Events[1].Place, default);
        (await Read()).Events.Select(each => each.Stream).ShouldBe([streams[2]]);
        await feed.MoveOn(consumer, page.End!.Value, default);
        (await Read()).End.ShouldBeNull();
    }

    [Fact]
    public async Task What_commits_late_is_not_skipped()
    {
        await SkipThePast();
        var (slow, quick) = (Guid.NewGuid(), Guid.NewGuid());
        await using var connection = await postgres.Superuser.OpenConnectionAsync();
        await using var open = await connection.BeginTransactionAsync();
        await Append(slow, connection);
        await Append(quick);

        (await Read()).Events.ShouldBeEmpty("the older transaction may still add something before it");
        await open.CommitAsync();

        (await Read()).Events.Select(each => each.Stream).ShouldBe([slow, quick]);
    }

    [Fact]
    public async Task Other_kinds_are_passed_over_for_good()
    {
        await SkipThePast();
        for (var i = 0; i < 5; i++)
            await Append(Guid.NewGuid(), of: "test.other");

        var page = await feed.Read(consumer, [kind], limit: 3, default);
        page.Events.ShouldBeEmpty();
        await feed.MoveOn(consumer, page.End!.Value, default);
        (await feed.Read(consumer, ["test.other"], limit: 100, default)).Events.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Nobody_moves_back()
    {
        await SkipThePast();
        await Append(Guid.NewGuid());
        await Append(Guid.NewGuid());
        var page = await Read();

        await feed.MoveOn(consumer, page.Events[1].Place, default);
        await feed.MoveOn(consumer, page.Events[0].Place, default);

        (await Read()).Events.ShouldBeEmpty();
    }

    private async Task SkipThePast()
    {
        while ((await feed.Read(consumer, [], limit: 1000, default)).End is { } end)
            await feed.MoveOn(consumer, end, default);
    }

    private Task<FeedPage> Read() => feed.Read(consumer, [kind], limit: 100, default);

    private async Task Append(Guid stream, NpgsqlConnection? connection = null, string? of = null)
    {
        await using var command = connection is null ? postgres.Superuser.CreateCommand() : connection.CreateCommand();
        command.CommandText = "insert into event (tenant_id, stream_id, version, at, kind, data) values ($1, $2, 1, now(), $3, '{}')";
        foreach (var value in (object[])[tenant.Value, stream, of ?? kind])
            command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync();
    }
}
