using Helpdesk.Domain.Feed;
using Helpdesk.Postgres.Feed;
using Helpdesk.Testing;

namespace Helpdesk.Postgres.Tests.Feed;

public sealed class FeedSessionTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Fact]
    public async Task A_session_in_the_middle_of_an_answer_is_open_so_that_nobody_takes_it_away_from_who_asked()
    {
        await using var session = new FeedSession(await postgres.Database.Worker.OpenConnectionAsync());
        var (reading, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        var answer = session.Ask(
            batch => batch.Add("select n from generate_series(1, 100000) n"),
            async reader =>
            {
                await reader.ReadAsync();
                reading.SetResult();
                await goOn.Task;
                return reader.GetInt32(0);
            },
            default);
        await reading.Task;

        session.IsOpen.ShouldBeTrue();

        goOn.SetResult();
        (await answer).ShouldBe(1);
        session.IsOpen.ShouldBeTrue();
    }

    [Fact]
    public async Task A_session_whose_connection_was_ended_is_not_open()
    {
        var connection = await postgres.Database.Worker.OpenConnectionAsync();
        await using var session = new FeedSession(connection);
        await using (var end = postgres.Superuser.CreateCommand($"select pg_terminate_backend({connection.ProcessID}, 10000)"))
            await end.ExecuteNonQueryAsync();
        await Should.ThrowAsync<StorageException>(() => session.Ask(batch => batch.Add("select 1"), _ => Task.FromResult(true), default));

        session.IsOpen.ShouldBeFalse();
    }
}
