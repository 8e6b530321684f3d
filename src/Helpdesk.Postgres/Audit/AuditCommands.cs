using Helpdesk.Domain.Audit;

namespace Helpdesk.Postgres.Audit;

/// <summary>
/// <c>Helpdesk.Api audit verify</c>: follows the chains of the audit logs without starting the platform, whether or not one runs.
/// </summary>
public static class AuditCommands
{
    public const string Usage = """
        audit verify [--tenant SLUG] [--head NUMBER:HASH]
                           check the chain of every tenant's audit log, or of one (platform: the operators' own),
                               and that a head noted before is in it still;
                           exit code 1 and a line for each fault
        """;

    /// <summary>The exit code, or <c>null</c> when the command line is not for the audit log.</summary>
    public static async Task<int?> TryRunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        if (args is not ["audit", .. var words])
            return null;
        try
        {
            var (slug, head, settings) = Parse(words);
            return await DatabaseCommands.RunAsync(
                Host.CreateApplicationBuilder(settings), (database, lines) => Verify(database, slug, head, lines), output);
        }
        catch (Exception refusal) when (refusal is StartupRefusedException or OptionsValidationException or NpgsqlException)
        {
            await errors.WriteLineAsync(refusal.Message);
            return 1;
        }
    }

    private static (string? Slug, (long, byte[])? Head, string[] Settings) Parse(string[] words)
    {
        var (slug, settings) = ((string?)null, new List<string>());
        (long, byte[])? head = null;
        if (words is not ["verify", .. var options])
            throw new StartupRefusedException(Usage);
        for (var at = 0; at < options.Length; at++)
        {
            if (options[at].Contains('=') && options[at].StartsWith("--", StringComparison.Ordinal))
                settings.Add(options[at]);
            else if (options[at] == "--tenant" && at + 1 < options.Length)
                slug = options[++at];
            else if (options[at] == "--head" && at + 1 < options.Length && AuditHead.Parse(options[++at]) is { } noted)
                head = noted;
            else
                throw new StartupRefusedException(Usage);
        }

        return slug is null && head is not null ? throw new StartupRefusedException("--head is of one tenant: name it with --tenant.")
            : (slug, head, [.. settings]);
    }

    private static async Task<int> Verify(Database database, string? slug, (long, byte[])? head, TextWriter output)
    {
        var (chain, faults) = (new AuditChainStore(database), 0);
        var tenants = await Tenants(database, slug);
        if (tenants.Count == 0)
            throw new StartupRefusedException($"There is no tenant {slug}.");

        foreach (var (tenant, name) in tenants)
        {
            var report = await AuditVerification.Verify(chain, tenant, after: 0, long.MaxValue, head, CancellationToken.None);
            foreach (var fault in report.Faults)
                await output.WriteLineAsync($"{name}: {Line(fault)}");
            await output.WriteLineAsync(
                $"{name}: {report.Checked} entries, {report.Forgotten} of them forgotten by right, {report.Faults.Count} fault(s)" +
                (report.Head is { } last ? $", head {AuditHead.Text(last)}" : ""));
            faults += report.Faults.Count;
        }

        return faults == 0 ? 0 : 1;
    }

    private static string Line(AuditFault fault) => fault.Kind switch
    {
        AuditFaultKind.EventChanged => $"entry {fault.Number}: the event was changed ({Event(fault)})",
        AuditFaultKind.EventMissing => $"entry {fault.Number}: the event was removed ({Event(fault)})",
        AuditFaultKind.LinkChanged => $"entry {fault.Number}: the link was changed, or the one before it ({Event(fault)})",
        AuditFaultKind.LinkMissing => $"entry {fault.Number}: a link before it is missing",
        AuditFaultKind.EventUnlinked => $"an event was slipped in ({Event(fault)})",
        _ => $"entry {fault.Number}: it is not the one whose hash was noted down ({Event(fault)})",
    };

    private static string Event(AuditFault fault) => $"{fault.EventKind}, {fault.Stream:D} version {fault.Version}";

    private static async Task<IReadOnlyList<(TenantId, string)>> Tenants(Database database, string? slug)
    {
        await using var batch = database.ForWorker();
        batch.Add("select id, slug from tenant where $1::text is null or slug = $1 order by slug").With(slug);
        await using var reader = await batch.ReadAsync(CancellationToken.None);
        var tenants = new List<(TenantId, string)>();
        while (await reader.ReadAsync())
            tenants.Add((new(reader.GetGuid(0)), reader.GetString(1)));
        return tenants;
    }
}
