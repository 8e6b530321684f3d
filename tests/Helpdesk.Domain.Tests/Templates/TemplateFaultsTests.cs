using System.Text.Json;
using System.Text.Json.Nodes;
using Helpdesk.Domain.Categories;
using Helpdesk.Domain.Templates;

namespace Helpdesk.Domain.Tests.Templates;

public sealed class TemplateFaultsTests
{
    private static readonly Member Operator = new(TenantId.Platform, Some.Account(), Role.Operator);

    [Fact]
    public void Neither_the_standard_one_nor_an_empty_one_has_any()
    {
        TemplateFaults.Of(StandardTemplate.Unwritten.Content).ShouldBeEmpty();
        TemplateFaults.Of(new()).ShouldBeEmpty();
    }

    [Fact]
    public void Each_is_named_where_it_stands()
    {
        var content = new TemplateContent
        {
            Settings = new() { Zone = "Mars/Stadt" },
            Calendars = [new(Guid.CreateVersion7(), Hours(""))],
            Policies = [Policy("Eilig", Guid.CreateVersion7()), Policy("", null)],
            StandardPolicy = Policy("Standard", Guid.CreateVersion7()),
            Teams = [new("team", "Team", "")],
            Queues = [new("-", "Schlange", "Queue")],
            Categories = [new("it", "\n", "IT")],
        };

        TemplateFaults.Of(content).Select(fault => fault.Pointer).ShouldBe(
            [
                "/settings/zone", "/calendars/0/calendar/name", "/policies/1/name", "/teams/0/name/en", "/queues/0/key",
                "/categories/0/name/de", "/policies/0", "/policies/2",
            ]);
    }

    [Fact]
    public void Too_many_of_anything_is_told_before_anything_else_and_people_are_told_where_they_stand()
    {
        ListEntry[] many = [.. Enumerable.Repeat(new ListEntry("", "", ""), TemplateFaults.MostEntries + 1)];
        var content = new TemplateContent
        {
            Settings = new() { Zone = "Mars/Stadt" },
            Teams = [new("team", "Team", "Team") { Members = [Some.Account()] }],
            Categories = many,
        };

        TemplateFaults.Of(content).Select(fault => (fault.Pointer, fault.Code)).ShouldBe([("/categories", "too-many")]);
        TemplateFaults.Of(content with { Categories = [] }).Select(fault => (fault.Pointer, fault.Code)).ShouldBe(
            [("/settings/zone", "unknown-time-zone"), ("/teams/0/members", "no-members")]);
    }

    [Fact]
    public void One_with_faults_or_one_that_is_too_long_is_not_saved()
    {
        var unfit = new TemplateContent { Settings = new() { Zone = "Mars/Stadt" } };
        var tooLong = new TemplateContent
        {
            Flags = [.. Enumerable.Range(0, 100).Select(number => new TemplateFlag(
                $"flag-{number}", Some.FlagOn() with { Description = new('x', 2_000) }))],
        };

        Save(unfit).Refusal!.Fields.Single().Pointer.ShouldBe("/content/settings/zone");
        Save(tooLong).Refusal!.Fields.Single().Code.ShouldBe("too-long");
        Save(new()).Refusal.ShouldBeNull();
    }

    [Fact]
    public void What_was_stored_is_read_although_it_has_members_that_nobody_knows()
    {
        var content = StandardTemplate.Unwritten.Content with
        {
            Settings = new() { AutoCloseDays = null },
            Policies = [Policy("Eilig", StandardTemplate.Unwritten.Content.Calendars![0].Id)],
            Flags = [new("new-form", Some.FlagOn(), "Test")],
        };
        var saved = new TenantTemplateEvent.Saved("key", "Name", content);
        var stored = JsonSerializer.SerializeToNode(saved, RecordJson.Options)!;
        foreach (var place in new[]
        {
            stored, stored["content"]!, stored["content"]!["settings"]!, stored["content"]!["calendars"]![0]!["definition"]!,
            stored["content"]!["policies"]![0]!, stored["content"]!["categories"]![0]!, stored["content"]!["flags"]![0]!,
        })
            place["of_a_later_version"] = new JsonObject { ["a"] = 1 };

        var read = stored.Deserialize<TenantTemplateEvent.Saved>(RecordJson.Options);

        JsonSerializer.Serialize(read, RecordJson.Options).ShouldBe(JsonSerializer.Serialize(saved, RecordJson.Options));
        read!.Content.Settings!.AutoCloseDays.ShouldBeNull();
    }

    [Fact]
    public void A_copy_has_nobody_in_it_and_does_not_say_where_it_comes_from()
    {
        var settings = new TenantSettings
        {
            Business = new("Rathausplatz 1"),
            Branding = new("#005a9c", "#ffffff"),
            Registration = RegistrationMode.Open,
            Inhabitants = 48_000,
            Zone = "Europe/Vienna",
        };
        var team = new ListEntry("bauhof", "Bauhof", "Yard", 7) { Members = [Some.Account()], Email = "bauhof@town.example" };

        var copy = new TenantCopy(settings, [], [Policy("Eilig", null), SlaDefaults.Policy], [team], [], [], []).ToTemplate();

        copy.Settings.ShouldBe(new()
        {
            Zone = "Europe/Vienna",
            RegistrationDomains = copy.Settings!.RegistrationDomains,
            Languages = copy.Settings.Languages
        });
        (copy.Policies!.Single().Name, copy.StandardPolicy!.Name).ShouldBe(("Eilig", "Standard"));
        (copy.Teams!.Single().Members.Length, copy.Teams!.Single().Email).ShouldBe((0, null));
    }

    private static Decision<TenantTemplateEvent> Save(TemplateContent content) =>
        TenantTemplateRules.Save(null, "key", "Name", content, null, Operator);

    private static CalendarDefinition Hours(string name) =>
        new(name, "Europe/Berlin", [new([IsoDayOfWeek.Monday], WallTime.Midnight, WallTime.EndOfDay)], null, []);

    private static SlaPolicy Policy(string name, Guid? calendar) => new(
        Guid.Empty, 1, name, SlaCondition.Always, [new(SlaTarget.Resolution, Priority.Urgent, Duration.FromHours(2), calendar)], [], []);
}
