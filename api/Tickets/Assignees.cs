namespace Helpdesk.Api.Tickets;

internal static class Assignees
{
    /// <summary>An account id or <c>me</c>; <c>null</c> is nobody.</summary>
    /// <exception cref="RequestRefusedException">Neither.</exception>
    public static AccountId? Read(string? word, Caller caller) => word switch
    {
        null => null,
        "me" => caller.Account,
        _ => Ids.Parse(word) is { } id ? new AccountId(id) : throw new RequestRefusedException(Error.Invalid(Neither("/assignee"))),
    };

    public static FieldError Neither(string pointer) => FieldCode.Type.At(
        pointer, "Muss die Kennung eines Kontos, me oder null sein.", "Must be an account id, me or null.");
}

/// <summary>An account id or <c>me</c>.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class AssigneeAttribute : Attribute, IMemberRule
{
    public FieldError? Fault(string value, string pointer) =>
        value == "me" || Ids.Parse(value) is not null ? null : Assignees.Neither(pointer);
}
