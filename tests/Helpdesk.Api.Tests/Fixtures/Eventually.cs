using System.Diagnostics;

namespace Helpdesk.Api.Tests.Fixtures;

/// <summary>
/// For what follows by itself, after the feed or the sweepers: asks until it is there. How long that takes is no part of any test.
/// </summary>
internal static class Eventually
{
    /// <summary>Long: reached only by what never comes.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly object Yes = new();

    public static Task Holds(Func<Task<bool>> isSo, string otherwise = "It never came to be.") =>
        Comes(async () => await isSo() ? Yes : null, () => otherwise);

    /// <param name="find"><c>null</c>: not yet.</param>
    /// <param name="otherwise">What to say when it never comes.</param>
    public static async Task<T> Comes<T>(Func<Task<T?>> find, Func<string>? otherwise = null) where T : class
    {
        var since = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                if (await find() is { } found)
                    return found;
            }
            catch (ShouldAssertException) when (since.Elapsed < Patience)
            {
                // What is asked for may not be there at all yet, and be refused.
            }

            since.Elapsed.ShouldBeLessThan(Patience, otherwise?.Invoke() ?? "It never came.");
            await Task.Delay(20);
        }
    }
}
