using System.Reflection;
using System.Runtime.CompilerServices;
using Orleans.Surface.Stubs;

namespace Orleans.Local.Tests.Surface;

/// <summary>Compares types with the packages' public API, member by member. Having less is fine; having anything else is a fault.</summary>
internal sealed class SurfaceCheck(SurfaceList packages)
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(string)] = "string",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(bool)] = "bool",
        [typeof(object)] = "object",
        [typeof(void)] = "void",
        [typeof(byte)] = "byte",
        [typeof(uint)] = "uint",
    };

    private static readonly HashSet<string> Implied = ["System", "System.Threading", "System.Threading.Tasks", "System.Collections.Generic"];

    /// <summary>The members that it looked at.</summary>
    public int Compared { get; private set; }

    public IReadOnlyList<string> Faults(IEnumerable<Type> types) => [.. types.SelectMany(FaultsOf)];

    private IEnumerable<string> FaultsOf(Type type)
    {
        var name = NameOf(type);
        var entries = packages.Types.Where(entry => entry.Name == name).ToList();
        if (entries.Count == 0)
        {
            yield return $"{name}: no such type";
            yield break;
        }

        if (entries.TrueForAll(entry => entry.Kind != KindOf(type)))
            yield return $"{name}: is a {KindOf(type)} here, a {entries[0].Kind} there";
        foreach (var given in BasesOf(type).Where(given => !entries.Exists(entry => entry.Bases.Contains(given))))
            yield return $"{name}: no base {given}";
        foreach (var member in MembersOf(type))
        {
            Compared++;
            if (!entries.Exists(entry => entry.Members.Contains(member)))
                yield return $"{name}: no member {member}";
        }
    }

    private static string KindOf(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsValueType: true } => "struct",
        { IsInterface: true } => "interface",
        _ when typeof(Delegate).IsAssignableFrom(type) => "delegate",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    private static IEnumerable<string> BasesOf(Type type)
    {
        if (type.IsEnum || KindOf(type) == "delegate")
            return [];

        IEnumerable<Type> bases = type.GetInterfaces().Where(given => given.IsPublic);
        if (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType))
            bases = bases.Prepend(parent).Where(given => !parent.GetInterfaces().Contains(given));
        return bases.Select(NameOf);
    }

    private static IEnumerable<string> MembersOf(Type type)
    {
        if (type.IsEnum)
            return [string.Join(", ", Enum.GetNames(type))];
        if (KindOf(type) == "delegate")
            return [Text(type.GetMethod("Invoke")!)];

        return type.GetConstructors(Declared).Where(Visible).Select(constructor => $"ctor({Parameters(constructor)})")
            .Concat(type.GetFields(Declared).Where(field => field.IsPublic).Select(field => $"field {NameOf(field.FieldType)} {field.Name}"))
            .Concat(type.GetProperties(Declared).Where(property => Visible(property.GetMethod)).Select(Text))
            .Concat(type.GetMethods(Declared).Where(method => Visible(method) && !method.IsSpecialName && !IsObjects(method)).Select(Text));
    }

    private static bool Visible(MethodBase? member) => member is { IsPublic: true } or { IsFamily: true } or { IsFamilyOrAssembly: true };

    // The list leaves out what every object has, and equality.
    private static bool IsObjects(MethodInfo method) => method.Name is nameof(Equals) or nameof(GetHashCode) or nameof(ToString);

    private static string Text(PropertyInfo property) =>
        $"{NameOf(property.PropertyType)} {property.Name} {{ get; {(property.SetMethod is { IsPublic: true } ? "set; " : "")}}}";

    private static string Text(MethodInfo method)
    {
        var modifiers = (method.IsPublic ? "" : "protected ") + (method.IsStatic ? "static " : "");
        var generic = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(NameOf))}>" : "";
        return $"{modifiers}{NameOf(method.ReturnType)} {method.Name}{generic}({Parameters(method)})";
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
        (parameter.Position == 0 && method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "")
        + (parameter.ParameterType.IsByRef ? "ref " + NameOf(parameter.ParameterType.GetElementType()!) : NameOf(parameter.ParameterType))
        + $" {parameter.Name}{(parameter.HasDefaultValue ? $" = {parameter.DefaultValue ?? "default"}" : "")}"));

    private static string NameOf(Type type)
    {
        if (Keywords.TryGetValue(type, out var keyword))
            return keyword;
        if (type.IsGenericParameter)
            return type.Name;
        if (type.IsArray)
            return NameOf(type.GetElementType()!) + "[]";

        var name = type.Name.Split('`')[0];
        var outer = type.IsNested ? NameOf(type.DeclaringType!) + "." : Implied.Contains(type.Namespace ?? "") ? "" : type.Namespace + ".";
        var arguments = type.IsNested ? [] : type.GetGenericArguments();
        return outer + name + (arguments.Length == 0 ? "" : $"<{string.Join(", ", arguments.Select(NameOf))}>");
    }
}
