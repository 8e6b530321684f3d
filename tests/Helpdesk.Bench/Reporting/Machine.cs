using System.Runtime.InteropServices;
using System.Text.Json.Serialization;

namespace Helpdesk.Bench.Reporting;

/// <summary>What the figures were measured on. They say little without it.</summary>
internal sealed record Machine(string Processor, int Cores, double MemoryGiB, string System, string Runtime, string PostgreSql)
{
    public static Machine Describe(string postgreSql) => new(
        ProcessorName(), Environment.ProcessorCount, Math.Round(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / Math.Pow(1024, 3), 1),
        RuntimeInformation.OSDescription, RuntimeInformation.FrameworkDescription, postgreSql);

    public override string ToString() => $"{Processor}, {Cores} cores, {MemoryGiB} GiB; {System}; {Runtime}; {PostgreSql}";

    // The name of the processor is where Linux keeps it; elsewhere its architecture must do.
    private static string ProcessorName()
    {
        const string information = "/proc/cpuinfo";
        var line = File.Exists(information)
            ? File.ReadLines(information).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))
            : null;
        return line?[(line.IndexOf(':') + 1)..].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Machine))]
internal sealed partial class MachineJson : JsonSerializerContext;
