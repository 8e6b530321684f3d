using Helpdesk.Domain.People;
using static Helpdesk.Api.Tests.People.ImportCalls;

namespace Helpdesk.Api.Tests.People;

/// <summary>Many people from one file, and rows B61 and B98 of the bad-input catalogue.</summary>
[Collection(SharedHosts.TwoTowns)]
public sealed class ImportTests(ApiFixture api)
{
    [Fact]
    public async Task A_file_invites_who_is_new_brings_up_to_date_who_is_there_and_leaves_the_rest()
    {
        var admin = await api.As("musterstadt", Role.Admin);
        var (fresh, known, same) = (Some.Email(), Some.Email(), Some.Email());
        await api.Enrol(api.Musterstadt, Role.Customer, known);
        await api.Enrol(api.Musterstadt, Role.Customer, same);
        var file = $"\uFEFFemail;name;role;language;group;external_id\r\n{fresh};\"Muster; "
            + $"Max\";agent;en;Bauamt;{Some.Word()}\r\n\r\n{known};Neuer Name;;;Hauptamt;\r\n{same};Erika Mustermann;customer;;;\r\n";

        var dry = await Send(admin, file, "?dry_run=true").Json();
        ((bool)dry["dry_run"]!, (int)dry["invited"]!, (int)dry["updated"]!, (int)dry["unchanged"]!).ShouldBe((true, 1, 1, 1));
        (await api.Mail(fresh)).ShouldBeNull();

        var done = await Send(admin, file).Json();
        done["items"]!.AsArray().Select(item => ((int)item!["line"]!, (string)item["status"]!)).ShouldBe(
            [(2, "invited"), (4, "updated"), (5, "unchanged")]);
        var user = await admin.Get($"/api/v1/users/{done["items"]![0]!["user"]}").Json();
        ((string)user["name"]!, (string)user["role"]!, (string)user["status"]!, (string)user["group"]!).ShouldBe(
            ("Muster; Max", "agent", "invited", "Bauamt"));
        (await api.Mail(fresh))!.Language.ShouldBe("en");
        ((string)(await admin.Get($"/api/v1/users/{done["items"]![1]!["user"]}").Json())["group"]!).ShouldBe("Hauptamt");
    }

