using System.Security.Cryptography;
using Helpdesk.Api.Tests.Browser;
using Helpdesk.Api.Tests.Tickets;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.Api.Tests.Web;

/// <summary>Files on their way: a cut costs nothing, and the failure of one harms no other.</summary>
[Trait("Needs", "browser")]
[Collection(SharedHosts.TicketPages)]
public sealed class UploadTests(ApiFixture api, Chromium chromium) : IClassFixture<Chromium>
{
    [WebPageFact]
    public async Task A_file_that_was_cut_half_way_goes_on_from_there_and_two_others_arrive_meanwhile()
    {
        var at = await Writing.Begin(api, chromium, "Abgebrochen");
        var large = RandomNumberGenerator.GetBytes(4_000_000);
        var (parts, sessions) = (new List<string>(), 0);
        await at.Page.RouteAsync("**/upload-sessions", async route =>
        {
            sessions++;
            await route.ContinueAsync();
        });
        await at.Page.RouteAsync("**/upload-sessions/*/content", async route =>
        {
            var range = route.Request.Headers["content-range"];
            var isLarge = range.EndsWith("/4000000", StringComparison.Ordinal);
            if (isLarge)
                parts.Add(range);
            // The second half is refused once by what lies between, which the page cannot mend by itself.
            if (isLarge && parts.Count == 2)
                await route.FulfillAsync(new() { Status = 502, ContentType = "text/plain", Body = "cut" });
            else
                await route.ContinueAsync();
        });
        await at.Page.Locator(".answer input[type=file]").SetInputFilesAsync((FilePayload[])[
            new() { Name = "groß.txt", MimeType = "text/plain", Buffer = large },
            new() { Name = "eins.txt", MimeType = "text/plain", Buffer = "eins"u8.ToArray() },
            new() { Name = "zwei.txt", MimeType = "text/plain", Buffer = "zwei"u8.ToArray() },
        ]);
        await Expect(at.Page.GetByText("Angekommen")).ToHaveCountAsync(2);
        await at.Button("Erneut senden").ClickAsync();
        await Expect(at.Page.GetByText("Angekommen")).ToHaveCountAsync(3);
        await at.Answer.FillAsync("Drei Dateien im Anhang.");
        await at.Send.ClickAsync();
        await Expect(at.Answer).ToHaveValueAsync("");

        parts.ShouldBe(["bytes 0-1999999/4000000", "bytes 2000000-3999999/4000000", "bytes 2000000-3999999/4000000"]);
        sessions.ShouldBe(3);
        var agent = await at.Agent();
        var files = (await agent.Get($"{TicketCalls.Tickets}/{at.Ticket.Id()}/attachments").Json())["items"]!.AsArray();
        files.Select(file => (string)file!["file_name"]!).ShouldBe(["groß.txt", "eins.txt", "zwei.txt"], ignoreOrder: true);
        var found = files.Single(file => (string)file!["file_name"]! == "groß.txt")!;
        ((int)found["size"]!).ShouldBe(large.Length);
        ((string)found["checksum"]!).ShouldBe(Convert.ToHexStringLower(SHA256.HashData(large)));
    }

    [WebPageFact]
    public async Task A_file_is_taken_away_with_the_keyboard_and_comes_by_dropping_and_pasting_too()
    {
        var at = await Writing.Begin(api, chromium, "Dateien");
        foreach (var how in (string[])["drop", "paste"])
            await at.Answer.EvaluateAsync(
                """
                (field, how) => {
                    const data = new DataTransfer()
                    data.items.add(new File([how], `${how}.txt`, { type: 'text/plain' }))
                    const init = { bubbles: true, cancelable: true }
                    field.dispatchEvent(how === 'drop'
                        ? new DragEvent('drop', { ...init, dataTransfer: data })
                        : new ClipboardEvent('paste', { ...init, clipboardData: data }))
                }
                """, how);
        await Expect(at.Page.GetByText("Angekommen")).ToHaveCountAsync(2);
        foreach (var name in (string[])["drop.txt", "paste.txt"])
        {
            await at.Page.GetByRole(AriaRole.Button, new() { Name = $"{name} entfernen" }).FocusAsync();
            await at.Page.Keyboard.PressAsync("Enter");
            await Expect(at.Page.GetByText(name)).ToHaveCountAsync(0);
            await Expect(at.Page.Locator("button:focus")).ToHaveCountAsync(1);
        }
    }
}
