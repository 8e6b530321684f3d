namespace Helpdesk.Api.Tickets;

internal static class Assignees
{
    /// <summary>An account id or <c>me</c>; <c>null</c> is nobody.</summary>
    /// <exception cref="RequestRefusedException">Neither.</exception>
    public static AccountId? Read(string? word, Caller caller) => word switch
    {
        null => null,
        "me" => caller.Account,
        _ => Ids.Parse(word) is { } id ? new AccountId(id)
            : throw new RequestRefusedException(Error.Invalid(FieldCode.Type.At("/assignee",
                "Muss die Kennung eines Kontos, me oder null sein.", "Must be an account id, me or null."))),
    };
}
