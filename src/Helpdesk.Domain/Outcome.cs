namespace Helpdesk.Domain;

/// <summary>What a command left behind.</summary>
/// <param name="State">As the command left it.</param>
/// <param name="Replayed">It had its effect before: this is the answer of that time.</param>
public sealed record Outcome<T>(T State, bool Replayed);
