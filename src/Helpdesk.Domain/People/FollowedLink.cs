namespace Helpdesk.Domain.People;

/// <summary>A link that somebody followed, checked by the host; used up by the change that it allows.</summary>
/// <param name="TokenHash">The token itself goes no further than the host.</param>
/// <param name="PasswordHash">Hash of the password that was chosen; <c>null</c> where none is.</param>
/// <param name="Name">As the person wants to be called; <c>null</c> leaves it.</param>
public sealed record FollowedLink(byte[] TokenHash, string? PasswordHash, string? Name);
