using Orleans.Runtime;

namespace Orleans;

/// <summary>Marks a grain interface. Its methods return <see cref="Task"/>, <see cref="Task{TResult}"/> or their value-task forms.</summary>
public interface IGrain : IAddressable;

public interface IGrainWithStringKey : IGrain;

public interface IGrainWithGuidKey : IGrain;

public interface IGrainWithIntegerKey : IGrain;

public interface IGrainWithGuidCompoundKey : IGrain;

public interface IGrainWithIntegerCompoundKey : IGrain;
