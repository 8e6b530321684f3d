using Helpdesk.Contracts.TextModules;
using Helpdesk.Domain.TextModules;

namespace Helpdesk.Api.Demo;

/// <summary>What the demo agents write again and again: for any ticket, and for some.</summary>
internal static class DemoTextModules
{
    private static readonly TextModuleChoice[] All =
    [
        new()
        {
            Name = "Eingang bestätigen",
            Shortcut = "eingang",
            De = """
                Guten Tag {{requester.name}},

                vielen Dank für Ihre Nachricht „{{ticket.subject}}“. Wir kümmern uns darum und melden uns, sobald es Neues gibt.

                Bitte nennen Sie bei Rückfragen die Nummer {{ticket.number}}.

                Freundliche Grüße
                {{agent.name}}, {{tenant.name}}
                """,
            En = """
                Hello {{requester.name}},

                thank you for your message “{{ticket.subject}}”. We are looking into it and will write as soon as there is news.

                Please mention the number {{ticket.number}} if you have any questions.

                Kind regards
                {{agent.name}}, {{tenant.name}}
                """,
        },
        new()
        {
            Name = "Nach Bildschirmfoto fragen",
            Shortcut = "bildschirmfoto",
            De = """
                Guten Tag {{requester.name}},

                bitte schicken Sie uns ein Bildschirmfoto der Meldung, und schreiben Sie dazu, wann und auf welcher Seite sie erschien.

                Dann finden wir die Stelle schneller.

                Freundliche Grüße
                {{agent.name}}
                """,
            En = """
                Hello {{requester.name}},

                please send us a screenshot of the message, and tell us when and on which page it appeared.

                That helps us to find the cause faster.

                Kind regards
                {{agent.name}}
                """,
        },
        new()
        {
            Name = "Newsletter: Anmeldung bestätigen",
            Shortcut = "newsletter",
            De = """
                Guten Tag {{requester.name}},

                der Newsletter kommt erst, wenn die Anmeldung bestätigt ist.

                Bitte öffnen Sie den Link in der Bestätigungsmail, und sehen Sie auch im Spam-Ordner nach.

                Freundliche Grüße
                {{agent.name}}
                """,
            En = """
                Hello {{requester.name}},

                the newsletter is sent only once the subscription has been confirmed.

                Please open the link in the confirmation mail, and look into the spam folder as well.

                Kind regards
                {{agent.name}}
                """,
            Categories = ["newsletter"],
        },
    ];

    public static async Task Write(DemoTown town, CancellationToken cancellation)
    {
        foreach (var choice in All)
        {
            DemoTown.Accepted(await town.Grain<ITextModulesGrain>().Add(
                town.As(town.Plan.Manager), town.Once($"text-module|{choice.Shortcut}"), choice, cancellation));
        }
    }
}
