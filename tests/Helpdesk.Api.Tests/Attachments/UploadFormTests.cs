using System.Text;
using Helpdesk.Api.Tests.Tickets;

namespace Helpdesk.Api.Tests.Attachments;

/// <summary>Forms that are none, files that are not taken, names that harm.</summary>
public sealed class UploadFormTests(SmallFiles api) : IClassFixture<SmallFiles>
{
    private static readonly byte[] Pdf = FileCalls.Pdf;

    [Fact]
    public async Task A_form_that_is_none_is_refused_with_what_is_wrong()
    {
        var (client, before) = (await api.As("musterstadt", Role.Customer), api.Stored());
        (byte[] Form, string Pointer, string Code)[] wrong =
        [
            (FileCalls.Form(), "/file", "required"),
            (FileCalls.Form(FileCalls.File(Pdf, null)), "/file", "required"),
            (FileCalls.Form(FileCalls.File([], "leer.txt")), "/file", "empty"),
            (FileCalls.Form(FileCalls.File(Pdf, "a"), FileCalls.File(Pdf, "b")), "/file", "duplicate"),
            (FileCalls.Form(FileCalls.File(Pdf, "a", "datei")), "/datei", "unknown-member"),
            (FileCalls.Form(FileCalls.File(Pdf, "a"), FileCalls.Field("visibility", "public")), "/visibility", "unknown-member"),
            (FileCalls.Form(FileCalls.File(Pdf, "a", more: "Content-Length: 7\r\n")), "/file", "contradiction"),
            (FileCalls.Form(FileCalls.File([.. "MZ"u8, .. new byte[100]], "a.pdf")), "/file", "file-kind-refused"),
            (FileCalls.Form(FileCalls.File("<?php phpinfo();"u8.ToArray(), "x.jpg.php")), "/file", "file-kind-refused"),
        ];
        foreach (var (form, pointer, code) in wrong)
        {
            var told = await client.SendForm(FileCalls.Uploads, form).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");
            ((string)told["errors"]![0]!["pointer"]!, (string)told["errors"]![0]!["code"]!).ShouldBe((pointer, code));
        }

        api.Stored().ShouldBe(before);
    }

    [Theory]
    [InlineData("multipart/form-data", HttpStatusCode.BadRequest, "bad-request")]
    [InlineData("multipart/form-data; boundary=\"\"", HttpStatusCode.BadRequest, "bad-request")]
    [InlineData("application/json", HttpStatusCode.UnsupportedMediaType, "unsupported-media-type")]
    [InlineData("multipart/mixed; boundary=x", HttpStatusCode.UnsupportedMediaType, "unsupported-media-type")]
    public async Task A_form_needs_its_boundary(string type, HttpStatusCode status, string code)
    {
        var client = await api.As("musterstadt", Role.Customer);
        await client.SendForm(FileCalls.Uploads, FileCalls.Form(FileCalls.File(Pdf, "a.pdf")), type: type).ShouldRefuse(status, code);
    }

