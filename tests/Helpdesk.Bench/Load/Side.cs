using System.Net;

namespace Helpdesk.Bench.Load;

/// <summary>What one of two compared programs is asked.</summary>
/// <param name="Requests">
/// Client number i of n sends those whose number leaves i when divided by n, over and over: when their count is a multiple of n, no two
/// clients ever send the same one.
/// </param>
/// <param name="Status">What every answer must have; any other ends the measurement.</param>
/// <param name="ProcessorTime">Used by the program so far; <c>null</c>: is not asked.</param>
internal sealed record Side(IPEndPoint Server, IReadOnlyList<byte[]> Requests, int Status, Func<TimeSpan>? ProcessorTime = null);

/// <summary>How long two sides are compared.</summary>
/// <param name="LeadIn">Run on each side first, not measured: connections, caches, code that is still compiled.</param>
/// <param name="Slice">How long one side runs at a time.</param>
/// <param name="Pairs">Slices of each side; first one, then the other begins.</param>
internal sealed record Pace(TimeSpan LeadIn, TimeSpan Slice, int Pairs);
