using Helpdesk.Domain.Feed;
using Helpdesk.Domain.TextModules;

namespace Helpdesk.Domain.Tests.TextModules;

public sealed class TextModuleRulesTests
{
    private static readonly Member Manager = new(new(Guid.NewGuid()), new(Guid.NewGuid()), Role.Manager);
    private static readonly Instant At = Instant.FromUtc(2026, 12, 1, 9, 0);
    private static readonly TextModuleChoice Choice = new() { Name = "Neustart", Shortcut = "neustart", De = "Bitte neu starten." };

    [Theory]
    [InlineData(Role.Customer, false, false)]
    [InlineData(Role.Agent, true, false)]
    [InlineData(Role.Manager, true, true)]
    [InlineData(Role.Admin, true, true)]
    [InlineData(Role.Operator, false, false)]
    public void Staff_read_them_and_managers_and_admins_keep_them(Role role, bool reads, bool keeps)
    {
        var ((list, id), member) = (One(), Manager with { Role = role });

        (TextModuleRules.Read(member) is null).ShouldBe(reads);
        TextModuleRules.Found(list, id, null, member).IsOk.ShouldBe(reads);
        var other = Choice with { Name = "Anders" };
        Decision<TextModuleEvent>[] acts =
        [
            TextModuleRules.Add(null, Guid.NewGuid(), Choice, member), TextModuleRules.Change(list, id, 1, other, member),
            TextModuleRules.Remove(list, id, 1, member),
        ];
        acts.Select(act => act.Refusal?.Kind).ShouldBe(Enumerable.Repeat(keeps ? null : (ErrorKind?)ErrorKind.Forbidden, 3));
    }

    [Fact]
    public void One_is_added_changed_and_removed_and_says_when()
    {
        var (list, id) = One();
        (list.Items.Single().Version, list.Items.Single().CreatedAt).ShouldBe((1, At));

        var later = At + Duration.FromHours(1);
        var changed = Applied(list, Change(list, id, 1, Choice with { En = "Please restart." }).Events.Single(), later);
        var module = changed.Items.Single();
        (module.Id, module.Version, module.CreatedAt, module.UpdatedAt, module.Choice.En).ShouldBe(
            (id, 2, At, later, "Please restart."));

        Applied(changed, TextModuleRules.Remove(changed, id, 2, Manager).Events.Single(), At).Items.ShouldBeEmpty();
    }

    [Fact]
    public void What_is_the_same_is_no_change_and_an_old_version_is_refused()
    {
        var (list, id) = One();
        var same = Choice with { Queues = ["technik"] };
        var placed = Applied(list, Change(list, id, 1, same).Events.Single(), At);

        Change(placed, id, 2, Choice with { Queues = ["technik"] }).Events.ShouldBeEmpty();
        Change(placed, id, 1, Choice).Refusal!.Kind.ShouldBe(ErrorKind.Stale);
        TextModuleRules.Remove(placed, id, 1, Manager).Refusal!.Kind.ShouldBe(ErrorKind.Stale);
        Change(placed, Guid.NewGuid(), null, Choice).Refusal!.Kind.ShouldBe(ErrorKind.NotFound);
        TextModuleRules.Remove(null, id, null, Manager).Refusal!.Kind.ShouldBe(ErrorKind.NotFound);
    }

    [Fact]
    public void A_shortcut_is_one_in_upper_and_lower_case_and_may_stay_with_its_own()
    {
        var (list, id) = One();

        Add(list, Choice with { Shortcut = "NEUSTART" }).Refusal!.Code.ShouldBe("shortcut-taken");
        Change(list, id, 1, Choice with { Shortcut = "Neustart" }).Refusal.ShouldBeNull();
        var two = Applied(list, Add(list, Choice with { Shortcut = "gruss" }).Events.Single(), At);
        Change(two, id, 1, Choice with { Shortcut = "Gruß" }).Refusal!.Code.ShouldBe("shortcut-taken");
    }

    [Fact]
    public void There_are_two_hundred_at_most_and_they_can_still_be_changed()
    {
        var (list, id) = One();
        for (var i = 1; i < TextModuleRules.Most; i++)
            list = Applied(list, Add(list, Choice with { Shortcut = $"s{i}" }).Events.Single(), At);

        list.Items.Length.ShouldBe(200);
        Add(list, Choice with { Shortcut = "mehr" }).Refusal!.Code.ShouldBe("too-many-text-modules");
        Change(list, id, 1, Choice with { Name = "Anders" }).Refusal.ShouldBeNull();
    }

    [Fact]
    public void All_that_is_wrong_is_told_at_once()
    {
        var keys = Enumerable.Range(0, TextModuleRules.MostPlaces + 1).Select(at => $"k{at}");
        var wrong = new TextModuleChoice
        {
            Name = " ",
            Shortcut = "!",
            De = "{{kunde}}",
            En = new string('x', TextModuleRules.LongestBody + 1),
            Queues = ["technik", "Technik"],
            Teams = ["gut", "!"],
            Categories = [.. keys],
        };

        Add(null, wrong).Refusal!.Fields.Select(fault => $"{fault.Pointer} {fault.Code}").ShouldBe(
        [
            "/name required", "/shortcut bad-key", "/bodies/de bad-template", "/bodies/en too-long", "/queues duplicate",
            "/teams/1 bad-key", "/categories too-many",
        ]);
        Add(null, Choice with { De = null }).Refusal!.Fields.Single().Pointer.ShouldBe("/bodies");
        Add(null, Choice with { De = "", En = "Hello" }).Refusal!.Fields.Single().Pointer.ShouldBe("/bodies/de");
    }

    [Theory]
    [InlineData("it", "technik", "eins", true)]
    [InlineData("IT", "Technik", "Eins", true)]
    [InlineData("cms", "technik", "eins", false)]
    [InlineData("it", "redaktion", "eins", false)]
    [InlineData("it", "technik", null, false)]
    [InlineData(null, null, null, false)]
    public void One_for_some_tickets_is_offered_when_the_ticket_fits_each_list(
        string? category, string? queue, string? team, bool fits)
    {
        var some = Choice with { Categories = ["it", "konto"], Queues = ["technik"], Teams = ["eins"] };

        some.IsFor(category, queue, team).ShouldBe(fits);
        Choice.IsFor(category, queue, team).ShouldBeTrue("it is for any");
    }

    [Theory]
    [InlineData("Hallo", "Hello", "de", "de", "Hallo")]
    [InlineData("Hallo", "Hello", "en", "en", "Hello")]
    [InlineData("Hallo", null, "en", "de", "Hallo")]
    [InlineData(null, "Hello", "de", "en", "Hello")]
    public void Where_there_are_no_words_in_a_language_the_other_one_is_taken(
        string? de, string? en, string asked, string had, string text) =>
        (Choice with { De = de, En = en }).In(asked).ShouldBe((had, text));

    private static (TextModuleList List, Guid Id) One()
    {
        var added = (TextModuleEvent.Added)Add(null, Choice).Events.Single();
        return (Applied(null, added, At), added.Id);
    }

    private static Decision<TextModuleEvent> Add(TextModuleList? list, TextModuleChoice choice) =>
        TextModuleRules.Add(list, Guid.NewGuid(), choice, Manager);

    private static Decision<TextModuleEvent> Change(TextModuleList list, Guid id, int? version, TextModuleChoice choice) =>
        TextModuleRules.Change(list, id, version, choice, Manager);

    private static TextModuleList Applied(TextModuleList? list, TextModuleEvent what, Instant at) =>
        TextModuleList.Apply(list, new((list?.Version ?? 0) + 1, at, Manager.Account, what));
}
