using Helpdesk.Domain.Tickets;

namespace Helpdesk.Testing;

/// <summary>Throw-away values: each call answers another one. What matters in a test stands in the test itself.</summary>
public static partial class Some
{
    private static int count;

    public static int Number() => Interlocked.Increment(ref count);

    public static TenantId Tenant() => new(Guid.CreateVersion7());

    public static AccountId Account() => new(Guid.CreateVersion7());

    public static TicketId Ticket() => new(Guid.CreateVersion7());

    public static string Word() => $"word-{Number()}";

    public static string Email() => $"person-{Number()}@example.org";

    /// <summary>A working day at noon in Germany, no change of clocks near, whole seconds; later with each call.</summary>
    public static Instant Moment() => Instant.FromUtc(2026, 11, 18, 11, 0) + Duration.FromSeconds(Number());
}
