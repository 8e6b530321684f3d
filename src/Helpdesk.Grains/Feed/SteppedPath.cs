using System.Text.Json;

namespace Helpdesk.Grains.Feed;

/// <summary>
/// How a command is carried out that is made of steps. It is planned once, and the plan is written before the first step. A repetition goes
/// on with that plan, whatever the world would have planned by now; when all was done it is answered as it was then. Another request under
/// the same key is refused before any step of it.
/// </summary>
/// <remarks>Each step is a command of its own, with an id that follows from the command's, so that none has its effect twice.</remarks>
internal static class SteppedPath
{
    /// <param name="plan">
    /// What is to be done, and what the answer is made of; refused, nothing is remembered and the key is free.
    /// </param>
    /// <param name="carry">Does all steps of the plan; <c>null</c>: all are done.</param>
    /// <returns>The plan that was carried out. It is a replay if the last step had been done before.</returns>
    public static async Task<Result<Outcome<TPlan>>> Execute<TPlan>(
        ISteppedCommands commands, TenantId tenant, CommandId id, Func<Task<Result<TPlan>>> plan, Func<TPlan, Task<Error?>> carry,
        CancellationToken cancellation)
    {
        var begun = await commands.Find(tenant, id, cancellation);
        if (begun is null)
        {
            if ((await plan()).Refused(out var refusal, out var planned))
                return refusal;
            begun = await commands.Begin(tenant, id, JsonSerializer.Serialize(planned, RecordJson.Options));
        }

        if (begun.Fingerprint != id.Fingerprint)
            return FeedErrors.KeyReused;
        var steps = JsonSerializer.Deserialize<TPlan>(begun.Plan, RecordJson.Options)!;
        if (begun.IsDone)
            return new Outcome<TPlan>(steps, Replayed: true);
        if (await carry(steps) is { } stopped)
            return stopped;

        await commands.End(tenant, id);
        return new Outcome<TPlan>(steps, Replayed: false);
    }
}
