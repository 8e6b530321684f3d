using Helpdesk.Domain.SignIn;

namespace Helpdesk.Api.SignIn;

/// <summary>
/// Tries at one account from one network take turns in this process, each until it is judged. A try counts as failed until it has
/// succeeded, so that a flood of wrong ones is bounded; without turns, right ones that come at once would be taken for such a flood.
/// </summary>
internal sealed class TryGates
{
    private readonly Dictionary<(TenantId Tenant, string EmailKey, string Network), Gate> gates = [];

    /// <returns>To be disposed of when the try is judged.</returns>
    public async Task<IDisposable> Enter(SignInTry attempt, CancellationToken cancellation)
    {
        var key = (attempt.Tenant, attempt.EmailKey, attempt.Network);
        Gate? gate;
        lock (gates)
        {
            if (!gates.TryGetValue(key, out gate))
                gates[key] = gate = new Gate();
            gate.Users++;
        }

        try
        {
            await gate.Turn.WaitAsync(cancellation);
        }
        catch
        {
            Leave(key, gate);
            throw;
        }

        return new Turn(() =>
        {
            gate.Turn.Release();
            Leave(key, gate);
        });
    }

    private void Leave((TenantId, string, string) key, Gate gate)
    {
        lock (gates)
        {
            if (--gate.Users == 0)
                gates.Remove(key);
        }
    }

    private sealed class Gate
    {
        public SemaphoreSlim Turn { get; } = new(1);

        /// <summary>Inside or waiting.</summary>
        public int Users { get; set; }
    }

    private sealed class Turn(Action leave) : IDisposable
    {
        public void Dispose() => leave();
    }
}
