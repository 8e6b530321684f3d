namespace Helpdesk.Api.Tests.BadInput;

/// <summary>One line of the table: what is sent, and the only answer that is right.</summary>
/// <param name="Id">Id in the catalogue.</param>
/// <param name="What">In words, unique within the id.</param>
/// <param name="Code">The problem's code; <c>null</c>: it is no refusal.</param>
/// <param name="IsBare">
/// The server itself answers what is no HTTP, before the application sees it: the status without a document, and then it hangs up.
/// </param>
internal sealed record Row(string Id, string What, Ask Ask, int Status, string? Code, bool IsBare = false)
{
    public string Name => $"{Id} {What}";

    /// <summary>Accepted on purpose: something is made or changed.</summary>
    public bool IsAccepted => Status < 300;
}

/// <summary>A row that is tested by other means than one request.</summary>
/// <param name="Test">The test's full name: class and method.</param>
internal sealed record Elsewhere(string Id, Type Class, string Test);

/// <summary>A row that does not apply to what there is.</summary>
internal sealed record NotHere(string Id, string Because);
