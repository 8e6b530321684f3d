using System.Text;
using System.Text.RegularExpressions;

namespace Orleans.Surface.Stubs;

/// <summary>
/// Writes C# that declares what a list names, so that other code can be compiled against it; no body does anything. The list says neither which
/// methods are virtual, nor constraints, nor nullability, so the stubs are more lenient there than the packages.
/// </summary>
public sealed partial class StubWriter(SurfaceList surface)
{
    private readonly HashSet<string> known = [.. surface.Types.Select(type => BareName(type.Name))];
    private readonly StringBuilder code = new();

    public string Write()
    {
        code.AppendLine("#nullable disable");
        code.AppendLine("using System; using System.Collections.Generic; using System.Threading; using System.Threading.Tasks;");
        code.AppendLine("namespace Orleans.Surface { internal sealed class Stub; }");
        foreach (var type in surface.Types.Where(type => OuterOf(type) is null))
            WriteInNamespace(type);
        return code.ToString();
    }

    private void WriteInNamespace(SurfaceType type)
    {
        var (space, name) = Split(type.Name);
        code.AppendLine($"namespace {space}").AppendLine("{");
        WriteType(type, name);
        code.AppendLine("}");
    }

    private void WriteType(SurfaceType type, string name)
    {
        if (type.Kind == "enum")
        {
            code.AppendLine($"public enum {name} {{ {type.Members.Single()} }}");
            return;
        }

        if (type.Kind == "delegate")
        {
            var invoke = Method().Match(type.Members.Single(member => member.Contains(" Invoke(")));
            code.AppendLine($"public delegate {invoke.Groups["type"]} {name}({Parameters(invoke.Groups["parameters"].Value)});");
            return;
        }

        var bases = type.Bases.Where(given => Inherits(type, given)).ToList();
        code.AppendLine($"public {Modified(type.Kind)} {name}{(bases.Count == 0 ? "" : " : " + string.Join(", ", bases))}").AppendLine("{");
        var shape = new Shape(type, SimpleName(name), bases.FirstOrDefault(given => IsKnownClass(given)) is not null);
        if (type.Kind.EndsWith("class", StringComparison.Ordinal) && !shape.Static)
            code.AppendLine($"internal {shape.Name}(global::Orleans.Surface.Stub stub){shape.Chain} {{ }}");
        foreach (var member in type.Members.Where(IsKnown))
            WriteMember(shape, member);
        foreach (var nested in surface.Types.Where(other => OuterOf(other) == BareName(type.Name)))
            WriteType(nested, nested.Name[(nested.Name.LastIndexOf('.') + 1)..]);
        code.AppendLine("}");
    }

    private void WriteMember(Shape shape, string member)
    {
        if (Constructor().Match(member) is { Success: true } constructor)
            code.AppendLine($"public {shape.Name}({Parameters(constructor.Groups["parameters"].Value)}){shape.Chain} => throw null;");
        else if (Field().Match(member) is { Success: true } field)
            code.AppendLine($"public static readonly {field.Groups["type"]} {field.Groups["name"]};");
        else if (Property().Match(member) is { Success: true } property)
            code.AppendLine($"{shape.Access("")}{property.Groups["type"]} {property.Groups["name"]} {{ get => throw null;{(property.Groups["set"].Success ? " set => throw null;" : "")} }}");
        else if (Method().Match(member) is { Success: true } method)
            code.AppendLine($"{shape.Access(method.Groups["modifiers"].Value)}{method.Groups["type"]} {method.Groups["name"]}({Parameters(method.Groups["parameters"].Value)}) => throw null;");
        else
            throw new FormatException($"Not a member of {shape.Type.Name}: {member}");
    }

    private static string Parameters(string list) => string.Join(", ", SurfaceType.SplitTop(list).Select(Parameter));

    private static string Parameter(string parameter)
    {
        // Which of ref, out and in it is the list does not say; the API that we use has only out.
        parameter = parameter.StartsWith("ref ", StringComparison.Ordinal) ? "out " + parameter[4..] : parameter;
        var cut = parameter.IndexOf(" = ", StringComparison.Ordinal);
        if (cut < 0)
            return parameter;

        var (declaration, value) = (parameter[..cut], parameter[(cut + 3)..]);
        var type = declaration[..declaration.LastIndexOf(' ')];
        return $"{declaration} = {Default(type[(type.LastIndexOf(' ') + 1)..], value)}";
    }

    private static string Default(string type, string value) => value switch
    {
        "default" => "default",
        _ when type == "string" => $"\"{value}\"",
        _ when type == "bool" => value.ToLowerInvariant(),
        _ when char.IsAsciiDigit(value[0]) || value[0] == '-' => value,
        _ => $"{type}.{value}",
    };

    /// <summary>Types that the list does not name are left out, and what mentions them.</summary>
    private bool IsKnown(string member) => Mentioned().Matches(member).All(match => known.Contains(match.Value));

    private bool Inherits(SurfaceType type, string given)
    {
        if (!IsKnown(given))
            return false;
        if (type.Kind == "interface")
            return true;

        return given is "Attribute" or "Exception" || known.Contains(BareName(given))
            || given == "IDisposable" && type.Members.Contains("void Dispose()");
    }

    private bool IsKnownClass(string given) =>
        surface.Types.Any(type => BareName(type.Name) == BareName(given) && type.Kind.EndsWith("class", StringComparison.Ordinal));

    private string? OuterOf(SurfaceType type)
    {
        var outer = BareName(type.Name);
        outer = outer[..outer.LastIndexOf('.')];
        return known.Contains(outer) ? outer : null;
    }

    private static (string Space, string Name) Split(string name)
    {
        var dot = BareName(name).LastIndexOf('.');
        return (name[..dot], name[(dot + 1)..]);
    }

    private static string SimpleName(string name) => BareName(name);

    private static string BareName(string name) => name.Split('<')[0];

    // The same class may be spread over packages, and so over entries.
    private static string Modified(string kind) => kind.Contains("class") ? kind.Replace("class", "partial class") : $"partial {kind}";

    private sealed record Shape(SurfaceType Type, string Name, bool HasKnownBase)
    {
        public bool Static => Type.Kind.StartsWith("static", StringComparison.Ordinal);

        public string Chain => HasKnownBase ? " : base(default(global::Orleans.Surface.Stub))" : "";

        public string Access(string modifiers)
        {
            if (Type.Kind == "interface")
                return "";

            var access = modifiers.Contains("protected") ? "protected " : "public ";
            if (Static || modifiers.Contains("static"))
                return access + "static ";
            return Type.Kind is "class" or "abstract class" ? access + "virtual " : access;
        }
    }

    [GeneratedRegex(@"^ctor\((?<parameters>.*)\)$")]
    private static partial Regex Constructor();

    [GeneratedRegex(@"^field (?<type>.+) (?<name>\w+)$")]
    private static partial Regex Field();

    [GeneratedRegex(@"^(?<type>.+) (?<name>\w+) \{ get; (?<set>set; )?\}$")]
    private static partial Regex Property();

    [GeneratedRegex(@"^(?<modifiers>(?:static |protected )*)(?<type>\S.*?) (?<name>\w+(?:<[\w, ]+>)?)\((?<parameters>.*)\)$")]
    private static partial Regex Method();

    [GeneratedRegex(@"\b(?:Orleans|Microsoft\.Extensions\.Hosting\.Orleans)\b(?:\.\w+)+")]
    private static partial Regex Mentioned();
}
