namespace Helpdesk.Api.Tests.Documentation;

/// <summary>A day has 23, 24 or 25 hours, or none: whatever counts days or months says whose they are.</summary>
[Collection(SharedHosts.TwoTowns)]
public sealed class UnitsOfDaysTests(ApiFixture api)
{
    private static readonly string[] Units = ["of the tenant", "of the municipality", "of 24 hours"];

    [Fact]
    public void Every_number_of_days_or_months_says_which_ones_it_counts()
    {
        var counted = Members().Concat(Parameters()).Where(named => Counts(named.Name)).DistinctBy(named => named.Where).ToList();

        string[] known = ["auto_close_days", "follow_up_after_days", "grace_days", "closed_ticket_months", "audit_months", "days"];
        known.Except(counted.Select(named => named.Name)).ShouldBeEmpty("everything must have been looked at");
        counted.Where(named => !Units.Any(unit => named.Means.Contains(unit, StringComparison.Ordinal))).Select(named => named.Where)
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData("UserResponse", "invitation_expires_at", "14 days of 24 hours")]
    [InlineData("DomainResponse", "status", "14 days of 24 hours")]
    [InlineData("DomainResponse", "record", "days of 24 hours")]
    [InlineData("DomainResponse", "failures", "a day of 24 hours")]
    [InlineData("RetentionDocument", "closed_ticket_months", "without effect so far")]
    [InlineData("SuggestedAssigneeResponse", "points", "come after the former")]
    public void Waits_that_no_member_names_are_told_where_they_are_met(string schema, string member, string told) =>
        ((string)api.Contract.Document["components"]!["schemas"]![schema]!["properties"]![member]!["description"]!).ShouldContain(told);

    private static bool Counts(string name) => name.Split('_')[^1] is "days" or "months";

    private IEnumerable<(string Name, string Where, string Means)> Members() =>
        from schema in api.Contract.Document["components"]!["schemas"]!.AsObject()
        from member in schema.Value!["properties"] as JsonObject ?? []
        where IsNumber(member.Value!)
        select (member.Key, $"{schema.Key}.{member.Key}", (string?)member.Value!["description"] ?? "");

    private IEnumerable<(string Name, string Where, string Means)> Parameters() =>
        from operation in api.Contract.Operations
        from parameter in operation.Parameters
        let name = (string)parameter["name"]!
        select (name, $"{operation.Id.Replace("InTenant", "", StringComparison.Ordinal)}?{name}", (string?)parameter["description"] ?? "");

    private static bool IsNumber(JsonNode member) => member["type"] switch
    {
        JsonArray types => types.Any(type => (string?)type == "integer"),
        var type => (string?)type == "integer",
    };
}
