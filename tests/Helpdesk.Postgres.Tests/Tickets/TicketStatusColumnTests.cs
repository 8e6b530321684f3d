namespace Helpdesk.Postgres.Tests.Tickets;

public sealed class TicketStatusColumnTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Theory]
    [InlineData("is_over")]
    [InlineData("is_final")]
    public async Task The_database_makes_the_same_of_a_status_as_the_rules(string column)
    {
        await using var asked = postgres.Superuser.CreateCommand("""
            select pg_get_expr(d.adbin, d.adrelid) from pg_attrdef d join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
            where d.adrelid = 'ticket'::regclass and a.attname = $1
            """);
        asked.Parameters.AddWithValue(column);
        var follows = ((string?)await asked.ExecuteScalarAsync()).ShouldNotBeNull();

        await using var judged = postgres.Superuser.CreateCommand(
            $"select array(select {follows} from unnest($1::text[]) with ordinality s (status, place) order by place)");
        judged.Parameters.AddWithValue(TicketStatuses.All.Select(Words<TicketStatus>.Of).ToArray());
        ((bool[]?)await judged.ExecuteScalarAsync()).ShouldBe(
            TicketStatuses.All.Select(status => column == "is_over" ? status.IsOver() : status.Facts().IsFinal));
    }

    [Fact]
    public async Task The_database_takes_every_status_and_nothing_else()
    {
        await using var asked = postgres.Superuser.CreateCommand("""
            select pg_get_constraintdef(oid) from pg_constraint where conrelid = 'ticket'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%status%'
            """);
        var check = ((string?)await asked.ExecuteScalarAsync()).ShouldNotBeNull();
        System.Text.RegularExpressions.Regex.Matches(check, "'([a-z_]+)'").Select(word => word.Groups[1].Value)
            .ShouldBe(TicketStatuses.All.Select(Words<TicketStatus>.Of), ignoreOrder: true);
    }
}
