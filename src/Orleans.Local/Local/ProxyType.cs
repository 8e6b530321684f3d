using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using Orleans.Runtime;

namespace Orleans.Local;

/// <summary>The class behind references of one grain interface, written once per process: each method packs its arguments into a tuple and sends it.</summary>
internal sealed class ProxyType
{
    private static readonly ConcurrentDictionary<Type, ProxyType> Known = new();
    private static readonly Lock Writing = new();

    private readonly Func<ReferenceShape, IdSpan, GrainReference> create;

    private ProxyType(Type grainInterface)
    {
        Interface = grainInterface;
        var methods = MethodsOf(grainInterface);
        Methods = [.. methods.Select(method => MethodShape.Of(grainInterface, method))];
        var shape = Expression.Parameter(typeof(ReferenceShape));
        var key = Expression.Parameter(typeof(IdSpan));
        var written = Write(grainInterface, methods).GetConstructors()[0];
        create = Expression.Lambda<Func<ReferenceShape, IdSpan, GrainReference>>(Expression.New(written, shape, key), shape, key).Compile();
    }

    public Type Interface { get; }

    public IReadOnlyList<MethodShape> Methods { get; }

    public static ProxyType Of(Type grainInterface)
    {
        if (Known.TryGetValue(grainInterface, out var known))
            return known;

        lock (Writing)
            return Known.GetOrAdd(grainInterface, static type => new(type));
    }

    public GrainReference Create(ReferenceShape shape, IdSpan key) => create(shape, key);

    private static MethodInfo[] MethodsOf(Type grainInterface)
    {
        if (!grainInterface.IsInterface || !typeof(IAddressable).IsAssignableFrom(grainInterface))
            throw new ArgumentException($"{grainInterface} is not a grain interface.");

        MethodInfo[] methods = [.. grainInterface.GetInterfaces().Prepend(grainInterface).SelectMany(type => type.GetMethods()).Where(method => method.IsAbstract)];
        foreach (var method in methods)
            Check(method);
        return methods;
    }

    private static void Check(MethodInfo method)
    {
        if (method.IsGenericMethod)
            throw new OrleansConfigurationException($"{method.DeclaringType}.{method.Name}: this engine has no generic grain methods.");
        if (method.GetParameters().Any(parameter => parameter.ParameterType.IsByRef))
            throw new OrleansConfigurationException($"{method.DeclaringType}.{method.Name}: grain methods have no ref or out parameters.");
        if (SenderName(method) is null)
            throw new OrleansConfigurationException($"{method.DeclaringType}.{method.Name} must return Task, Task<T>, ValueTask or ValueTask<T>.");
    }

    private static string? SenderName(MethodInfo method) => method.ReturnType switch
    {
        var type when type == typeof(Task) => nameof(GrainReference.SendTask),
        var type when type == typeof(ValueTask) => nameof(GrainReference.SendValueTask),
        { IsGenericType: true } type when type.GetGenericTypeDefinition() == typeof(Task<>) => nameof(GrainReference.SendForTask),
        { IsGenericType: true } type when type.GetGenericTypeDefinition() == typeof(ValueTask<>) => nameof(GrainReference.SendForValueTask),
        _ => null,
    };

    private static Type Write(Type grainInterface, MethodInfo[] methods)
    {
        var module = NewModule(grainInterface.Assembly);
        var type = module.DefineType($"Orleans.Local.Proxies.{grainInterface.FullName}", TypeAttributes.Public | TypeAttributes.Sealed, typeof(GrainReference), [grainInterface]);
        WriteConstructor(type);
        for (var index = 0; index < methods.Length; index++)
            WriteMethod(type, methods[index], index);
        return type.CreateType();
    }

    private static ModuleBuilder NewModule(Assembly interfaces)
    {
        var assembly = AssemblyBuilder.DefineDynamicAssembly(new($"Orleans.Local.Proxies.{Guid.NewGuid():N}"), AssemblyBuilderAccess.Run);

        // Grain interfaces and messages may be internal, as is what the proxy derives from.
        var attribute = typeof(IgnoresAccessChecksToAttribute).GetConstructors()[0];
        foreach (var name in interfaces.GetReferencedAssemblies().Append(interfaces.GetName()).Append(typeof(ProxyType).Assembly.GetName()).DistinctBy(name => name.Name))
            assembly.SetCustomAttribute(new(attribute, [name.Name]));
        return assembly.DefineDynamicModule("Proxies");
    }

    private static void WriteConstructor(TypeBuilder type)
    {
        Type[] parameters = [typeof(ReferenceShape), typeof(IdSpan)];
        var baseConstructor = typeof(GrainReference).GetConstructor(BindingFlags.Instance | BindingFlags.NonPublic, parameters)!;
        var code = type.DefineConstructor(MethodAttributes.Public, CallingConventions.HasThis, parameters).GetILGenerator();
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Ldarg_1);
        code.Emit(OpCodes.Ldarg_2);
        code.Emit(OpCodes.Call, baseConstructor);
        code.Emit(OpCodes.Ret);
    }

    private static void WriteMethod(TypeBuilder type, MethodInfo method, int index)
    {
        Type[] parameters = [.. method.GetParameters().Select(parameter => parameter.ParameterType)];
        var written = type.DefineMethod(
            $"{method.DeclaringType!.FullName}.{method.Name}",
            MethodAttributes.Private | MethodAttributes.Virtual | MethodAttributes.Final | MethodAttributes.HideBySig | MethodAttributes.NewSlot,
            method.ReturnType,
            parameters);
        var code = written.GetILGenerator();
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Ldc_I4, index);
        PackArguments(code, parameters, 0);
        code.Emit(OpCodes.Call, Sender(method, MethodShape.ArgumentsOf(parameters)));
        code.Emit(OpCodes.Ret);
        type.DefineMethodOverride(written, method);
    }

    private static void PackArguments(ILGenerator code, Type[] parameters, int from)
    {
        var tuple = MethodShape.ArgumentsOf(parameters.AsSpan(from));
        if (tuple == typeof(ValueTuple))
        {
            var empty = code.DeclareLocal(tuple);
            code.Emit(OpCodes.Ldloc, empty);
            return;
        }

        var here = Math.Min(7, parameters.Length - from);
        for (var offset = 0; offset < here; offset++)
            code.Emit(OpCodes.Ldarg, (short)(from + offset + 1));
        if (parameters.Length - from > 7)
            PackArguments(code, parameters, from + 7);
        code.Emit(OpCodes.Newobj, tuple.GetConstructors()[0]);
    }

    private static MethodInfo Sender(MethodInfo method, Type arguments)
    {
        var sender = typeof(GrainReference).GetMethod(SenderName(method)!, BindingFlags.Instance | BindingFlags.NonPublic)!;
        return method.ReturnType.IsGenericType
            ? sender.MakeGenericMethod(arguments, method.ReturnType.GetGenericArguments()[0])
            : sender.MakeGenericMethod(arguments);
    }
}
