namespace Helpdesk.Api.Tests.Mail;

[Collection(SharedHosts.TwoTowns)]
public sealed class MailFilesTests(ApiFixture api)
{
    [Fact]
    public async Task A_mail_is_written_once_and_its_link_leads_to_the_tenants_own_host()
    {
        var email = Some.Email();
        await api.Enrol(api.Musterstadt, Role.Customer, email);
        await api.Client("musterstadt").Post(
            "/api/v1/auth/password/reset", new { email }, ("X-Forwarded-Host", "evil.example"), ("Forwarded", "host=evil.example"))
            .ShouldAnswer(HttpStatusCode.Accepted);
        var token = (await api.Mail(email))!.Token!;

        // The writer follows the feed by itself.
        var files = await Eventually.Comes(() => Task.FromResult(Written(email) is { Count: > 0 } found ? found : null));

        // As it lies there: whoever tries the product out reads it with any editor.
        var body = await File.ReadAllTextAsync(files.ShouldHaveSingleItem());
        body.ShouldContain($"http://musterstadt.localhost:{api.Port}/reset-password#token={token}");
        body.ShouldNotContain("evil");
    }

    [Fact]
    public async Task An_address_with_letters_beyond_ascii_gets_its_mail_and_holds_up_nobody()
    {
        var (email, other) = ($"jürgen.{Some.Word()}@müller-{Some.Number()}.example", Some.Email());
        await api.Enrol(api.Musterstadt, Role.Customer, email);
        await api.Enrol(api.Beispielburg, Role.Customer, other);
        await Reset("musterstadt", email);
        await Reset("beispielburg", other);

        await Eventually.Holds(() => Task.FromResult(Written(other).Count > 0));
        var mail = await Eventually.Comes(
            () => Task.FromResult(Written(email[..email.IndexOf('@')]) is [var file, ..] ? File.ReadAllText(file) : null));
        mail.ShouldContain($"To: {email}");
    }

    [Fact]
    public async Task The_folder_is_for_its_owner_alone()
    {
        var email = Some.Email();
        await api.Enrol(api.Musterstadt, Role.Customer, email);
        var folder = Directory.CreateDirectory(Path.Combine(api.Data, "mail"));
        if (!OperatingSystem.IsWindows())
            folder.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherRead;

        await Reset("musterstadt", email);
        await Eventually.Holds(() => Task.FromResult(Written(email).Count > 0));

        folder.Refresh();
        if (!OperatingSystem.IsWindows())
            folder.UnixFileMode.ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private Task Reset(string host, string email) =>
        api.Client(host).Post("/api/v1/auth/password/reset", new { email }).ShouldAnswer(HttpStatusCode.Accepted);

    private List<string> Written(string to)
    {
        var folder = Directory.CreateDirectory(Path.Combine(api.Data, "mail"));
        return [.. folder.GetFiles("*reset_password*.eml").Select(file => file.FullName).Where(
            file => File.ReadAllText(file).Contains(to))];
    }
}
