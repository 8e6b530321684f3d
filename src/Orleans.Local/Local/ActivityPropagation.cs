namespace Orleans.Local;

/// <summary>Its presence says that activities travel with calls.</summary>
internal sealed class ActivityPropagation;
