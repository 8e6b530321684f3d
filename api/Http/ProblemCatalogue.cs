using System.Collections.Frozen;
using System.Reflection;

namespace Helpdesk.Api.Http;

/// <summary>
/// Every problem that the API ever answers with: the static fields of the classes of errors (<c>TicketErrors</c>, …). What such a class
/// makes by a method or a property is an occurrence of one of them.
/// </summary>
internal static class ProblemCatalogue
{
    public static IReadOnlyList<(FieldInfo Field, Error Error)> Declared { get; } =
    [
        .. new[] { typeof(Error).Assembly, typeof(HttpErrors).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.Name.EndsWith("Errors", StringComparison.Ordinal))
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Where(field => field.FieldType == typeof(Error))
            .Select(field => (field, (Error)field.GetValue(null)!)),
    ];

    /// <summary>By code.</summary>
    public static FrozenDictionary<string, Error> All { get; } =
        Declared.ToFrozenDictionary(one => one.Error.Code, one => one.Error, StringComparer.Ordinal);
}
