using System.Diagnostics.CodeAnalysis;

namespace Helpdesk.Bench;

/// <param name="Json">File that all figures are written to; <c>null</c>: none.</param>
/// <param name="Quick">A minute instead of six, for trying the bench out; its figures are rougher.</param>
/// <param name="Only">Names of sections; empty: all.</param>
/// <param name="Operations">Beginnings of names of operations on tickets; empty: all, and what compares them.</param>
internal sealed record BenchOptions(string? Json, bool Quick, IReadOnlyList<string> Only, IReadOnlyList<string> Operations)
{
    public const string Usage = "./dev bench [--json FILE] [--quick] [--only SECTION,…] [--operations NAME,…]";

    public bool Measures(string operation) =>
        Operations.Count == 0 || Operations.Any(asked => operation.StartsWith(asked, StringComparison.OrdinalIgnoreCase));

    public static bool TryParse(string[] arguments, [NotNullWhen(true)] out BenchOptions? options)
    {
        options = new(null, Quick: false, [], []);
        for (var place = 0; place < arguments.Length; place++)
        {
            var value = place + 1 < arguments.Length ? arguments[place + 1] : null;
            switch (arguments[place])
            {
                case "--quick":
                    options = options with { Quick = true };
                    continue;
                case "--json" when value is not null:
                    options = options with { Json = Path.GetFullPath(value) };
                    break;
                case "--only" when value is not null:
                    options = options with { Only = value.Split(',') };
                    break;
                case "--operations" when value is not null:
                    options = options with { Operations = value.Split(',') };
                    break;
                default:
                    options = null;
                    return false;
            }

            place++;
        }

        return true;
    }
}
