namespace Helpdesk.Api.Documentation;

/// <summary>The capabilities, as the document groups them.</summary>
internal static class TagDescriptions
{
    public static readonly IReadOnlyDictionary<string, string> All = new Dictionary<string, string>
    {
        ["Tickets"] = "What customers ask and staff answer: open, comment, change, close, link and merge.",
        ["Drafts"] = "What somebody writes and has not sent: kept on the server, for them alone unless they share it.",
        ["Views"] = "Filters of the queue that somebody keeps under a name, for themselves or for others, and how many tickets each shows.",
        ["Markup"] = "How a text with Markdown's marks will look.",
        ["Text modules"] = "Words that staff write again and again, kept once and filled for the ticket at hand.",
        ["Search"] = "Tickets and people by words, whatever they look like, with what they have in common, counted.",
        ["Attachments"] = "Files of tickets and comments: sent, scanned, read by whoever may read the comment, taken away.",
        ["Categories"] = "What tickets are sorted by: categories, queues, and teams with their members.",
        ["Satisfaction"] = "How a closing was: asked of the requester, signed in or by the link in the mail.",
        ["Reports"] = "How the work goes, counted from the events of tickets: times, promises kept, backlog, reopenings, satisfaction.",
        ["Sla"] = "What is promised, when it is due and why: calendars, policies, preview and explanation.",
        ["Live"] = "What happens, told while it happens; and who reads or answers a ticket just now.",
        ["Notifications"] = "What the signed-in person must be told.",
        ["Access"] = "Signing in and out, passwords, second factor, sessions, API keys, clients and their tokens, one's own account.",
        ["Users"] = "The people of a municipality: customers and staff, by invitation.",
        ["Staff"] = "What staff know and who could take a ticket; time spent on tickets, and what it cost.",
        ["Tenants"] = "Municipalities, as operators see them at the console.",
        ["Licences"] = "What was agreed with a municipality: seats, features, and until when.",
        ["Feature flags"] = "What is turned on for whom: the platform's flags at the console, a tenant's own at its host.",
        ["Flag evaluation"] = "The OpenFeature Remote Evaluation Protocol, for a tenant's CMS and any other program.",
        ["Audit"] = "Who did what, when and from where; and whether the record of it is intact.",
        ["Mail"] = "Mails on their way: which left, which wait and why, and how to have one tried again.",
        ["Webhooks"] = "Programs of the municipality's that are told of what happens to tickets, by the rules of Standard Webhooks.",
        ["Parked items"] = "What could not be handled, why, and how to have it tried again; everything else goes on meanwhile.",
        ["Provider access"] = "Operators inside a municipality: with a reason, for a limited time, seen and decided by its admins.",
        ["Domains"] = "Hosts of a municipality's own, beside its subdomain, with proof of control.",
        ["Settings"] = "What a municipality chose for itself: languages, registration, colours, times.",
        ["Appearance"] = "How a host shows itself before anybody has signed in: name, logo, colours, words, texts of the footer.",
        ["Texts"] = "What stands in the footer: accessibility statement, privacy, imprint, easy and sign language, help; and its feedback.",
        ["Problems"] = "What the codes of refusals mean.",
        ["Health"] = "For load balancers and supervisors.",
    };
}
