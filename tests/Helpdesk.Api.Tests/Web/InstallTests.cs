using Helpdesk.Api.Tests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.Api.Tests.Web;

/// <summary>The pages as an app on somebody's device: installed, without a connection, and told while they are closed.</summary>
[Trait("Needs", "browser")]
[Collection(SharedHosts.TicketPages)]
public sealed class InstallTests(ApiFixture api, Chromium chromium) : IClassFixture<Chromium>
{
    [WebPageFact]
    public async Task The_browser_takes_the_manifest_and_would_install_the_pages_under_the_municipalitys_name()
    {
        var walk = await WebWalk.Begin(api, chromium, worker: true);
        await walk.GoTo("/sign-in");
        var browser = await walk.Page.Context.NewCDPSessionAsync(walk.Page);

        var read = (await browser.SendAsync("Page.getAppManifest"))!.Value;
        read.GetProperty("url").GetString().ShouldEndWith("/manifest.webmanifest");
        read.GetProperty("errors").GetArrayLength().ShouldBe(0, read.GetRawText());
        var manifest = JsonNode.Parse(read.GetProperty("data").GetString()!)!;
        var name = (await api.Client("musterstadt").Get("/api/v1/appearance").Json())["name"]!;
        ((string?)manifest["name"], (string?)manifest["short_name"], (string?)manifest["id"], (string?)manifest["lang"])
            .ShouldBe(($"Helpdesk {name}", (string?)name, "/", "de"));
        foreach (var icon in manifest["icons"]!.AsArray().Select(icon => (string)icon!["src"]!))
            (await api.Plain("musterstadt").GetAsync(icon)).StatusCode.ShouldBe(HttpStatusCode.OK, icon);

        var faults = (await browser.SendAsync("Page.getInstallabilityErrors"))!.Value.GetProperty("installabilityErrors");
        // A test's window is a private one, and in such nothing is installed.
        faults.EnumerateArray().Select(fault => fault.GetProperty("errorId").GetString()).Where(fault => fault is not "in-incognito")
            .ShouldBeEmpty();
        walk.Complaints.ShouldBeEmpty();
    }

