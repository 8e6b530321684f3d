namespace Orleans;

/// <summary>Marks an attribute that says how a constructor parameter of a grain is made.</summary>
public interface IFacetMetadata;
