using System.Collections.Concurrent;
using Helpdesk.Domain.Feed;
using Helpdesk.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace Helpdesk.Api.Tests.Hosting;

public sealed class OutageLogTests : IClassFixture<ApiFixture>
{
    private static readonly Exception Away = new StorageException("It is away.", new NpgsqlException("No answer.", new IOException()));

    private readonly FakeTimeProvider clock = new();
    private readonly Capturing captured = new();
    private readonly ApiFixture api;
    private readonly OutageLoggerFactory factory;

    public OutageLogTests(ApiFixture api) =>
        (this.api, factory) = (api, new(LoggerFactory.Create(logging => logging.AddProvider(captured)), clock));

    [Fact]
    public void Of_a_thousand_alike_the_first_is_written_then_a_count_each_minute_and_at_last_that_it_is_over()
    {
        var log = factory.CreateLogger("Some.Grain");
        for (var request = 0; request < 1_000; request++)
            log.LogError(Away, "Ticket {Ticket} cannot be reached.", request);

        captured.Lines.ShouldHaveSingleItem().ShouldBe("Ticket 0 cannot be reached. StorageException: It is away. <- NpgsqlException: "
            + $"No answer. <- IOException: {new IOException().Message}");
        clock.Advance(OutageLines.Window);
        captured.Lines.Last().ShouldBe("999 more in the last minute, at last: Ticket 999 cannot be reached.");
        clock.Advance(OutageLines.Window);
        captured.Lines.Last().ShouldBe("No more for a minute, 999 were not written, at last: Ticket 999 cannot be reached.");
        clock.Advance(OutageLines.Window);
        captured.Lines.Count.ShouldBe(3);

        log.LogError(Away, "Ticket {Ticket} cannot be reached.", 7);
        captured.Lines.Last().ShouldStartWith("Ticket 7 cannot be reached.", customMessage: "the next outage is news");
    }

    [Theory]
    [InlineData("Npgsql.Connection")]
    [InlineData("Orleans.Runtime.Messaging")]
    [InlineData("Microsoft.AspNetCore.Server.Kestrel.Connections")]
    public void What_libraries_warn_of_is_counted_too(string category)
    {
        var log = factory.CreateLogger(category);
        for (var time = 0; time < 100; time++)
            log.LogWarning("Connection {Id} was lost.", time);

        captured.Lines.ShouldHaveSingleItem();
    }

    public static TheoryData<Exception> Thrown() => new(
        Away, new TimeoutException(), new AggregateException(Away), new InvalidOperationException("Outside.", Away),
        new PostgresException("terminating connection because of crash of another server process", "FATAL", "FATAL", "57P02"),
        new PostgresException("terminating connection due to administrator command", "FATAL", "FATAL", "57P01"));

    [Theory]
    [MemberData(nameof(Thrown))]
    public void Who_works_in_the_background_writes_one_line_too_and_none_of_where_it_was_met(Exception thrown)
    {
        var (log, met) = (factory.CreateLogger("Some.Runner"), Record.Exception((Action)(() => throw thrown))!);
        for (var failures = 1; failures <= 50; failures++)
            log.LogError(met, "{Consumer} could not go on (failure {Failures} in a row).", "mail", failures);

        captured.Lines.ShouldHaveSingleItem().ShouldNotContain("\n");
        clock.Advance(OutageLines.Window);
        captured.Lines.Last().ShouldBe("49 more in the last minute, at last: mail could not go on (failure 50 in a row).");
    }

    [Fact]
    public void Nothing_else_is_held_back()
    {
        var log = factory.CreateLogger("Some.Grain");
        for (var time = 0; time < 10; time++)
        {
            log.LogError(new InvalidOperationException("A defect."), "Ticket {Ticket} failed.", time);
            log.LogInformation("Ticket {Ticket} was opened.", time);
        }

        captured.Lines.Count.ShouldBe(20);
    }

    [Fact]
    public void However_many_sorts_there_are_the_lines_stay_few()
    {
        var log = factory.CreateLogger("Npgsql");
        for (var sort = 0; sort < 5_000; sort++)
#pragma warning disable CA2254 // a text that varies is what is tried here
            log.LogWarning($"Sort {sort}");
#pragma warning restore CA2254

        captured.Lines.Count.ShouldBeLessThanOrEqualTo(501);
    }

    [Fact]
    public async Task Requests_that_are_refused_while_the_database_is_away_leave_a_bounded_number_of_lines()
    {
        var lines = new Capturing();
        await using var host = api.NewHost(services => services.AddSingleton<ILoggerProvider>(lines));
        var client = api.Client("musterstadt", of: host);
        await client.Post("/api/v1/auth/login", new { email = Some.Email(), password = "falsch" });

        int before, after;
        await using (await StoppedDatabase.Of(api.Postgres))
        {
            before = await Refused(client, 20);
            var first = lines.Bytes;
            after = await Refused(client, 200);
            (lines.Bytes - first).ShouldBeLessThan(200 * 300, string.Join('\n', lines.Lines.TakeLast(20)));
        }

        before.ShouldBe(20);
        after.ShouldBe(200);
        lines.Lines.Count.ShouldBeLessThan(100, string.Join('\n', lines.Lines));
        lines.Lines.Where(line => line.Contains("\n   at ")).ShouldBeEmpty("whoever asks in the background is one of them");
    }

    private static async Task<int> Refused(HttpClient client, int count)
    {
        var refused = 0;
        for (var request = 0; request < count; request++)
        {
            var answer = await client.Post(
                "/api/v1/auth/password/reset", new { email = Some.Email() }, ("Test-Address", $"198.51.{request}.1"));
            if (answer.StatusCode is HttpStatusCode.ServiceUnavailable)
                refused++;
        }

        return refused;
    }

    private sealed class Capturing : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> lines = new();

        public IReadOnlyList<string> Lines => [.. lines];

        public long Bytes => lines.Sum(line => (long)line.Length);

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue(exception is null ? formatter(state, null) : $"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
