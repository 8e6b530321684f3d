namespace Helpdesk.Domain.Tests;

public sealed class ErrorTests
{
    private static readonly Error Subject = Error.Invalid(FieldError.Required("/subject"));
    private static readonly Error Team = Error.Invalid(FieldError.Required("/team"), FieldError.TooLong("/subject", 5));

    [Fact]
    public void Faults_of_members_are_told_together_and_each_place_once() =>
        Error.Together(Subject, Team)!.Fields.Select(fault => $"{fault.Pointer} {fault.Code}")
            .ShouldBe(["/subject required", "/team required"]);

    [Fact]
    public void A_refusal_of_another_sort_stands_alone()
    {
        Error.Together(TicketErrors.Closed, Subject).ShouldBe(TicketErrors.Closed);
        Error.Together(Subject, TicketErrors.Closed).ShouldBe(Subject);
        Error.Together(null, Subject).ShouldBe(Subject);
        Error.Together(null, null).ShouldBeNull();
    }

    [Fact]
    public void No_version_is_stale_to_a_command_that_is_only_judged()
    {
        ((int?)Versions.Any).IsStale(7).ShouldBeFalse();
        ((int?)6).IsStale(7).ShouldBeTrue();
        CommandId.OfIncomplete(Guid.CreateVersion7()).Step("next").IsIncomplete.ShouldBeTrue("no step of it may be recorded");
        CommandId.OfIncomplete(Guid.CreateVersion7()).Rehearsal().IsIncomplete.ShouldBeTrue();
    }
}
