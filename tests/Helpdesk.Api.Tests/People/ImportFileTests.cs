using System.Net.Http.Headers;
using System.Text;
using static Helpdesk.Api.Tests.People.ImportCalls;

namespace Helpdesk.Api.Tests.People;

/// <summary>Files of people as office programs leave them, and what is told of those that cannot be read.</summary>
[Collection(SharedHosts.TwoTowns)]
public sealed class ImportFileTests(ApiFixture api)
{
    [Theory]
    [InlineData("E-Mail;Name;Rolle;Sprache;Gruppe\r\n{0};Max Muster;Sachbearbeiterin;Deutsch;Bauamt\r\n", 2)]
    [InlineData("sep=;\r\nE-Mail-Adresse;Anzeigename;ROLLE;Sprache;Abteilung\r\n{0};Max Muster;AGENT;DE;Bauamt\r\n", 3)]
    [InlineData("\"sep=|\"\nE-MAIL|NAME|Rolle|Sprache|Amt\n{0}|Max Muster|Agentin|de|Bauamt\n", 3)]
    [InlineData("E-Mail\tName\tRolle\tSprache\tGruppe\n{0}\tMax Muster\tAgent\tde\tBauamt\n", 2)]
    [InlineData("email,name,role,language,group,,,\n,,,,,,,\n{0},Max Muster,agent,de,Bauamt,,,\n ,,,,,,,\n,,,,,,,\n", 3)]
    [InlineData("Vorname;Nachname;Mailadresse;Funktion;Sprache;Fachbereich\nMax;Muster;{0};Sachbearbeitung;deutsch;Bauamt\n", 2)]
    [InlineData("Nachname, Vorname;Mail;Rolle;Sprache;Dienststelle\nMuster, Max;{0};Bearbeiter;de;Bauamt\n", 2)]
    [InlineData("Name, Vorname;Mail;Rolle;Sprache;Amt\nMuster Max;{0};Bearbeiter;de;Bauamt\n", 2)]
    [InlineData("Mitarbeiter;Dienstliche E-Mail;Rolle;Sprache;Organisationseinheit\nMax Muster;{0};Agent;de;Bauamt\n", 2)]
    [InlineData("Vorname Nachname;E-Mail;Rolle;Sprache;Abteilung\nMax Muster;{0};Agent;de;Bauamt\n", 2)]
    [InlineData("GivenName,Surname,DisplayName,mail,Department,Role,PreferredLanguage\nM.,Muster,Max Muster,{0},Bauamt,agent,de\n", 2)]
    [InlineData(";email;name;role;language;group;;\n;{0};Max Muster;agent;de;Bauamt\n;;;\n", 2)]
    [InlineData("Name;Vorname;E-Mail;Rolle;Sprache;Amt\nMuster;Max;{0};agent;de;Bauamt\n", 2)]
    [InlineData("Anzeigename;Vorname;E-Mail;Rolle;Sprache;Amt\nMax Muster;Max;{0};agent;de;Bauamt\n", 2)]
    [InlineData("E-Mail;\"Nachname, Vorname\";Rolle;Sprache;Amt\n{0};\"Muster, Max\";agent;de-DE;Bauamt\n", 2)]
    [InlineData("E-Mail\tNachname, Vorname\tRolle\tSprache\tAmt\n{0}\tMuster, Max\tagent\tde_AT\tBauamt\n", 2)]
    [InlineData("Rolle,Sprache,Amt,E-Mail,\"Nachname, Vorname\"\nagent,Deutsch (Deutschland),Bauamt,{0},\"Muster, Max\"\n", 2)]
    [InlineData("\r\n \r\n;;;\r\nE-Mail;Name;Rolle;Sprache;Amt\r\n{0};Max Muster;agent;de;Bauamt\r\n", 5)]
    [InlineData("\n\"sep=;\"\n\nE-Mail;Name;Rolle;Sprache;Amt\n{0};Max Muster;agent;de;Bauamt\n", 5)]
    [InlineData("sep=;;;;\nE-Mail;Name;Rolle;Sprache;Amt\n{0};Max Muster;agent;de;Bauamt\n", 3)]
    [InlineData("E-Mail;Name;Rolle;Sprache;Amt\r{0};Max Muster;agent;de;Bauamt\r;;;;\r", 2)]
    [InlineData("\"E-Mail\r\ndienstlich\";Name;Rolle;Sprache;Amt\r\n{0};Max Muster;agent;de;Bauamt\r\n", 3)]
    [InlineData("E-Mail;Name;Rolle;Sprache;Amt;Zeitzone;Personalnr.\n{0};Max Muster;agent;de;Bauamt\n", 2)]
    [InlineData("E-Mail;Name;Rolle;Sprache;Amt;\n{0};Max Muster;agent;de;Bauamt;;;;\n", 2)]
    public async Task A_file_may_be_as_office_programs_leave_it(string file, int line)
    {
        var (admin, email) = (await api.As("musterstadt", Role.Admin), Some.Email());

        var done = await Send(admin, string.Format(System.Globalization.CultureInfo.InvariantCulture, file, email)).Json();

        var item = done["items"]!.AsArray().ShouldHaveSingleItem()!;
        ((int)item["line"]!).ShouldBe(line);
        var user = await admin.Get($"/api/v1/users/{item["user"]}").Json();
        ((string)user["email"]!, (string)user["name"]!, (string)user["role"]!, (string)user["language"]!, (string)user["group"]!)
            .ShouldBe((email, "Max Muster", "agent", "de", "Bauamt"));
    }

