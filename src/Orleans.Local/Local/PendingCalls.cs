namespace Orleans.Local;

/// <summary>The calls that a caller still waits for. Looks at them all once a period and ends those whose time is up.</summary>
/// <remarks>A timer per call would cost more than the call. Calls are linked into stripes, so that callers on different threads do not meet.</remarks>
internal sealed class PendingCalls
{
    private readonly Stripe[] stripes = [.. Enumerable.Range(0, 16).Select(_ => new Stripe())];

    public void Add(Call call, long deadline)
    {
        var stripe = stripes[Environment.CurrentManagedThreadId & (stripes.Length - 1)];
        lock (stripe)
        {
            call.Pending = new() { Stripe = stripe, Deadline = deadline, Next = stripe.First };
            if (stripe.First is not null)
                stripe.First.Pending.Previous = call;
            stripe.First = call;
        }
    }

    public static void Remove(Call call)
    {
        if (call.Pending.Stripe is not { } stripe)
            return;

        lock (stripe)
        {
            var link = call.Pending;
            if (link.Stripe is null)
                return;

            if (link.Previous is null)
                stripe.First = link.Next;
            else
                link.Previous.Pending.Next = link.Next;
            if (link.Next is not null)
                link.Next.Pending.Previous = link.Previous;
            call.Pending = default;
        }
    }

    /// <summary>The calls whose deadline is at or before <paramref name="now"/>.</summary>
    public List<Call> Overdue(long now)
    {
        var overdue = new List<Call>();
        foreach (var stripe in stripes)
        {
            lock (stripe)
            {
                for (var call = stripe.First; call is not null; call = call.Pending.Next)
                {
                    if (call.Pending.Deadline <= now)
                        overdue.Add(call);
                }
            }
        }

        return overdue;
    }

    public struct Link
    {
        public Stripe? Stripe;
        public Call? Previous;
        public Call? Next;
        public long Deadline;
    }

    public sealed class Stripe
    {
        public Call? First;
    }
}
