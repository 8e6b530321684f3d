namespace Helpdesk.Postgres.Tests.Tickets;

public sealed class TicketStatusColumnTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Theory]
    [InlineData("is_over")]
    [InlineData("is_final")]
    public async Task The_database_makes_the_same_of_a_status_as_the_rules(string column)
    {
        var follows = ((string?)await postgres.Ask("""
            select pg_get_expr(d.adbin, d.adrelid) from pg_attrdef d join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
            where d.adrelid = 'ticket'::regclass and a.attname = $1
            """, column)).ShouldNotBeNull();

        ((bool[]?)await postgres.Ask(
            $"select array(select {follows} from unnest($1::text[]) with ordinality s (status, place) order by place)",
            (object)TicketStatuses.All.Select(Words<TicketStatus>.Of).ToArray())).ShouldBe(
            TicketStatuses.All.Select(status => column == "is_over" ? status.IsOver() : status.Facts().IsFinal));
    }

    [Fact]
    public async Task The_database_takes_every_status_and_nothing_else()
    {
        var check = ((string?)await postgres.Ask("""
            select pg_get_constraintdef(oid) from pg_constraint where conrelid = 'ticket'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%status%'
            """)).ShouldNotBeNull();
        System.Text.RegularExpressions.Regex.Matches(check, "'([a-z_]+)'").Select(word => word.Groups[1].Value)
            .ShouldBe(TicketStatuses.All.Select(Words<TicketStatus>.Of), ignoreOrder: true);
    }
}
