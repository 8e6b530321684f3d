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

    internal object CastTo(Type interfaceType) => interfaceType.IsInstanceOfType(this) ? this : Shape.Cast(this, interfaceType);
}
