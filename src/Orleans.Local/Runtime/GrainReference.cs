using System.Runtime.CompilerServices;
using Orleans.Local;

namespace Orleans.Runtime;

/// <summary>Base of the references that <see cref="IGrainFactory"/> makes. Two references to one grain are equal.</summary>
public class GrainReference : IAddressable, IEquatable<GrainReference>
{
    internal GrainReference(ReferenceShape shape, IdSpan key)
    {
        Shape = shape;
        GrainId = new(shape.GrainType, key);
    }

    public GrainId GrainId { get; }

    public GrainInterfaceType InterfaceType => Shape.InterfaceType;

    public string InterfaceName => Shape.InterfaceName;

    internal ReferenceShape Shape { get; }

    public virtual TGrainInterface Cast<TGrainInterface>() where TGrainInterface : IAddressable => (TGrainInterface)CastTo(typeof(TGrainInterface));

    public bool Equals(GrainReference? other) => other is not null && GrainId.Equals(other.GrainId);

    public override bool Equals(object? obj) => Equals(obj as GrainReference);

    public override int GetHashCode() => GrainId.GetHashCode();

    public override string ToString() => $"GrainReference:{GrainId}:{InterfaceType}";

    public static bool operator ==(GrainReference? left, GrainReference? right) => left?.Equals(right) ?? right is null;

    public static bool operator !=(GrainReference? left, GrainReference? right) => !(left == right);

    internal object CastTo(Type interfaceType) =>
        interfaceType.IsInstanceOfType(this) ? this : Shape.Engine.References.Get(GrainId, interfaceType);

    internal Task SendTask<TArguments>(int method, TArguments arguments) where TArguments : struct, ITuple =>
        Send<TArguments, Nothing>(method, arguments);

    internal Task<TResult> SendForTask<TArguments, TResult>(int method, TArguments arguments) where TArguments : struct, ITuple =>
        Send<TArguments, TResult>(method, arguments);

    internal ValueTask SendValueTask<TArguments>(int method, TArguments arguments) where TArguments : struct, ITuple =>
        new(Send<TArguments, Nothing>(method, arguments));

    internal ValueTask<TResult> SendForValueTask<TArguments, TResult>(int method, TArguments arguments) where TArguments : struct, ITuple =>
        new(Send<TArguments, TResult>(method, arguments));

    private Task<TResult> Send<TArguments, TResult>(int index, TArguments arguments) where TArguments : struct, ITuple
    {
        var engine = Shape.Engine;
        var method = (MethodShape<TArguments>)Shape.Method(index);
        var call = new Call<TArguments, TResult>(this, method, arguments);
        if (engine.OutgoingFilters.Length > 0)
            return Filtered(engine, call);

        engine.Post(call);
        return method.OneWay ? Task.FromResult<TResult>(default!) : call.Answer;
    }

    private static async Task<TResult> Filtered<TArguments, TResult>(Engine engine, Call<TArguments, TResult> call)
        where TArguments : struct, ITuple
    {
        var context = new OutgoingCallContext<TArguments, TResult>(engine, call);
        await context.Invoke();
        return context.Result is null ? default! : (TResult)context.Result;
    }
}