    [Fact]
    public async Task A_line_that_cannot_be_read_hides_no_fault_of_the_people_in_others_nor_the_address_one_of_the_file()
    {
        var admin = await api.As("musterstadt", Role.Admin);
        var (fresh, other) = (Some.Email(), Some.Email());
        var file = $"email;name;role\r\n{fresh};Max;boss\r\n{other};Max;agent;zu viel\r\nniemand;Max;agent\r\n";

        var refused = await Send(admin, file, "?dry_run=maybe").ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");

        refused["errors"]!.AsArray().Select(fault => (string)fault!["pointer"]!).ShouldBe(
            ["dry_run", "/lines/2/role", "/lines/3", "/lines/4/email"]);
        (await api.Column($"select 1 from membership where email in ('{fresh}', '{other}')")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_dry_run_leaves_its_key_free_for_the_run_that_counts_which_has_its_effect_once()
    {
        var admin = await api.As("musterstadt", Role.Admin);
        var (email, key) = (Some.Email(), ("Idempotency-Key", Some.Word()));
        var file = $"email;name\r\n{email};Max Muster\r\n";

        (await Send(admin, file, "?dry_run=true", key).Json())["items"]!.AsArray().Count.ShouldBe(1);
        (await api.Mail(email)).ShouldBeNull();
        ((string)(await Send(admin, file, "?dry_run=false", key).Json())["items"]![0]!["status"]!).ShouldBe("invited");
        ((string)(await Send(admin, file, "?dry_run=false", key).Json())["items"]![0]!["status"]!).ShouldBe("invited", "as then");

        (await api.Column($"select 1 from membership where email = '{email}'")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_document_names_what_columns_and_roles_may_be_called_and_a_wrong_role_those_that_one_can_give()
    {
        var told = api.Contract.Document["paths"]!["/api/v1/users/import"]!["post"]!["description"]!.ToString();
        told.ShouldContain("E-Mail-Adresse");
        told.ShouldContain("sachbearbeiterin");

        var manager = await api.As("musterstadt", Role.Manager);
        var problem = await Send(manager, $"email,name,role\n{Some.Email()},Max,Chef\n").ShouldRefuse(
            HttpStatusCode.UnprocessableEntity, "invalid");
        ((string)problem["errors"]![0]!["detail"]!).ShouldBe("Muss eine sein, die Sie vergeben können: customer, agent.");
    }

    [Fact]
    public async Task Under_the_same_key_the_same_file_is_answered_as_then_and_another_one_is_refused()
    {
        var (admin, email, other) = (await api.As("musterstadt", Role.Admin), Some.Email(), Some.Email());
        var key = ("Idempotency-Key", Some.Word());
        var first = await Send(admin, $"email,name\n{email},Max Muster\n", "", key);
        first.Headers.Contains(Idempotency.ReplayedHeader).ShouldBeFalse();

        var again = await Send(admin, $"email,name\n{email},Max Muster\n", "", key);

        again.Headers.Contains(Idempotency.ReplayedHeader).ShouldBeTrue();
        (await again.Content.ReadAsStringAsync()).ShouldBe(await first.Content.ReadAsStringAsync());
        await Send(admin, $"email,name\n{other},Max Muster\n", "", key).ShouldRefuse(
            HttpStatusCode.UnprocessableEntity, "idempotency-key-reused");
        (await api.Column($"select 1 from membership where email = '{other}'")).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing_and_mails_nobody_a_second_time()
    {
        var (admin, email) = (await api.As("musterstadt", Role.Admin), Some.Email());
        await Send(admin, $"email,name\n{email},Max Muster\n").ShouldAnswer(HttpStatusCode.OK);

        var again = await Send(admin, $"email,name\n{email},Max Muster\n").Json();

        ((int)again["unchanged"]!).ShouldBe(1);
        (await api.Column("select data ->> 'account' from event where kind = 'notification.owed'"))
            .Count(account => account == (string)again["items"]![0]!["user"]!).ShouldBe(1);
    }

    [Fact]
    public async Task What_looks_like_a_formula_is_a_name_like_any_other()
    {
        var (admin, email) = (await api.As("musterstadt", Role.Admin), Some.Email());

        var done = await Send(admin, $"email,name\n{email},=SUMME(A1)\n").Json();

        ((string)(await admin.Get($"/api/v1/users/{done["items"]![0]!["user"]}").Json())["name"]!).ShouldBe("=SUMME(A1)");
    }

    [Fact]
    public async Task Too_much_of_anything_is_refused()
    {
        var admin = await api.As("musterstadt", Role.Admin);

        await Send(admin, new string('x', 3 * 1024 * 1024)).ShouldRefuse(HttpStatusCode.RequestEntityTooLarge, "too-large");
        var columns = await Send(admin, string.Join(',', Enumerable.Repeat("a", 500_000)) + "\n").ShouldRefuse(
            HttpStatusCode.UnprocessableEntity, "invalid");
        ((string)columns["errors"]![0]!["code"]!).ShouldBe("too-many-columns");
        var people = new StringBuilder("email,name\n");
        for (var i = 0; i < 10_001; i++)
            people.Append($"p{i}@example.org,Max\n");
        var rows = await Send(admin, people.ToString()).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");
        ((string)rows["errors"]![0]!["code"]!).ShouldBe("out-of-range");
    }

    [Fact]
    public async Task A_thousand_people_come_in_one_file()
    {
        var admin = await api.As("musterstadt", Role.Admin);
        var file = "email,name\n" + string.Concat(Enumerable.Range(0, PeopleImport.MostPeople).Select(_ => $"{Some.Email()},Max Muster\n"));

        // As whoever brings such a file does on a busy machine: the same again after a timeout, and it goes on where it stopped.
        var key = ("Idempotency-Key", Some.Word());
        var answer = await Send(admin, file, "", key);
        for (var again = 0; again < 20 && answer.StatusCode == HttpStatusCode.ServiceUnavailable; again++)
            answer = await Send(admin, file, "", key);

        ((int)(await Task.FromResult(answer).Json())["items"]!.AsArray().Count).ShouldBe(PeopleImport.MostPeople);
        (await api.Column($"select count(*) from membership where tenant_id = '{api.Musterstadt}' and status = 'invited'")).Single()
            .ShouldSatisfyAllConditions(count => int.Parse(count).ShouldBeGreaterThanOrEqualTo(PeopleImport.MostPeople));
    }

    [Fact]
    public async Task Seats_are_counted_for_the_whole_file_before_anybody_is_invited()
    {
        await api.License(api.Beispielburg, seats: 10_000);
        var used = int.Parse((await api.Column($"select count(*) from seat where tenant_id = '{api.Beispielburg}'")).Single());
        var admin = await api.As("beispielburg", Role.Admin);
        (await api.License(api.Beispielburg, used + 3)).Refusal.ShouldBeNull();
        var before = await People();

        await Send(admin, $"email,name,role\n{Some.Email()},A,agent\n{Some.Email()},B,agent\n{Some.Email()},C,agent\n").ShouldRefuse(
            HttpStatusCode.Conflict, "seat-limit");
        (await People()).ShouldBe(before);
        await Send(admin, $"email,name,role\n{Some.Email()},A,agent\n{Some.Email()},B,agent\n{Some.Email()},C,customer\n").ShouldAnswer(
            HttpStatusCode.OK);
        (await api.License(api.Beispielburg, 10_000)).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task Roles_and_addresses_of_members_are_not_changed_by_a_file()
    {
        var (admin, agent, external) = (await api.As("musterstadt", Role.Admin), Some.Email(), Some.Word());
        await api.Enrol(api.Musterstadt, Role.Agent, agent);
        await Send(admin, $"email,name,external_id\n{agent},Erika Mustermann,{external}\n").ShouldAnswer(HttpStatusCode.OK);

        (await Fault($"email,name,role\n{agent},Erika Mustermann,admin\n")).ShouldBe(("/lines/2/role", "role-differs"));
        (await Fault($"email,name,external_id\n{Some.Email()},Erika Mustermann,{external}\n")).ShouldBe(
            ("/lines/2/external_id", "external-id-taken"));

        async Task<(string, string)> Fault(string file)
        {
            var fault = (await Send(admin, file).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid"))["errors"]![0]!;
            return ((string)fault["pointer"]!, (string)fault["code"]!);
        }
    }

    [Fact]
    public async Task Only_managers_and_admins_import_and_only_CSV()
    {
        var (agent, manager) = (await api.As("musterstadt", Role.Agent), await api.As("musterstadt", Role.Manager));

        await Send(agent, $"email,name\n{Some.Email()},Max\n").ShouldRefuse(HttpStatusCode.Forbidden, "role-required");
        (await Send(manager, $"email,name,role\n{Some.Email()},Max,admin\n").ShouldRefuse(
            HttpStatusCode.UnprocessableEntity, "invalid"))["errors"]![0]!["code"]!.GetValue<string>().ShouldBe("role-not-grantable");
        await manager.Post(Import, new { email = Some.Email() }).ShouldRefuse(
            HttpStatusCode.UnsupportedMediaType, "unsupported-media-type");
        await Send(manager, $"email,name\n{Some.Email()},Max\n", "?dry_run=yes").ShouldRefuse(
            HttpStatusCode.UnprocessableEntity, "invalid-query");
    }

    private async Task<int> People() =>
        int.Parse((await api.Column($"select count(*) from membership where tenant_id = '{api.Beispielburg}'"))
            .Single(), System.Globalization.CultureInfo.InvariantCulture);
}
