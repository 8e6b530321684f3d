using System.Collections.Concurrent;

namespace Helpdesk.Grains.Hosting;

/// <summary>
/// What is sent to servers that tenants chose: one lane for each, beside all others. A server that hangs holds up nothing but its own.
/// </summary>
/// <param name="most">Lanes at once: connections that this process keeps to servers that it does not know.</param>
internal sealed class Lanes<TKey>(int most) where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, byte> running = new();

    /// <param name="busy">Instead, while this lane is at work, or too many are.</param>
    /// <param name="failed">Is told what broke the lane; what was in it waits for the end of its lease.</param>
    public async Task Begin(TKey key, Func<Task> lane, Func<Task> busy, Action<Exception> failed)
    {
        if (running.Count >= most || !running.TryAdd(key, 0))
        {
            await busy();
            return;
        }

        _ = Task.Run(async () =>
        {
            try
            {
                await lane();
            }
            catch (Exception failure)
            {
                failed(failure);
            }
            finally
            {
                running.TryRemove(key, out byte _);
            }
        });
    }
}