    [WebPageFact]
    public async Task Without_a_connection_the_page_says_so_and_goes_on_when_it_is_back_and_nothing_of_anybody_is_kept()
    {
        var email = Some.Email();
        await api.Enrol(api.Musterstadt, Role.Customer, email);
        var walk = await WebWalk.Begin(api, chromium, worker: true);
        await walk.SignIn(email);
        await Ready(walk.Page);
        await walk.GoTo("/tickets");

        await walk.Page.Context.SetOfflineAsync(true);
        await walk.Page.ReloadAsync();
        await Expect(walk.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Keine Verbindung");
        await walk.Page.GotoAsync(WebWalk.Host + "/account");
        await Expect(walk.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Keine Verbindung");

        await walk.Page.Context.SetOfflineAsync(false);
        await Expect(walk.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).Not.ToHaveTextAsync("Keine Verbindung");
        (await Kept(walk.Page)).Where(path => !path.StartsWith("/assets/", StringComparison.Ordinal)).Order()
            .ShouldBe(["/", "/icon-192.png", "/icon.svg", "/react-aria.css", "/theme.css"]);
    }

    [WebPageFact]
    public async Task What_is_pushed_is_shown_once_for_each_ticket_and_signing_out_leaves_none_of_it()
    {
        var email = Some.Email();
        await api.Enrol(api.Musterstadt, Role.Customer, email);
        var walk = await WebWalk.Begin(api, chromium, worker: true);
        await walk.Page.Context.GrantPermissionsAsync(["notifications"], new() { Origin = WebWalk.Host });
        await walk.SignIn(email);
        await Ready(walk.Page);
        var browser = await walk.Page.Context.NewCDPSessionAsync(walk.Page);
        var registered = new TaskCompletionSource<string>();
        browser.Event("ServiceWorker.workerRegistrationUpdated").OnEvent += (_, said) =>
        {
            foreach (var one in said!.Value.GetProperty("registrations").EnumerateArray())
                registered.TrySetResult(one.GetProperty("registrationId").GetString()!);
        };
        await browser.SendAsync("ServiceWorker.enable");
        var registration = await registered.Task;

        foreach (var text in (string[])["Erste Antwort.", "Zweite Antwort."])
            await browser.SendAsync("ServiceWorker.deliverPushMessage", new()
            {
                ["origin"] = WebWalk.Host,
                ["registrationId"] = registration,
                ["data"] = new JsonObject
                {
                    ["title"] = "Lampe",
                    ["text"] = text,
                    ["link"] = "/tickets/MUST-000001",
                    ["tag"] = "a",
                    ["lang"] = "de",
                }.ToJsonString(),
            });

        await Eventually.Holds(async () => (await Shown(walk.Page)) is ["Lampe|Zweite Antwort.|a|/tickets/MUST-000001"]);
        await walk.GoTo("/account");
        await walk.Page.GetByRole(AriaRole.Button, new() { Name = "Abmelden" }).First.ClickAsync();
        await Expect(walk.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/sign-in"));
        await Eventually.Holds(async () => (await Shown(walk.Page)).Length == 0);
        walk.Complaints.ShouldBeEmpty();
    }

    [WebPageFact]
    public async Task A_switch_turns_this_browser_on_and_off_and_others_are_listed_beside_it()
    {
        var email = Some.Email();
        await api.Enrol(api.Musterstadt, Role.Customer, email);
        using var phone = new Push.Browser();
        var elsewhere = await api.SignedIn("musterstadt", email);
        await elsewhere.Send(HttpMethod.Put, "/api/v1/push/subscriptions", phone.Subscription("https://push.example", "Safari, iPhone"))
            .ShouldAnswer(HttpStatusCode.OK);
        var walk = await WebWalk.Begin(api, chromium, worker: true);
        await walk.Page.Context.GrantPermissionsAsync(["notifications"], new() { Origin = WebWalk.Host });
        // In a private window, as a test's is, the browser has no push service.
        await walk.Page.Context.AddInitScriptAsync(StandIn);
        await walk.SignIn(email);
        await Ready(walk.Page);
        await walk.GoTo("/account/notifications");

        var toggle = walk.Page.GetByRole(AriaRole.Switch, new() { Name = "Auf diesem Gerät benachrichtigen" });
        await Expect(toggle).Not.ToBeCheckedAsync();
        await Expect(walk.Page.GetByText("Safari, iPhone")).ToBeVisibleAsync();
        await toggle.ClickAsync();
        await Expect(toggle).ToBeCheckedAsync();
        await Expect(walk.Page.GetByText("Dieses Gerät zeigt Nummer und Betreff")).ToBeVisibleAsync();
        await walk.IsUsable("a device that is notified");
        (await Names(elsewhere)).ShouldBe(["Safari, iPhone", "Chrome, Linux"]);

        await walk.Page.GetByRole(AriaRole.Button, new() { Name = "Safari, iPhone entfernen" }).ClickAsync();
        await Expect(walk.Page.GetByText("Safari, iPhone")).ToHaveCountAsync(0);
        await toggle.ClickAsync();
        await Expect(toggle).Not.ToBeCheckedAsync();
        (await Names(elsewhere)).ShouldBeEmpty();
        walk.Complaints.ShouldBeEmpty();
    }

    [WebFact]
    public async Task The_service_worker_is_asked_for_each_time_and_its_page_lets_it_run()
    {
        using var answer = await api.Plain("musterstadt").GetAsync("/sw.js");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/javascript");
        answer.Headers.CacheControl!.ToString().ShouldBe("no-cache");
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("worker-src 'self'");
        (await answer.Content.ReadAsStringAsync()).ShouldNotContain("import");
    }

    private const string StandIn = """
        const key = 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4'
        const one = {
            toJSON: () => ({ endpoint: 'https://push.example/' + location.host, keys: { p256dh: key, auth: 'BTBZMqHH6r4Tts7J_aSIgg' } }),
            unsubscribe: async () => { sessionStorage.removeItem('stand-in'); return true },
        }
        PushManager.prototype.getSubscription = async () => sessionStorage.getItem('stand-in') === null ? null : one
        PushManager.prototype.subscribe = async () => { sessionStorage.setItem('stand-in', 'here'); return one }
        """;

    private static async Task<IReadOnlyList<string>> Names(HttpClient client) =>
        [.. (await client.Get("/api/v1/push/subscriptions").Json())["items"]!.AsArray().Select(one => (string)one!["name"]!)];

    private static Task Ready(IPage page) => page.EvaluateAsync("""
        async () => {
            await navigator.serviceWorker.ready
            while (navigator.serviceWorker.controller === null) await new Promise(done => setTimeout(done, 20))
        }
        """);

    private static Task<string[]> Kept(IPage page) => page.EvaluateAsync<string[]>("""
        async () => {
            const paths = []
            for (const name of await caches.keys())
                for (const request of await (await caches.open(name)).keys()) paths.push(new URL(request.url).pathname)
            return paths
        }
        """);

    private static Task<string[]> Shown(IPage page) => page.EvaluateAsync<string[]>("""
        async () => (await (await navigator.serviceWorker.ready).getNotifications())
            .map(each => [each.title, each.body, each.tag, each.data].join('|'))
        """);
}
