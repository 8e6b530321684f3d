using System.Globalization;
using Helpdesk.Domain.Sla;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Api.Demo;

/// <summary>Tickets of the last ninety days in every state, the same ones on every machine.</summary>
internal sealed class DemoTickets(ITicketStore store, ISlaSituations situations, TimeProvider time)
{
    private const int Days = 90;

    public async Task Write(
        DemoMunicipality municipality, TenantId tenant, IReadOnlyDictionary<string, AccountId> people, CancellationToken cancellation)
    {
        var random = new Random(municipality.Seed);
        var situation = await situations.For(tenant, null, cancellation);
        var numbers = await store.ReserveNumbers(tenant, municipality.Tickets, cancellation);
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        now -= Duration.FromTicks(now.ToUnixTimeTicks() % TimeSpan.TicksPerSecond);

        for (var i = 0; i < municipality.Tickets; i++)
        {
            // Older first, so that numbers grow with time; each stands where one of its age would stand.
            var age = Days * (municipality.Tickets - i) / (double)municipality.Tickets;
            var opened = now - Duration.FromDays(age) + Duration.FromMinutes(random.Next(0, 300));
            var id = CommandId.Derive(string.Create(CultureInfo.InvariantCulture, $"demo|{tenant}|{i}"));
            var ticket = new DemoTicket(tenant, id, situation);
            Tell(ticket, i, opened, now, TicketNumber.Of(numbers.Prefix, numbers.First + i), municipality, people, random);
            ticket.LookUntil(now);
            await store.Append(ticket.ToAppend(), cancellation);
        }
    }

    private static void Tell(
        DemoTicket ticket, int index, Instant opened, Instant now, string number, DemoMunicipality municipality,
        IReadOnlyDictionary<string, AccountId> people, Random random)
    {
        var theme = DemoThemes.All[(index * 5 + municipality.Seed) % DemoThemes.All.Count];
        var variant = theme.Variants[random.Next(theme.Variants.Length)];
        var customer = people[municipality.Customers[index % 3 == 0 ? 0 : random.Next(municipality.Customers.Length)].Local];
        var agent = people[municipality.Agents[random.Next(municipality.Agents.Length)].Local];
        var at = opened;

        ticket.Open(at, customer, number, new(
            string.Format(CultureInfo.InvariantCulture, theme.Subject, variant), string.Format(
                CultureInfo.InvariantCulture, theme.Description, variant),
            PriorityOf(random), theme.Category, null, null, null, null, "api"));
        foreach (var step in Steps(index, (now - opened).TotalDays, random))
        {
            at += Duration.FromMinutes(random.Next(15, 600));
            if (at >= now)
                return;
            Act(ticket, step, at, customer, agent, theme);
        }
    }

    // By age: what is old is mostly closed, what is new is mostly open, and some of each kind is neither.
    private static IEnumerable<Step> Steps(int index, double age, Random random)
    {
        if (age < 0.6 || index % 23 == 0)
            return [];
        if (age < 2 || index % 17 == 0)
            return [Step.Sort, Step.Take];
        if (age < 6 || index % 11 == 0)
            return [Step.Sort, Step.Take, Step.Ask, .. random.Next(2) == 0 ? (Step[])[Step.Wait] : [Step.Wait, Step.Reply, Step.Note]];

        Step[] solved = [Step.Sort, Step.Take, Step.Ask, Step.Wait, Step.Reply, Step.Note, Step.Resolve];
        return (index % 7) switch
        {
            0 => solved,
            1 => [.. solved, Step.Confirm, Step.Close, Step.Rate],
            2 => [.. solved, Step.AskToReopen],
            3 => [.. solved, Step.AskToReopen, Step.Reopen, Step.Ask],
            4 => [Step.Take, Step.Answer, Step.Close, Step.Rate],
            _ => [.. solved, Step.Close],
        };
    }

    private static void Act(DemoTicket ticket, Step step, Instant at, AccountId customer, AccountId agent, DemoTheme theme)
    {
        var comment = CommandId.Derive($"demo comment|{ticket.State!.Number}|{at}");
        switch (step)
        {
            case Step.Sort:
                ticket.Act(at, agent, Role.Agent, (state, member) =>
                    TicketChanges.Change(state, new() { Queue = theme.Queue, Team = theme.Queue }, member));
                break;
            case Step.Take:
                ticket.Act(at, agent, Role.Agent, (state, member) => TicketChanges.Change(
                    state, new() { Assignee = (AccountId?)agent, Status = TicketStatus.InProgress }, member));
                break;
            case Step.Ask:
                ticket.Act(at, agent, Role.Agent, (state, member) =>
                    TicketConversation.Comment(state, new(comment, theme.Question, Visibility.Public), member));
                break;
            case Step.Answer:
                ticket.Act(at, agent, Role.Agent, (state, member) =>
                    TicketConversation.Comment(state, new(comment, theme.Solution, Visibility.Public), member));
                break;
            case Step.Wait:
                ticket.Act(at, agent, Role.Agent, (state, member) =>
                    TicketChanges.Change(state, new() { Status = TicketStatus.WaitingOnCustomer }, member));
                break;
            case Step.Reply:
                ticket.Act(at, customer, Role.Customer, (state, member) =>
                    TicketConversation.Comment(state, new(comment, theme.Reply, Visibility.Public), member));
                break;
            case Step.Note:
                ticket.Act(at, agent, Role.Agent, (state, member) =>
                    TicketConversation.Comment(state, new(comment, theme.Note, Visibility.Internal), member));
                break;
            case Step.Resolve:
                ticket.Act(at, agent, Role.Agent, (state, member) => TicketChanges.Change(
                    state, new() { Status = TicketStatus.Resolved, ResolutionText = theme.Solution }, member));
                break;
            case Step.Confirm when ticket.State.Status == TicketStatus.Resolved:
                ticket.Act(at, customer, Role.Customer, (state, member) =>
                    TicketClosing.Confirm(state, "Vielen Dank, jetzt funktioniert es.", member));
                break;
            case Step.Close when ticket.State.Status != TicketStatus.Closed:
                ticket.Act(at, agent, Role.Agent, (state, member) => TicketClosing.Close(state, theme.Solution, member));
                break;
            case Step.Rate when ticket.State.Status == TicketStatus.Closed:
                var score = Satisfaction.Best - (ticket.State.Number[^1] % 3);
                ticket.Act(at, customer, Role.Customer, (state, member) => TicketSatisfaction.Rate(
                    state, null, score, score == Satisfaction.Best ? "Schnelle Hilfe, danke!" : null, member, at));
                break;
            case Step.AskToReopen when ticket.State.IsOver:
                ticket.Act(at, customer, Role.Customer, (state, member) =>
                    TicketClosing.Reopen(state, "Leider ist das Problem wieder aufgetreten.", member));
                break;
            case Step.Reopen when ticket.State.IsOver:
                ticket.Act(at, agent, Role.Agent, (state, member) =>
                    TicketClosing.Reopen(state, "Erneut geprüft, Ursache besteht noch.", member));
                break;
            default:
                break;
        }
    }

    private static Priority PriorityOf(Random random) => random.Next(100) switch
    {
        < 20 => Priority.Low,
        < 70 => Priority.Medium,
        < 93 => Priority.High,
        _ => Priority.Urgent,
    };

    private enum Step
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
}
