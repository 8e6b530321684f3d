namespace Helpdesk.Contracts;

public static class Commands
{
    /// <summary>A step on another stream that is harmless to repeat by itself, so that no retry has to find it.</summary>
    public static CommandId Aside(string what) => new(Guid.CreateVersion7(), what, FromKey: false);
}
