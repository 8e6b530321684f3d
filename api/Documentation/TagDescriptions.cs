namespace Helpdesk.Api.Documentation;

/// <summary>The capabilities, as the document groups them.</summary>
internal static class TagDescriptions
{
    public static readonly IReadOnlyDictionary<string, string> All = new Dictionary<string, string>
    {
        ["Tickets"] = "What customers ask and staff answer: open, comment, change, close, link and merge.",
        ["Tenants"] = "Municipalities, as operators see them at the console.",
        ["Problems"] = "What the codes of refusals mean.",
        ["Health"] = "For load balancers and supervisors.",
    };
}
