using Helpdesk.Domain.Search;

namespace Helpdesk.Postgres.Tests.Search;

/// <summary>Addresses of people: for staff in person, for customers their own, and for nobody when the person has left.</summary>
public abstract class SearchAddressContract<TSubject>(TSubject subject) : IClassFixture<TSubject> where TSubject : SearchSubject
{
    private const string Mistyped = "beispielmat";

    private readonly PeopleFixture record = subject.Record;
    private readonly ISearch search = subject.Search;
    private readonly TenantId tenant = Some.Tenant();

    [Fact]
    public async Task A_program_finds_nothing_by_an_address_and_is_told_none()
    {
        var (person, ticket) = await WithTicket();

        foreach (var typed in (string[])[person.Email.ToString(), "beispielamt", "beispiel"])
        {
            (await Find(typed)).Items.Select(hit => (hit.Id, hit.Reasons.Single())).ShouldBe(
                [(person.Account.Value, SearchReason.Email), (ticket, SearchReason.Requester)], ignoreOrder: true, typed);
            (await Listed(typed)).ShouldBe([ticket], typed);
            var program = await Find(typed, byAddress: false);
            (program.Total, program.Items.Count, program.Suggestion).ShouldBe((0, 0, null), typed);
            (await Listed(typed, byAddress: false)).ShouldBeEmpty(typed);
        }

        (await Find(Mistyped)).Suggestion.ShouldBe("beispielamt");
        (await Find(Mistyped, byAddress: false)).Suggestion.ShouldBeNull();
        (await Find("mustermann", byAddress: false)).Items.Select(hit => hit.Id).ShouldBe(
            [ticket, person.Account.Value], ignoreOrder: true);
    }

    [Fact]
    public async Task A_customer_finds_their_own_tickets_by_their_own_address()
    {
        var (one, ticket) = await WithTicket();
        var (other, _) = await WithTicket();

        (await Find(one.Email.ToString(), customer: one.Account)).Items.Select(hit => hit.Id).ShouldBe([ticket]);
        (await Find(one.Email.ToString(), customer: other.Account)).Total.ShouldBe(0);
        (await Find(one.Email.ToString(), byAddress: false, customer: one.Account)).Total.ShouldBe(0);
    }

    [Fact]
    public async Task Of_somebody_who_left_the_name_stays_in_their_tickets_and_the_address_is_nobodys_to_know()
    {
        var (person, ticket) = await WithTicket();
        await record.Postgres.Run("update membership set status = 'ended' where account_id = $1", person.Account.Value);
        await NothingByAddress(); // the index has not heard of it yet

        await subject.Put([SearchDocument.Of(person with { Status = MembershipStatus.Ended, Version = person.Version + 1 })]);

        await NothingByAddress();
        (await record.Column($"select key from search_word where tenant_id = '{tenant}' and key in ('beispielamt', 'mustermann')"))
            .ShouldBe(["mustermann"]);

        async Task NothingByAddress()
        {
            foreach (var typed in (string[])[person.Email.ToString(), "beispielamt", Mistyped])
            {
                var found = await Find(typed);
                (found.Total, found.Suggestion).ShouldBe((0, null), typed);
                (await Listed(typed)).ShouldBeEmpty(typed);
            }

            (await Find("mustermann")).Items.Select(hit => hit.Id).ShouldBe([ticket]);
        }
    }

    private async Task<(Membership Person, Guid Ticket)> WithTicket()
    {
        var person = await record.Member(tenant, email: $"person{Some.Number()}@beispielamt.example");
        await subject.Put([SearchDocument.Of(person)]);
        var ticket = new TicketHistory(tenant);
        var opened = ticket.Next(TicketHistory.Opened(requester: person.Account, subject: "Laterne"));
        (await record.Postgres.Port<ITicketStore>().Append(opened, default)).ShouldBeOfType<AppendOutcome.Done>();
        await subject.Put([await record.Postgres.DocumentOf(tenant, ticket.Stream)]);
        return (person, ticket.Stream);
    }

    private Task<SearchPage> Find(string typed, bool byAddress = true, AccountId? customer = null) => search.Find(
        new(typed, SearchText.Parse(typed), Query(byAddress) with { OnlyOf = customer }, Enum.GetValues<SearchType>()) { Limit = 50 },
        default);

    private async Task<Guid[]> Listed(string text, bool byAddress = true)
    {
        var found = await record.Postgres.Port<ITicketList>().Find(Query(byAddress) with { Text = text }, default);
        return [.. found.Items.Select(item => item.Id.Value)];
    }

    private TicketQuery Query(bool byAddress) => new() { Tenants = [tenant], ByAddress = byAddress, Limit = 50 };
}