    [Fact]
    public async Task A_form_of_a_thousand_parts_of_heavy_heads_or_that_breaks_off_is_refused_and_leaves_nothing()
    {
        var (client, before) = (await api.As("musterstadt", Role.Customer), api.Stored());
        var (form, begun) = (FileCalls.File(Pdf, "a.pdf"), FileCalls.Part("form-data; name=\"file\"; filename=\"a.pdf\"", Pdf));
        await Bad([.. begun]);
        await Bad(FileCalls.Form(FileCalls.File(Pdf, "a.pdf", more: $"X-Much: {new string('x', 100_000)}\r\n")));
        await Bad(FileCalls.Form(FileCalls.Part("attachment; filename=\"a\"", Pdf)));
        await Bad(Encoding.ASCII.GetBytes("no form at all"));
        await client.SendForm(FileCalls.Uploads, FileCalls.Form(
            Enumerable.Repeat(FileCalls.Field("x", "1"), 1_000).Prepend(form)))
            .ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");
        await client.SendForm(
            FileCalls.Uploads, FileCalls.Form(form), type: $"multipart/form-data; boundary={new string('b', 1024)}")
            .ShouldRefuse(HttpStatusCode.BadRequest, "bad-request");
        api.Stored().ShouldBe(before);

        Task Bad(byte[] body) => client.SendForm(FileCalls.Uploads, body).ShouldRefuse(HttpStatusCode.BadRequest, "bad-request");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_of_the_largest_size_is_taken_and_one_byte_more_is_not_and_leaves_nothing(bool chunked)
    {
        var (client, before) = (await api.As("musterstadt", Role.Customer), api.Stored());
        var (fits, more) = (new byte[SmallFiles.Most], new byte[SmallFiles.Most + 1]);

        await client.SendForm(FileCalls.Uploads, FileCalls.Form(FileCalls.File(more, "a")), chunked: chunked)
            .ShouldRefuse(HttpStatusCode.RequestEntityTooLarge, "attachment-too-large");
        await client.SendForm(FileCalls.Uploads, FileCalls.Form(FileCalls.File(new byte[3 * SmallFiles.Most], "a")), chunked: chunked)
            .ShouldAnswer(HttpStatusCode.RequestEntityTooLarge);
        api.Stored().ShouldBe(before);

        var ticket = (await client.Open()).Id();
        var sent = await client.SendForm(
            $"/api/v1/tickets/{ticket}/attachments", FileCalls.Form(FileCalls.File(fits, "a")),
                chunked: chunked).Json(HttpStatusCode.Created);
        ((long)sent["size"]!).ShouldBe(SmallFiles.Most);
        await client.Delete($"/api/v1/attachments/{sent["id"]}").ShouldAnswer(HttpStatusCode.NoContent);
        await api.Sweep();
    }

    [Fact]
    public async Task What_does_not_fit_into_the_space_of_a_tenant_is_refused_until_room_is_made()
    {
        var client = await api.As("beispielburg", Role.Customer);
        var ticket = (await client.Open()).Id();
        var kept = new List<JsonNode>();
        for (var i = 0; i < SmallFiles.Quota / SmallFiles.Most; i++)
            kept.Add(await client.Attach(ticket, new byte[SmallFiles.Most]).Json(HttpStatusCode.Created));

        await client.Upload(Pdf).ShouldRefuse(HttpStatusCode.Conflict, "attachment-quota");
        await client.Say(ticket, "Der Text wird trotzdem angenommen.").ShouldAnswer(HttpStatusCode.Created);
        await client.Delete($"/api/v1/attachments/{kept[0]["id"]}").ShouldAnswer(HttpStatusCode.NoContent);
        var token = await client.Token(Pdf);
        token.ShouldNotBeEmpty();
        foreach (var file in kept.Skip(1))
            await client.Delete($"/api/v1/attachments/{file["id"]}").ShouldAnswer(HttpStatusCode.NoContent);
        await api.Sweep();
        api.Stored().ShouldNotBeEmpty("what waits to be attached stays");
    }

    [Fact]
    public async Task What_the_storage_lost_is_told_and_the_list_still_works()
    {
        var client = await api.As("musterstadt", Role.Customer);
        var ticket = (await client.Open()).Id();
        var file = await client.Attach(ticket, Pdf).Json(HttpStatusCode.Created);
        foreach (var stored in api.Stored())
            File.Delete(stored);

        await client.Get((string)file["url"]!).ShouldRefuse(HttpStatusCode.Gone, "attachment-lost");
        (await client.Get($"/api/v1/tickets/{ticket}/attachments").Json())["items"]!.AsArray().ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(@"..\..\x", "x")]
    [InlineData("/etc/passwd", "passwd")]
    [InlineData("a\u202Efdp.txt", "afdp.txt")]
    [InlineData("Bescheid, „neu“ \"x\" 🖨.txt", "Bescheid, „neu“ \"x\" 🖨.txt")]
    [InlineData("a\r\nX-Evil: 1", "aX-Evil: 1")]
    public async Task A_name_comes_back_clean_and_whole(string told, string kept)
    {
        var client = await api.As("musterstadt", Role.Customer);
        var file = await client.Attach((await client.Open()).Id(), "Text"u8.ToArray(), told).Json(HttpStatusCode.Created);

        ((string)file["file_name"]!).ShouldBe(kept);
        var answer = await client.Get((string)file["url"]!);
        (answer.Content.Headers.ContentDisposition!.FileNameStar ?? answer.Content.Headers.ContentDisposition.FileName!.Trim('"'))
            .ShouldBe(kept);
        await client.Delete($"/api/v1/attachments/{file["id"]}").ShouldAnswer(HttpStatusCode.NoContent);
        await api.Sweep();
    }
}

/// <summary>A host that takes small files only.</summary>
public sealed class SmallFiles : ApiFixture
{
    public const int Most = 200_000;
    public const int Quota = 600_000;

    protected override (string Key, string Value)[] Settings =>
        [("Helpdesk:Attachments:MaxFileSize", $"{Most}"), ("Helpdesk:Attachments:Quota", $"{Quota}")];

    /// <summary>What lies in the storage, whole or not.</summary>
    public string[] Stored() => Directory.Exists(Path.Combine(Data, "attachments"))
        ? Directory.GetFiles(Path.Combine(Data, "attachments"), "*", SearchOption.AllDirectories) : [];

    /// <summary>As the host does after an hour.</summary>
    public Task Sweep()
    {
        foreach (var file in Stored())
            File.SetLastWriteTimeUtc(file, DateTime.UtcNow - TimeSpan.FromHours(2));
        return Get<Grains.Attachments.AttachmentSweep>().Sweep(NodaTime.SystemClock.Instance.GetCurrentInstant(), default);
    }
}
