namespace Helpdesk.Domain.Search;

/// <summary>A word of a text: where it stands, and what makes two spellings of it one.</summary>
/// <param name="Start">Index of its first UTF-16 unit.</param>
/// <param name="Length">In UTF-16 units.</param>
public readonly record struct TextWord(int Start, int Length, string Key);
