using System.Collections;
using System.Reflection;

namespace Helpdesk.Architecture.Tests;

/// <summary>
/// Every setting that code reads, by its name in the environment: the properties of each options class with a <c>Section</c>, and the bare
/// ones.
/// </summary>
internal sealed class KnownSettings
{
    /// <summary>Read by name, without an options class. A new one is declared here; the test looks whether code really names it.</summary>
    public static readonly string[] Bare =
    [
        "Helpdesk:Data", "Helpdesk:Demo", "Helpdesk:MasterKey", "Helpdesk:Search", "Helpdesk:Silo", "Helpdesk:Web:Folder",
    ];

    /// <summary>The section's own value is the connection string.</summary>
    private const string Connection = "Helpdesk__Database";

    private readonly HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> sections = new(StringComparer.OrdinalIgnoreCase);

    public KnownSettings(params Assembly[] assemblies)
    {
        names.UnionWith(Bare.Select(InEnvironment));
        names.Add(Connection);
        foreach (var (section, type) in assemblies.SelectMany(assembly => assembly.GetTypes()).Select(type => (SectionOf(type), type)))
            if (section is not null)
                Add(InEnvironment(section), type);
    }

    public int Count => names.Count;

    public IReadOnlyCollection<string> Sections => sections;

    /// <param name="name">As <c>Helpdesk__Access__TrustedProxies__0</c>; one that ends in <c>__</c> stands for a section.</param>
    public bool Has(string name)
    {
        if (name.EndsWith("__", StringComparison.Ordinal))
            return sections.Contains(name[..^2]) || sections.Any(section => section.StartsWith(name, StringComparison.OrdinalIgnoreCase));
        var parts = name.Split("__");
        return names.Contains(string.Join("__", parts[^1].All(char.IsAsciiDigit) ? [.. parts[..^1], "0"] : parts));
    }

    private void Add(string prefix, Type type)
    {
        sections.Add(prefix);
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite))
        {
            var (name, kind) = ($"{prefix}__{property.Name}", Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType);
            if (kind != typeof(string) && kind.IsAssignableTo(typeof(IEnumerable)))
                names.UnionWith([name, $"{name}__0"]);
            else if (kind.Namespace?.StartsWith("Helpdesk", StringComparison.Ordinal) is true && kind.IsClass)
                Add(name, kind);
            else
                names.Add(name);
        }
    }

    private static string? SectionOf(Type type) =>
        type.GetField("Section", BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static) is { IsLiteral: true } field &&
        field.GetRawConstantValue() is string section && section.StartsWith("Helpdesk:", StringComparison.Ordinal) ? section : null;

    private static string InEnvironment(string setting) => setting.Replace(":", "__", StringComparison.Ordinal);
}
