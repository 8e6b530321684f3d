using Helpdesk.Domain.Tenants;

namespace Helpdesk.Postgres.Tenants;

internal sealed class LicenceStore(Database database, TimeProvider time)
    : AggregateStore<Licence, LicenceEvent>(database, new DocumentRow<Licence, LicenceEvent>()), ILicenceStore
{
    protected override void Changed(TenantId tenant) => Database.OwnChanges.NoteTenant(tenant);

    public Task<int> SeatsUsed(TenantId tenant, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = Database.ForTenant(tenant);
        batch.Add($"select {SeatCount.Used("$1", "$2")}").With(tenant.Value).With(time.GetUtcNow());
        await using var reader = await batch.ReadAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return reader.GetInt32(0);
    });

    /// <summary>The terms in a row's state; without a row those of the trial.</summary>
    /// <exception cref="UnreadableException">It cannot be read, nor can its events.</exception>
    public static async ValueTask<LicenceTerms> Terms(Database database, TenantId tenant, string? state) => state is null
        ? LicenceTerms.Trial
        : (await database.OrRebuilt<Licence, LicenceEvent>(ReadOrLeaveOut(database, tenant, state), tenant, Licence.Stream)).Terms;

    /// <returns><c>null</c>: there is none, or it cannot be read there.</returns>
    public static Licence? ReadOrLeaveOut(Database database, TenantId tenant, string? state) =>
        state is null ? null : database.States.ReadOrLeaveOut<Licence>(tenant, Licence.Kind, Licence.Stream, state);
}

/// <summary>The one count of seats: what is shown is what is enforced.</summary>
internal static class SeatCount
{
    /// <param name="tenant">SQL for the tenant.</param>
    /// <param name="now">SQL for the moment: an invitation that holds a seat no longer does not count.</param>
    public static string Used(string tenant, string now) =>
        $"(select count(*)::int from seat where seat.tenant_id = {tenant} and seat.until > {now})";
}
