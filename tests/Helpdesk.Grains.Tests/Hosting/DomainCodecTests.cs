using System.Collections.Immutable;
using System.Text.Json;
using Helpdesk.Domain.FeatureFlags;
using Helpdesk.Domain.Sla.Calendars;
using Helpdesk.Domain.Staff;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;

namespace Helpdesk.Grains.Tests.Hosting;

/// <summary>What grains take and return comes out of another process as it went in.</summary>
public sealed class DomainCodecTests
{
    private static readonly LocalDate Day = new(2026, 11, 18);

    private readonly Serializer serializer =
        new ServiceCollection().AddDomainCodec().BuildServiceProvider().GetRequiredService<Serializer>();

    [Fact]
    public void Days_and_lists_of_records_travel()
    {
        Travelled(Day).ShouldBe(Day);
        Travelled<LocalDate?>(null).ShouldBeNull();
        Travelled<ImmutableArray<ExpertiseItem>>([new("it", 4, null, Day)]).ShouldBe([new("it", 4, null, Day)]);
    }

    [Fact]
    public void What_shall_be_cleared_is_not_what_stays()
    {
        Travelled(new ChangeTicket { Category = (string?)null }).Category.IsSet.ShouldBeTrue();
        Travelled(new ChangeTicket { Subject = "Drucker" }).Category.IsSet.ShouldBeFalse();
    }

    [Fact]
    public void Answers_travel_and_so_do_refusals_whatever_was_asked_for()
    {
        ImmutableArray<ExpertiseItem> items = [new("it", 4, null, null)];

        Travelled<Result<ImmutableArray<ExpertiseItem>>>(items).Value.ShouldBe(items);
        Travelled<Result<ImmutableArray<ExpertiseItem>>>(AccessErrors.NotFound).Refusal!.Code.ShouldBe("not-found");
        Travelled<Result<bool>>(Error.Invalid(FieldCode.Type.At("/level", "Zahl", "Number"))).Refusal!.Fields.Single().ShouldBe(
            FieldCode.Type.At("/level", "Zahl", "Number"));
    }

    [Fact]
    public void A_refusal_travels_with_what_it_says_and_one_of_the_version_before_is_understood()
    {
        var refusal = Travelled<Result<bool>>(TenantErrors.SeatLimit(5)).Refusal!;
        (refusal.Kind, refusal.Message, refusal.MessageDe).ShouldBe(
            (TenantErrors.NoSeatLeft.Kind, TenantErrors.SeatLimit(5).Message, TenantErrors.SeatLimit(5).MessageDe));
        refusal.Is(TenantErrors.NoSeatLeft).ShouldBeTrue();

        const string before = """{"error":{"kind":"conflict","code":"seat-limit","message":"All 5 seats are taken.","fields":[{"pointer":"/a","code":"type","message":"No."}]}}""";
        var told = JsonSerializer.Deserialize<Result<bool>>(before, RecordJson.Options).Refusal!;
        (told.In(german: true), told.Fields.Single().In(german: true)).ShouldBe(("All 5 seats are taken.", "No."));
    }

    [Fact]
    public void Promises_travel_with_every_kind_of_point_and_act_and_so_does_why_a_ticket_is_due()
    {
        var policy = new SlaPolicy(
            Guid.CreateVersion7(), 1, "Technik", SlaCondition.Always,
            [new(SlaTarget.Resolution, Priority.Medium, Duration.FromHours(5), null)],
            [new(SlaTarget.Resolution, TicketStatus.WaitingOnCustomer)],
            [
                new("near", null, new EscalationPoint.Share(8_000), [new EscalationAction.Notify(new SlaAudience.Email("a@example.org"))]),
                new(
                    "late", SlaTarget.Resolution, new EscalationPoint.Offset(Duration.FromMinutes(-30)),
                    [new EscalationAction.RaisePriority(Priority.High)]),
            ]);
        var book = new SlaPolicyBook { Version = 1, Policies = [policy] };
        var now = Instant.FromUtc(2026, 11, 18, 11, 0);
        var promise = SlaPreview.Of(
            now, new(Priority.Medium, "it", null, null), book, new Dictionary<Guid, BusinessCalendar>(),
            [new(now.PlusTicks(1), now + Duration.FromHours(1))]).Value;

        Unchanged(book);
        Unchanged(new TicketSla(SlaState.OnTrack, promise.DueAt, promise.Targets));
    }

    [Fact]
    public void What_a_tenant_has_chosen_for_itself_travels_and_so_does_its_licence()
    {
        var settings = new TenantSettings
        {
            Registration = RegistrationMode.ByDomain,
            RegistrationDomains = ["musterstadt.example"],
            Languages = ["en"],
            AutoCloseDays = null,
            Branding = new("#005a9c", "#ffffff"),
            Retention = new(ClosedTicketMonths: 12),
            SecondFactor = SecondFactorPolicy.StaffRequired,
        };
        var terms = new LicenceTerms("standard", 40, ["assist"], Instant.FromUtc(2026, 1, 1, 0, 0), ValidTo: null, GraceDays: 14);

        Unchanged(new CreateTenant("musterstadt", "Stadt Musterstadt", settings));
        Travelled(settings).AutoCloseDays.ShouldBeNull();
        Travelled(new Outcome<LicenceView>(LicenceView.Of(new() { Terms = terms, Version = 3 }, 31, terms.ValidFrom), Replayed: true))
            .ShouldBe(new(new(new() { Terms = terms, Version = 3 }, 31, LicenceState.Active), Replayed: true));
        Travelled(LicenceView.Of(null, 0, terms.ValidFrom)).Terms.ShouldBe(LicenceTerms.Trial);
    }

    [Fact]
    public void Flags_travel_with_the_change_that_waits_and_with_what_they_were_before()
    {
        var definition = Some.FlagOn();
        var flag = new FeatureFlag
        {
            Key = "new-form",
            Definition = definition,
            CreatedAt = Instant.FromUtc(2026, 11, 18, 11, 0),
            ConfiguredAt = Instant.FromUtc(2026, 11, 18, 11, 0),
            Told = ExpiryStage.FirstWarning,
        };
        var waiting = flag with { Proposal = new(FlagAct.Change, Some.Flag(), null, "Test", null, flag.CreatedAt) };

        Travelled(definition).ShouldBe(definition);
        Travelled(waiting).ShouldBe(waiting);
        Unchanged(new PutFlag("new-form", definition, "Test", Version: null));
        Unchanged<ImmutableArray<FlagRevision>>([new(2, flag.CreatedAt, null, FlagAct.Propose, flag, waiting, null)]);
        Unchanged<Result<ImmutableArray<StaleFlag>>>(ImmutableArray.Create(new StaleFlag(flag, [Staleness.FullyOn, Staleness.OwnerGone])));
    }

    private void Unchanged<T>(T sent) =>
        JsonSerializer.Serialize(Travelled(sent), RecordJson.Options).ShouldBe(JsonSerializer.Serialize(sent, RecordJson.Options));

    private T Travelled<T>(T sent) => serializer.Deserialize<T>(serializer.SerializeToArray(sent))!;
}
