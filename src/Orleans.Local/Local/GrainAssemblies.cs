using System.Collections.Concurrent;
using System.Reflection;
using Orleans.Runtime;

namespace Orleans.Local;

/// <summary>Finds grain classes: in every assembly that references this one, whether it is loaded yet or lies beside the program.</summary>
internal static class GrainAssemblies
{
    private static readonly string Own = typeof(GrainAssemblies).Assembly.GetName().Name!;
    private static readonly ConcurrentDictionary<Assembly, Type[]> Classes = new();

    public static IReadOnlyList<Type> GrainClasses() => [.. All().SelectMany(assembly => Classes.GetOrAdd(assembly, ClassesOf))];

    private static IEnumerable<Assembly> All()
    {
        var seen = new HashSet<string>();
        var rest = new Stack<Assembly>(AppDomain.CurrentDomain.GetAssemblies().Where(assembly => !assembly.IsDynamic && seen.Add(assembly.FullName!)));
        while (rest.TryPop(out var assembly))
        {
            var references = assembly.GetReferencedAssemblies();
            if (references.Any(name => name.Name == Own))
                yield return assembly;

            foreach (var name in references.Where(name => LiesBeside(name) && !seen.Contains(name.FullName)))
            {
                var referenced = Assembly.Load(name);
                if (seen.Add(referenced.FullName!))
                    rest.Push(referenced);
            }
        }
    }

    // The framework's own assemblies lie elsewhere and have no grains.
    private static bool LiesBeside(AssemblyName name) => File.Exists(Path.Combine(AppContext.BaseDirectory, name.Name + ".dll"));

    private static Type[] ClassesOf(Assembly assembly) =>
        [.. assembly.GetTypes().Where(type =>
            type is { IsClass: true, IsAbstract: false, IsGenericTypeDefinition: false }
            && typeof(IGrain).IsAssignableFrom(type)
            && !typeof(GrainReference).IsAssignableFrom(type))];
}
