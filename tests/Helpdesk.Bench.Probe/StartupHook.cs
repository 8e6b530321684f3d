using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Sockets;
using System.Text.Json;

/// <summary>
/// Looks into a process that the bench measures, from inside, without a line in the program itself: .NET runs this before its Main (the
/// name and the missing namespace are the runtime's rule). It does nothing until the bench asks over a socket, and ends the process when
/// the bench is gone.
/// </summary>
internal static class StartupHook
{
    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable("HELPDESK_BENCH_SOCKET") is not { } path)
            return;
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Connect(new UnixDomainSocketEndPoint(path));
        new Thread(() => Answer(socket)) { IsBackground = true, Name = "bench probe" }.Start();
    }

    private static void Answer(Socket socket)
    {
        using var stream = new NetworkStream(socket, ownsSocket: true);
        using var questions = new StreamReader(stream);
        using var answers = new StreamWriter(stream) { AutoFlush = true };
        Statements? statements = null;
        while (questions.ReadLine() is { } question)
        {
            switch (question)
            {
                case "watch":
                    statements?.Dispose();
                    statements = new();
                    answers.WriteLine("{}");
                    break;
                case "statements":
                    statements?.Dispose();
                    answers.WriteLine(JsonSerializer.Serialize(statements?.Seen ?? []));
                    break;
                case "memory":
                    answers.WriteLine(JsonSerializer.Serialize(
                        new[] { GC.GetTotalAllocatedBytes(), GC.CollectionCount(0), GC.CollectionCount(1), GC.CollectionCount(2) }));
                    break;
                default:
                    answers.WriteLine("null");
                    break;
            }
        }

        Environment.Exit(0);
    }

    /// <summary>
    /// Every round trip that Npgsql makes while it is watched: a command, or a batch as a whole. Listening costs time, so nothing else is
    /// measured meanwhile.
    /// </summary>
    private sealed class Statements : IDisposable
    {
        private readonly ConcurrentDictionary<string, int> seen = new();
        private readonly ActivityListener listener;

        public Statements()
        {
            listener = new()
            {
                ShouldListenTo = source => source.Name == "Npgsql",
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
                ActivityStopped = activity => seen.AddOrUpdate(NameOf(activity), 1, (_, count) => count + 1),
            };
            ActivitySource.AddActivityListener(listener);
        }

        public Dictionary<string, int> Seen => new(seen);

        public void Dispose() => listener.Dispose();

        // The data source tells requests from the platform's own work: they sign in as different roles.
        private static string NameOf(Activity activity) =>
            $"{activity.GetTagItem("db.npgsql.data_source")}\n{activity.GetTagItem("db.query.text") ?? activity.OperationName}";
    }
}