    [Theory]
    [InlineData("application/vnd.ms-excel")]
    [InlineData("Application/vnd.MS-Excel; charset=windows-1252")]
    [InlineData("application/csv")]
    [InlineData("text/tab-separated-values")]
    public async Task It_may_be_called_what_the_browser_calls_it(string type)
    {
        var (admin, email) = (await api.As("musterstadt", Role.Admin), Some.Email());

        var done = await SendAs(type, admin, Encoding.UTF8.GetBytes($"email\tname\n{email}\tMax Muster\n")).Json();

        ((int)done["invited"]!).ShouldBe(1);
    }

    [Theory]
    [InlineData("text/csv", "PK\u0003\u0004\u0014")]
    [InlineData("application/vnd.ms-excel", "PK\u0003\u0004\u0014")]
    [InlineData("application/vnd.ms-excel", "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1")]
    public async Task A_workbook_is_told_to_be_saved_as_CSV(string type, string beginning)
    {
        var admin = await api.As("musterstadt", Role.Admin);

        var refused = await SendAs(type, admin, [.. Encoding.Latin1.GetBytes(beginning), .. new byte[100]]).ShouldRefuse(
            HttpStatusCode.UnprocessableEntity, "invalid");

        var fault = refused["errors"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)fault["code"]!).ShouldBe("workbook");
        ((string)fault["detail"]!).ShouldContain("CSV UTF-8");
    }

    [Theory]
    [InlineData("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("application/vnd.oasis.opendocument.spreadsheet")]
    public async Task A_type_of_a_workbook_is_refused_with_what_to_do(string type)
    {
        var admin = await api.As("musterstadt", Role.Admin);

        var refused = await SendAs(type, admin, "PK\u0003\u0004"u8.ToArray()).ShouldRefuse(
            HttpStatusCode.UnsupportedMediaType, "unsupported-media-type");

        ((string)refused["detail"]!).ShouldContain("CSV UTF-8");
    }

    [Theory]
    [InlineData("sep=\nemail,name\nx@example.org,Max\n", "/lines/1", "unknown-separator")]
    [InlineData("sep=,\nemail,name\nkein-at,Max\n", "/lines/3/email", "not-an-email-address")]
    [InlineData("email,name,\nx@example.org,Max,wo?\n", "/lines/2", "nameless-column")]
    [InlineData("E-Mail,email,Name\nx@example.org,y@example.org,Max\n", "/lines/1", "repeated-column")]
    [InlineData("email|name\nx@example.org|Max\n", "/lines/1", "unknown-separator")]
    [InlineData("email,name\nx@example.org,\"Max\ny@example.org,Erika\n", "/lines/2", "open-quote")]
    [InlineData("email,name\nx@example.org,M\"ax\n", "/lines/2", "stray-quote")]
    [InlineData("email,name\nx@example.org,\"Max\"x\n", "/lines/2", "stray-quote")]
    [InlineData("email,name\nx@example.org,Max,zu viel\n", "/lines/2", "wrong-column-count")]
    [InlineData("email,name\nx@example.org\n", "/lines/2", "wrong-column-count")]
    [InlineData("email,name,password\nx@example.org,Max,geheim\n", "/lines/1", "unknown-column")]
    [InlineData("email,name,email\nx@example.org,Max,y@example.org\n", "/lines/1", "repeated-column")]
    [InlineData("email,group\nx@example.org,Bauamt\n", "/lines/1", "missing-column")]
    [InlineData("email\nx@example.org\n", "/lines/1", "missing-column")]
    [InlineData("\n\n", "", "empty")]
    [InlineData("email,name\nx@example.org,Max\n\0,\n", "/lines/3", "nul")]
    [InlineData("email,name,language\nx@example.org,Max,fr-FR\n", "/lines/2/language", "unknown-language")]
    [InlineData("email,name\n", "", "out-of-range")]
    [InlineData("", "", "empty")]
    [InlineData("email,name\nkein-at,Max\n", "/lines/2/email", "not-an-email-address")]
    [InlineData("email,name\n=cmd|' /C calc'!A0,Max\n", "/lines/2/email", "not-an-email-address")]
    [InlineData("email,name\nx@example.org,\n", "/lines/2/name", "required")]
    [InlineData("email,name,role\nx@example.org,Max,chef\n", "/lines/2/role", "unknown-word")]
    [InlineData("email,name,role\nx@example.org,Max,operator\n", "/lines/2/role", "role-not-grantable")]
    [InlineData("sep=;\nE-Mail;Name;Rolle\nx@example.org;Max;Betrieb\n", "/lines/3/role", "role-not-grantable")]
    [InlineData("email,name,group\nx@example.org,Max,\"Bau\namt\"\n", "/lines/2/group", "control-character")]
    [InlineData("email,name\n\nx@example.org,\"Max\"\n\nkein-at,Max\n", "/lines/5/email", "not-an-email-address")]
    [InlineData("email,name,language\nx@example.org,Max,fr\n", "/lines/2/language", "unknown-language")]
    [InlineData("email,name,time_zone\nx@example.org,Max,Mond\n", "/lines/2/time_zone", "unknown-time-zone")]
    [InlineData("email,name\nx@example.org,Max\nX@EXAMPLE.ORG,Erika\n", "/lines/3/email", "duplicate")]
    [InlineData("email,name,external_id\nx@example.org,Max,7\ny@example.org,Erika,7\n", "/lines/3/external_id", "duplicate")]
    public async Task A_file_with_one_wrong_line_does_nothing_and_says_which(string file, string pointer, string code)
    {
        var admin = await api.As("beispielburg", Role.Admin);
        var before = await People();

        var problem = await Send(admin, file).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");

        var fault = problem["errors"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)fault["pointer"]!, (string)fault["code"]!).ShouldBe((pointer, code));
        (await People()).ShouldBe(before);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("latin1")]
    [InlineData("utf-8")]
    public async Task A_file_is_read_in_each_of_the_encodings_that_office_programs_save(string name)
    {
        var (admin, email, encoding) = (await api.As("musterstadt", Role.Admin), Some.Email(), Encoding.GetEncoding(name));
        byte[] file = [.. encoding.Preamble, .. encoding.GetBytes($"E-Mail\tName\r\n{email}\tJürgen Groß\r\n")];

        var done = await Send(admin, file).Json();

        ((string)(await admin.Get($"/api/v1/users/{done["items"]![0]!["user"]}").Json())["name"]!).ShouldBe("Jürgen Groß");
    }

    [Fact]
    public async Task A_name_in_a_file_is_composed_like_any_other_text()
    {
        var (admin, email) = (await api.As("musterstadt", Role.Admin), Some.Email());

        var done = await Send(admin, $"email,name\n{email},Ju\u0308rgen\n").Json();

        ((string)(await admin.Get($"/api/v1/users/{done["items"]![0]!["user"]}").Json())["name"]!).ShouldBe("Jürgen");
    }

    [Theory]
    [InlineData(new byte[] { 0x4D, 0x81, 0x6C }, "", "not-utf-8")] // ü of DOS
    [InlineData(new byte[] { 0x4D, 0x9F, 0x6C }, "", "not-utf-8")] // ü of an old Mac
    [InlineData(new byte[] { 0x4D, 0xC3, 0xBC, 0xFC }, "", "not-utf-8")] // ü twice, each in its own encoding
    [InlineData(new byte[] { 0x4D, 0x00, 0x6C }, "/lines/2", "nul")]
    public async Task What_a_file_may_be_in_is_told_and_not_guessed(byte[] nameOfSomebody, string pointer, string code)
    {
        var admin = await api.As("musterstadt", Role.Admin);

        var problem = await Send(admin, [.. "email,name\nx@example.org,"u8, .. nameOfSomebody, .. "\n"u8]).ShouldRefuse(
            HttpStatusCode.UnprocessableEntity, "invalid");

        ((string)problem["errors"]![0]!["pointer"]!, (string)problem["errors"]![0]!["code"]!).ShouldBe((pointer, code));
    }

    [Fact]
    public async Task A_mark_that_is_not_kept_and_UTF_16_without_its_mark_are_told()
    {
        var admin = await api.As("musterstadt", Role.Admin);
        var file = Encoding.Unicode.GetBytes("email,name\nx@example.org,Max\n");

        (await Code([0xFF, 0xFE, .. file, 0x41])).ShouldBe("not-utf-8");
        (await Code([0xEF, 0xBB, 0xBF, .. "email,name\nx@example.org,M"u8, 0xFC, .. "ller\n"u8])).ShouldBe("not-utf-8");
        (await Code(file)).ShouldBe("nul");

        async Task<string> Code(byte[] bytes) => (string)(await Send(admin, bytes).ShouldRefuse(
            HttpStatusCode.UnprocessableEntity, "invalid"))["errors"]![0]!["code"]!;
    }

    [Theory]
    [InlineData("x@example.org\n", "Hat eine Spalte, die Kopfzeile dagegen 2.")]
    [InlineData("x@example.org,Max,zu viel\n", "Hat 3 Spalten, die Kopfzeile dagegen 2.")]
    public async Task Columns_are_counted_in_good_German(string line, string told)
    {
        var admin = await api.As("musterstadt", Role.Admin);

        var problem = await Send(admin, "email,name\n" + line).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");

        ((string)problem["errors"]![0]!["detail"]!).ShouldBe(told);
    }

    [Fact]
    public async Task Another_type_is_refused_with_the_one_that_the_address_takes()
    {
        var manager = await api.As("musterstadt", Role.Manager);

        (await Told(manager.Post(Import, new { email = Some.Email() }))).ShouldBe(
            "Angenommen wird hier text/csv, application/vnd.ms-excel, application/csv, text/tab-separated-values, ohne Content-Encoding.");
        using var form = new FormUrlEncodedContent([new("subject", "x")]);
        (await Told(manager.PostAsync("/api/v1/tickets", form))).ShouldBe(
            "Angenommen wird hier application/json in UTF-8, ohne Content-Encoding.");
        using var csv = new StringContent("x", MediaTypeHeaderValue.Parse("text/csv"));
        (await Told(api.Client("musterstadt").PostAsync("/api/v1/auth/token", csv))).ShouldContain("application/x-www-form-urlencoded");

        async Task<string> Told(Task<HttpResponseMessage> answer) => (string)(await answer.ShouldRefuse(
            HttpStatusCode.UnsupportedMediaType, "unsupported-media-type"))["detail"]!;
    }

    private async Task<int> People() =>
        int.Parse((await api.Column($"select count(*) from membership where tenant_id = '{api.Beispielburg}'"))
            .Single(), System.Globalization.CultureInfo.InvariantCulture);
}
