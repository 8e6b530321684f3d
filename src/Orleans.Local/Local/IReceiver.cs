namespace Orleans.Local;

/// <summary>What the directory knows under a grain id.</summary>
internal interface IReceiver
{
    /// <returns><c>false</c> when it takes nothing any more; the sender looks the id up again.</returns>
    bool Receive(Work work);
}

/// <summary>State that an activation reads before the grain's own activation code runs.</summary>
internal interface IActivationState
{
    Task Read(CancellationToken cancellation);
}
