namespace Orleans.Placement;

/// <summary>Says where activations go. In one process there is one place.</summary>
[AttributeUsage(AttributeTargets.Class)]
public abstract class PlacementAttribute : Attribute
{
    internal PlacementAttribute()
    {
    }
}
