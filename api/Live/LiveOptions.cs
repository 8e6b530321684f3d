using Microsoft.Extensions.Options;

namespace Helpdesk.Api.Live;

/// <summary>Event streams. Section <c>Helpdesk:Live</c>.</summary>
public sealed class LiveOptions
{
    public const string Section = "Helpdesk:Live";

    /// <summary>
    /// How many streams are open at once in a process; one more is answered 503. At least 1, at most the connections of
    /// <c>Helpdesk:Http:Connections</c>. Default: half of those, so that other requests always find one.
    /// </summary>
    public int? Streams { get; set; }

    /// <summary>The same of one tenant; one more is answered 429. At least 1. Default: half of <see cref="Streams"/>.</summary>
    public int? TenantStreams { get; set; }

    /// <summary>The same of one account or API key: each tab of a browser has one. Default 20; 1 to 10,000.</summary>
    public int AccountStreams { get; set; } = 20;

    /// <summary>After so long without a word a stream says that it is alive. Default 15 s; 1 s to 1 min.</summary>
    public TimeSpan Heartbeat { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How often a process looks at what has happened. Default 500 ms; 50 ms to 2 s.</summary>
    public TimeSpan Poll { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// How often it is asked whether those who listen still may. Default 2 s; 100 ms to 2 s, so that an end acts within five.
    /// </summary>
    public TimeSpan Standing { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How many events wait for a slow reader; then it is hung up. Default 256; 8 to 10,000.</summary>
    public int Buffer { get; set; } = 256;

    /// <summary>How long a reader may take nothing of what was sent; then it is hung up. Default 30 s; 1 s to 5 min.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How many events of all tenants are looked through for somebody who was away; who missed more reads anew. Default 10,000; 0 to
    /// 1,000,000.
    /// </summary>
    public int CatchUp { get; set; } = 10_000;

    internal int StreamsOf(int connections) => Streams ?? Math.Max(1, connections / 2);

    internal int TenantStreamsOf(int connections) => TenantStreams ?? Math.Max(1, StreamsOf(connections) / 2);
}

internal sealed class LiveOptionsValidator : IValidateOptions<LiveOptions>
{
    public ValidateOptionsResult Validate(string? name, LiveOptions options)
    {
        var faults = new List<string>();
        Bounds(options.Streams ?? 1, 1, 1_000_000, "Streams");
        Bounds(options.TenantStreams ?? 1, 1, 1_000_000, "TenantStreams");
        Bounds(options.AccountStreams, 1, 10_000, "AccountStreams");
        Bounds(options.Buffer, 8, 10_000, "Buffer");
        Bounds(options.CatchUp, 0, 1_000_000, "CatchUp");
        Times(options.Heartbeat, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1), "Heartbeat");
        Times(options.Poll, TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(2), "Poll");
        Times(options.Standing, TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(2), "Standing");
        Times(options.Patience, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5), "Patience");
        return faults.Count > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;

        void Bounds(int value, int least, int most, string setting)
        {
            if (value < least || value > most)
                faults.Add(FormattableString.Invariant($"{LiveOptions.Section}:{setting} must be {least:N0} to {most:N0}."));
        }

        void Times(TimeSpan value, TimeSpan least, TimeSpan most, string setting)
        {
            if (value < least || value > most)
                faults.Add($"{LiveOptions.Section}:{setting} must be {least} to {most}.");
        }
    }
}
