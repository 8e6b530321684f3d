using Helpdesk.Contracts.Tickets;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Api.Demo;

internal enum DemoStep
{
    Sort,
    Take,
    Ask,
    Answer,
    Wait,
    Reply,
    Note,
    Resolve,
    Confirm,
    Close,
    Rate,
    AskToReopen,
    Reopen,
}

/// <summary>One ticket, brought along by the two who have to do with it.</summary>
internal sealed class DemoTicket(DemoTown town, int index, DemoTheme theme, DemoPerson customer, DemoPerson agent)
{
    private readonly TicketId id = town.TicketOf(index);
    private readonly (Caller Customer, Caller Agent) by = (town.As(customer), town.As(agent));

    private Ticket? state;
    private int steps;

    public async Task Open(string variant, Priority priority, CancellationToken cancellation)
    {
        var opening = new OpenTicket
        {
            Subject = string.Format(CultureInfo.InvariantCulture, theme.Subject, variant),
            Description = string.Format(CultureInfo.InvariantCulture, theme.Description, variant),
            Priority = priority,
            Category = theme.Category,
            Queue = null,
            Team = null,
            Requester = null,
            Assignee = null,
            Channel = "api",
        };
        Remember(await town.Grain<ITicketIntakeGrain>().Open(by.Customer, Next(), id, opening, cancellation));
    }

    public async Task Go(DemoStep step, CancellationToken cancellation)
    {
        var (grain, once) = (town.Grain<ITicketGrain>(id.Value), Next());
        if (step is DemoStep.Rate)
        {
            var score = Satisfaction.Best - (index % 3);
            DemoTown.Accepted(await grain.Rate(
                by.Customer, once, closing: null, score, score == Satisfaction.Best ? "Schnelle Hilfe, danke!" : null, cancellation));
        }
        else if (Act(step, grain, once, cancellation) is { } act)
        {
            Remember(await act);
        }
    }

    // null: there is nothing to do any more.
    private Task<Result<TicketOutcome>>? Act(DemoStep step, ITicketGrain ticket, CommandId once, CancellationToken cancellation)
    {
        return step switch
        {
            DemoStep.Sort => Change(new() { Queue = theme.Queue, Team = theme.Queue }),
            DemoStep.Take => Change(new() { Assignee = by.Agent.Account, Status = TicketStatus.InProgress }),
            DemoStep.Ask => Comment(by.Agent, theme.Question, Visibility.Public),
            DemoStep.Answer => Comment(by.Agent, theme.Solution, Visibility.Public),
            DemoStep.Wait => Change(new() { Status = TicketStatus.WaitingOnCustomer }),
            DemoStep.Reply => Comment(by.Customer, theme.Reply, Visibility.Public),
            DemoStep.Note => Comment(by.Agent, theme.Note, Visibility.Internal),
            DemoStep.Resolve => Change(new() { Status = TicketStatus.Resolved, ResolutionText = theme.Solution }),
            DemoStep.Confirm => ticket.Confirm(by.Customer, once, "Vielen Dank, jetzt funktioniert es.", cancellation),
            DemoStep.Close when state!.Status == TicketStatus.Closed => null,
            DemoStep.Close => ticket.Close(by.Agent, once, theme.Solution, null, cancellation),
            DemoStep.AskToReopen => ticket.Reopen(by.Customer, once, "Leider ist das Problem wieder aufgetreten.", cancellation),
            DemoStep.Reopen => ticket.Reopen(by.Agent, once, "Erneut geprüft, Ursache besteht noch.", cancellation),
            var other => throw new InvalidOperationException($"{other} is done elsewhere."),
        };

        Task<Result<TicketOutcome>> Change(ChangeTicket change) => ticket.Change(by.Agent, once, change, null, cancellation);

        Task<Result<TicketOutcome>> Comment(Caller who, string body, Visibility visibility) =>
            ticket.Comment(who, once, new(once.Step("comment").Id, body, visibility), cancellation);
    }

    private CommandId Next() => town.Once($"ticket {index}, step {steps++}");

    private void Remember(Result<TicketOutcome> answer) => state = DemoTown.Accepted(answer).View.Ticket;
}
