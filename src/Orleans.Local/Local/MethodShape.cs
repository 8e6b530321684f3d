using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using Orleans.Concurrency;

namespace Orleans.Local;

/// <summary>What is known of one method of a grain interface before it is called.</summary>
internal abstract class MethodShape
{
    protected MethodShape(Type grainInterface, MethodInfo method)
    {
        Method = method;
        InterfaceName = grainInterface.FullName!;
        AlwaysInterleave = method.IsDefined(typeof(AlwaysInterleaveAttribute));
        ReadOnly = method.IsDefined(typeof(ReadOnlyAttribute));
        OneWay = method.IsDefined(typeof(OneWayAttribute));
        ResponseTimeout = method.GetCustomAttribute<ResponseTimeoutAttribute>()?.Timeout;
        Result = method.ReturnType.IsGenericType ? method.ReturnType.GetGenericArguments()[0] : null;
    }

    public MethodInfo Method { get; }

    public string InterfaceName { get; }

    public bool AlwaysInterleave { get; }

    public bool ReadOnly { get; }

    public bool OneWay { get; }

    public TimeSpan? ResponseTimeout { get; }

    /// <summary>What the task carries; <c>null</c> when nothing.</summary>
    public Type? Result { get; }

    public override string ToString() => $"{Method.DeclaringType!.Name}.{Method.Name}";

    /// <summary>The tuple that holds a method's arguments; nests after seven as value tuples do.</summary>
    public static Type ArgumentsOf(ReadOnlySpan<Type> parameters) => parameters.Length switch
    {
        0 => typeof(ValueTuple),
        <= 7 => Tuple(parameters.Length).MakeGenericType(parameters.ToArray()),
        _ => Tuple(8).MakeGenericType([.. parameters[..7], ArgumentsOf(parameters[7..])]),
    };

    public static MethodShape Of(Type grainInterface, MethodInfo method)
    {
        var arguments = ArgumentsOf([.. method.GetParameters().Select(parameter => parameter.ParameterType)]);
        return (MethodShape)Activator.CreateInstance(typeof(MethodShape<>).MakeGenericType(arguments), grainInterface, method)!;
    }

    private static Type Tuple(int arity) => arity switch
    {
        1 => typeof(ValueTuple<>),
        2 => typeof(ValueTuple<,>),
        3 => typeof(ValueTuple<,,>),
        4 => typeof(ValueTuple<,,,>),
        5 => typeof(ValueTuple<,,,,>),
        6 => typeof(ValueTuple<,,,,,>),
        7 => typeof(ValueTuple<,,,,,,>),
        _ => typeof(ValueTuple<,,,,,,,>),
    };
}

internal sealed class MethodShape<TArguments> : MethodShape where TArguments : struct, ITuple
{
    public MethodShape(Type grainInterface, MethodInfo method) : base(grainInterface, method)
    {
        Invoke = Invoker(method);
        Token = TokenReader(method);
    }

    /// <summary>Calls the method and returns its task; a value task is turned into one.</summary>
    public Func<object, TArguments, Task> Invoke { get; }

    /// <summary>Reads the cancellation token out of the arguments; <c>null</c> when there is none.</summary>
    public Func<TArguments, CancellationToken>? Token { get; }

    private static Func<object, TArguments, Task> Invoker(MethodInfo method)
    {
        var grain = Expression.Parameter(typeof(object));
        var arguments = Expression.Parameter(typeof(TArguments));
        var values = method.GetParameters().Select((_, index) => Item(arguments, index));
        Expression call = Expression.Call(Expression.Convert(grain, method.DeclaringType!), method, values);
        if (method.ReturnType == typeof(void))
            call = Expression.Block(call, Expression.Constant(Task.CompletedTask));
        else if (method.ReturnType.IsValueType)
            call = Expression.Call(call, nameof(ValueTask.AsTask), []);

        return Expression.Lambda<Func<object, TArguments, Task>>(Expression.Convert(call, typeof(Task)), grain, arguments).Compile();
    }

    private static Func<TArguments, CancellationToken>? TokenReader(MethodInfo method)
    {
        var index = Array.FindIndex(method.GetParameters(), parameter => parameter.ParameterType == typeof(CancellationToken));
        if (index < 0)
            return null;

        var arguments = Expression.Parameter(typeof(TArguments));
        return Expression.Lambda<Func<TArguments, CancellationToken>>(Item(arguments, index), arguments).Compile();
    }

    private static Expression Item(Expression tuple, int index) => index < 7
        ? Expression.Field(tuple, $"Item{index + 1}")
        : Item(Expression.Field(tuple, "Rest"), index - 7);
}
