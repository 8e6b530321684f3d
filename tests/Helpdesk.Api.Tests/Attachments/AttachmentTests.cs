using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Helpdesk.Api.Tests.Tickets;

namespace Helpdesk.Api.Tests.Attachments;

/// <summary>A file from the hands of whoever has it into those of whoever may have it.</summary>
[Collection(SharedHosts.MovedForTowns)]
public sealed class AttachmentTests(ApiFixture api)
{
    [Fact]
    public async Task A_file_that_comes_with_a_ticket_is_read_by_whoever_reads_the_ticket()
    {
        var (customer, agent) = (await api.As("musterstadt", Role.Customer), await api.As("musterstadt", Role.Agent));
        var sent = await customer.Upload(FileCalls.Pdf, "Übersicht, „alt“ & \"neu\" 🖨.pdf").Json(HttpStatusCode.Created);
        ((string)sent["file_name"]!).ShouldBe("Übersicht, „alt“ & \"neu\" 🖨.pdf");
        ((string)sent["content_type"]!, (long)sent["size"]!, (string)sent["scan"]!).ShouldBe(
            ("application/pdf", FileCalls.Pdf.Length, "unchecked"));
        ((string)sent["checksum"]!).ShouldBe(Convert.ToHexStringLower(SHA256.HashData(FileCalls.Pdf)));

        var opened = await customer.Post(TicketCalls.Tickets, new
        {
            subject = "Drucker",
            description = "Siehe Bild.",
            attachments = new[] { (string)sent["token"]! },
        }).Json(HttpStatusCode.Created);

        var file = opened["attachments"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)file["file_name"]!, (string)file["visibility"]!).ShouldBe(("Übersicht, „alt“ & \"neu\" 🖨.pdf", "public"));
        ((int)opened["attachment_count"]!).ShouldBe(1);
        var ticket = opened.Id();
        (await agent.Read(ticket))["attachments"]!.AsArray().ShouldHaveSingleItem();
        (await agent.Get($"/api/v1/tickets/{ticket}/attachments").Json())["items"]!.AsArray()
            .Select(item => (string)item!["id"]!).ShouldBe([(string)file["id"]!]);
        var content = await agent.Get((string)file["url"]!);
        (await content.Content.ReadAsByteArrayAsync()).ShouldBe(FileCalls.Pdf);
        await customer.Post(TicketCalls.Tickets, new
        {
            subject = "Noch einmal",
            description = "…",
            attachments = new[] { (string)sent["token"]! }
        })
            .ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");
    }

    [Fact]
    public async Task A_download_is_saved_and_never_shown_and_tells_nothing_of_equal_contents()
    {
        var customer = await api.As("musterstadt", Role.Customer);
        var ticket = (await customer.Open()).Id();
        var html = Encoding.UTF8.GetBytes("<!DOCTYPE html><script>alert(document.domain)</script>");
        var one = await customer.Attach(ticket, html, "seite.html").Json(HttpStatusCode.Created);
        var two = await customer.Attach(ticket, html, "seite.html").Json(HttpStatusCode.Created);

        var answer = await customer.Get((string)one["url"]!);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/octet-stream");
        answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("sandbox;");
        answer.Headers.CacheControl!.ToString().ShouldBe("no-store, private");
        answer.Headers.ETag!.Tag.ShouldNotBe((await customer.Get((string)two["url"]!)).Headers.ETag!.Tag);
        await customer.Get((string)one["url"]!, ("If-None-Match", answer.Headers.ETag.Tag)).ShouldAnswer(HttpStatusCode.NotModified);
    }

    [Theory]
    [InlineData("bytes=0-3", HttpStatusCode.PartialContent, "%PDF", "bytes 0-3/30")]
    [InlineData("bytes=26-", HttpStatusCode.PartialContent, "obj\n", "bytes 26-29/30")]
    [InlineData("bytes=-4", HttpStatusCode.PartialContent, "obj\n", "bytes 26-29/30")]
    [InlineData("bytes=0-1,3-4", HttpStatusCode.OK, null, null)]
    [InlineData("bytes=30-", HttpStatusCode.RequestedRangeNotSatisfiable, null, "bytes */30")]
    public async Task A_download_that_broke_off_goes_on_where_it_was(string range, HttpStatusCode status, string? part, string? told)
    {
        var customer = await api.As("musterstadt", Role.Customer);
        var content = Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj <<>>\n\nendobj\n");
        var file = await customer.Attach((await customer.Open()).Id(), content).Json(HttpStatusCode.Created);

        var answer = await customer.Get((string)file["url"]!, ("Range", range));

        answer.StatusCode.ShouldBe(status);
        if (part is not null)
            (await answer.Content.ReadAsStringAsync()).ShouldBe(part);
        answer.Content.Headers.ContentRange?.ToString().ShouldBe(told);
    }

    [Fact]
    public async Task A_customer_finds_no_trace_of_an_internal_file()
    {
        var (customer, agent) = (await api.As("musterstadt", Role.Customer), await api.As("musterstadt", Role.Agent));
        var ticket = (await customer.Open()).Id();
        var hidden = await agent.Attach(ticket, FileCalls.Pdf, "intern.pdf", "internal").Json(HttpStatusCode.Created);
        var noted = await agent.Post($"/api/v1/tickets/{ticket}/comments", new
        {
            body = "Nur für uns.",
            visibility = "internal",
            attachments = new[] { await agent.Token(FileCalls.Pdf, "notiz.pdf") },
        }).Json(HttpStatusCode.Created);
        ((string)noted["attachments"]![0]!["visibility"]!).ShouldBe("internal");

        (await agent.Get($"/api/v1/tickets/{ticket}/attachments").Json())["items"]!.AsArray().Count.ShouldBe(2);
        (await customer.Get($"/api/v1/tickets/{ticket}/attachments").Json())["items"]!.AsArray().ShouldBeEmpty();
        var seen = await customer.Read(ticket);
        ((int)seen["attachment_count"]!, seen["attachments"]!.AsArray().Count).ShouldBe((0, 0));
        (await customer.Get($"/api/v1/tickets/{ticket}/timeline").Json()).ToJsonString().ShouldNotContain("intern.pdf");
        foreach (var path in (string[])["", "/content", "/preview"])
            await customer.Get($"/api/v1/attachments/{hidden["id"]}{path}").ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        await customer.Delete($"/api/v1/attachments/{hidden["id"]}").ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        await customer.Attach(ticket, FileCalls.Pdf, visibility: "internal").ShouldRefuse(HttpStatusCode.Forbidden, "staff-only");
    }

    [Fact]
    public async Task A_file_goes_with_its_comment_and_its_bytes_with_it()
    {
        var (customer, agent) = (await api.As("musterstadt", Role.Customer), await api.As("musterstadt", Role.Agent));
        var ticket = (await customer.Open()).Id();
        var said = await customer.Post($"/api/v1/tickets/{ticket}/comments", new
        {
            body = "Meine IBAN.",
            attachments = new[] { await customer.Token(FileCalls.Pdf, "iban.pdf"), await customer.Token(FileCalls.Pdf, "iban.pdf") },
        }).Json(HttpStatusCode.Created);
        var files = said["attachments"]!.AsArray();
        files.Select(file => (string)file!["checksum"]!).Distinct().ShouldHaveSingleItem();
        (await agent.Read(ticket))["comments"]!["items"]![0]!["attachments"]!.AsArray().Count.ShouldBe(2);
        (await agent.Get($"/api/v1/tickets/{ticket}/comments").Json())["items"]![0]!["attachments"]!.AsArray().Count.ShouldBe(2);

        await customer.Post($"/api/v1/tickets/{ticket}/comments/{said["id"]}/withdraw", new { }).ShouldAnswer(HttpStatusCode.OK);

        await agent.Get((string)files[0]!["url"]!).ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        (await agent.Get($"/api/v1/tickets/{ticket}/attachments").Json())["items"]!.AsArray().ShouldBeEmpty();
        ((int)(await agent.Read(ticket))["attachment_count"]!).ShouldBe(0);
    }

    [Fact]
    public async Task A_file_is_taken_away_by_whoever_brought_it_shortly_and_by_an_admin_with_a_reason_and_its_twin_stays()
    {
        var (customer, agent) = (await api.As("musterstadt", Role.Customer), await api.As("musterstadt", Role.Agent));
        var (admin, ticket) = (await api.As("musterstadt", Role.Admin), (await customer.Open()).Id());
        var first = $"/api/v1/attachments/{(await customer.Attach(ticket, FileCalls.Pdf).Json(HttpStatusCode.Created))["id"]}";
        var twin = $"/api/v1/attachments/{(await customer.Attach(ticket, FileCalls.Pdf).Json(HttpStatusCode.Created))["id"]}";

        await agent.Delete(first).ShouldRefuse(HttpStatusCode.Forbidden, "admin-only");
        await customer.Delete(first, ("Idempotency-Key", "weg-damit")).ShouldAnswer(HttpStatusCode.NoContent);
        var again = await customer.Delete(first, ("Idempotency-Key", "weg-damit"));
        (again.StatusCode, again.Headers.Contains("Idempotency-Replayed")).ShouldBe((HttpStatusCode.NoContent, true));
        await customer.Get(first).ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        (await (await agent.Get($"{twin}/content")).Content.ReadAsByteArrayAsync()).ShouldBe(FileCalls.Pdf);

        api.Time.Advance(TimeSpan.FromMinutes(10));
        await customer.Delete(twin).ShouldRefuse(HttpStatusCode.Conflict, "attachment-remove-too-late");
        await admin.Delete(twin).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");
        await admin.Delete($"{twin}?reason=Daten%20Dritter").ShouldAnswer(HttpStatusCode.NoContent);
        await agent.Get($"{twin}/content").ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        (await agent.Get($"/api/v1/tickets/{ticket}/timeline").Json()).ToJsonString().ShouldContain("Daten Dritter");
        (await customer.Get($"/api/v1/tickets/{ticket}/timeline").Json()).ToJsonString().ShouldNotContain("Daten Dritter");
    }

    [Fact]
    public async Task A_token_is_good_once_and_for_whoever_sent_the_file()
    {
        var (customer, other) = (await api.As("musterstadt", Role.Customer), await api.As("musterstadt", Role.Customer));
        var (token, ticket) = (await customer.Token(FileCalls.Pdf), (await other.Open()).Id());

        var foreign = await Say(other, ticket, token).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");
        ((string)foreign["errors"]![0]!["pointer"]!, (string)foreign["errors"]![0]!["code"]!).ShouldBe(("/attachments/0",
            "unknown-upload"));
        await Say(other, ticket, "nonsense").ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");
        var own = (await customer.Open()).Id();
        var twice = await Say(customer, own, token, token).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");
        ((string)twice["errors"]![0]!["code"]!).ShouldBe("duplicate");
        await Say(customer, own, token).ShouldAnswer(HttpStatusCode.Created);
        await Say(customer, own, token).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");
    }

    [Fact]
    public async Task A_retry_sends_the_file_again_and_attaches_it_once()
    {
        var customer = await api.As("musterstadt", Role.Customer);
        var ticket = (await customer.Open()).Id();

        var first = await customer.Attach(ticket, FileCalls.Pdf, key: "einmal").Json(HttpStatusCode.Created);
        var again = await customer.Attach(ticket, FileCalls.Pdf, key: "einmal");

        (again.StatusCode, again.Headers.Contains("Idempotency-Replayed")).ShouldBe((HttpStatusCode.Created, true));
        ((string)(await Task.FromResult(again).Json(HttpStatusCode.Created))["id"]!).ShouldBe((string)first["id"]!);
        (await customer.Get($"/api/v1/tickets/{ticket}/attachments").Json())["items"]!.AsArray().ShouldHaveSingleItem();
        await customer.Attach(ticket, [.. FileCalls.Pdf, 10], key: "einmal")
            .ShouldRefuse(HttpStatusCode.UnprocessableEntity, "idempotency-key-reused");
        var token = (string)(await customer.Upload(FileCalls.Pdf, key: "zweimal").Json(HttpStatusCode.Created))["token"]!;
        (await customer.Upload(FileCalls.Pdf, key: "zweimal").Json(HttpStatusCode.Created))["expires_at"].ShouldNotBeNull();
        await Say(customer, ticket, token).ShouldAnswer(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_customer_s_file_that_was_waited_for_brings_the_ticket_back_to_work_and_a_closed_one_takes_none()
    {
        var (customer, agent) = (await api.As("musterstadt", Role.Customer), await api.As("musterstadt", Role.Agent));
        var opened = await customer.Open();
        var waiting = await agent.Change(opened.Id(), opened.Version(), new { assignee = "me", status = "in_progress" }).Json();
        await agent.Change(opened.Id(), waiting.Version(), new { status = "waiting_on_customer" }).ShouldAnswer(HttpStatusCode.OK);

        await customer.Attach(opened.Id(), FileCalls.Pdf).ShouldAnswer(HttpStatusCode.Created);

        ((string)(await customer.Read(opened.Id()))["status"]!).ShouldBe("in_progress");
        await agent.Post($"/api/v1/tickets/{opened.Id()}/close", new { resolution_text = "Erledigt." }).ShouldAnswer(HttpStatusCode.OK);
        await customer.Attach(opened.Id(), FileCalls.Pdf).ShouldRefuse(HttpStatusCode.Conflict, "ticket-closed");
    }

    [Fact]
    public async Task Neighbours_and_strangers_do_not_find_a_file()
    {
        var (customer, other) = (await api.As("musterstadt", Role.Customer), await api.As("musterstadt", Role.Customer));
        var neighbour = await api.As("beispielburg", Role.Admin);
        var file = await customer.Attach((await customer.Open()).Id(), FileCalls.Pdf).Json(HttpStatusCode.Created);

        foreach (var client in new[] { other, neighbour })
        {
            await client.Get((string)file["url"]!).ShouldRefuse(HttpStatusCode.NotFound, "not-found");
            await client.Delete($"/api/v1/attachments/{file["id"]}").ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        }

        await api.Client("musterstadt").Get((string)file["url"]!).ShouldRefuse(HttpStatusCode.Unauthorized, "not-signed-in");
        await Say(neighbour, (await neighbour.Open()).Id(), await customer.Token(FileCalls.Pdf))
            .ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");
    }

    private static Task<HttpResponseMessage> Say(HttpClient client, string ticket, params string[] attachments) =>
        client.Post($"/api/v1/tickets/{ticket}/comments", new { body = "Siehe Anhang.", attachments });
}
