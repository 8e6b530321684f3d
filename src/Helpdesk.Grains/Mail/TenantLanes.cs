using System.Collections.Concurrent;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Grains.Mail;

/// <summary>
/// What is sent by tenants' own servers: one lane for each, beside all others. A server that hangs holds up the mails of its own tenant.
/// </summary>
internal sealed class TenantLanes
{
    // Connections that this process keeps to servers that it does not know.
    private const int Most = 32;

    private readonly ConcurrentDictionary<TenantId, byte> running = new();

    /// <param name="busy">Instead, while the tenant's lane is at work, or too many are.</param>
    /// <param name="failed">Is told what broke the lane; its mails wait for the end of their lease.</param>
    public async Task Begin(TenantId tenant, Func<Task> lane, Func<Task> busy, Action<Exception> failed)
    {
        if (running.Count >= Most || !running.TryAdd(tenant, 0))
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
                running.TryRemove(tenant, out byte _);
            }
        });
    }
}
