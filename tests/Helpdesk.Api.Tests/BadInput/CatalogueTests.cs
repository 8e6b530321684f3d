using System.Reflection;

namespace Helpdesk.Api.Tests.BadInput;

/// <summary>Every row of the catalogue of bad input, one after the other, on one host with the real server.</summary>
public sealed class CatalogueTests(Town town) : IClassFixture<Town>
{
    public static TheoryData<string> Rows => [.. Catalogue.Rows.Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Bad_input_is_refused_as_documented_and_leaves_nothing(string name)
    {
        var row = Catalogue.Rows.Single(row => row.Name == name);
        if (row.IsAccepted)
            await Send(row);
        else
            await LeavesNothing(row);
    }

    // The platform writes by itself, too, such as what it owes to a new tenant's audit log, and its search index while that follows. That
    // comes to an end; what a request stores does not.
    private async Task LeavesNothing(Row row)
    {
        const int Times = 10;
        for (var time = 1; time <= Times; time++)
        {
            var before = await town.Digest();
            await Send(row);
            var after = await town.Digest();
            if (after.SequenceEqual(before))
                return;
            if (time == Times)
                after.ShouldBe(before, "something was stored");
        }
    }

    private async Task Send(Row row)
    {
        var answer = await RawHttp.Send(town.Api.Port, row.Ask.Write(town), hangUp: row.Ask.HangsUp);

        answer.Status.ShouldBe(row.Status, answer.Body);
        if (row.IsBare)
            answer.ShouldSatisfyAllConditions(() => answer.Body.ShouldBeEmpty(), () => answer.Closed.ShouldBeTrue());
        else
            Faults(row, answer).ShouldBeEmpty();
    }

    [Fact]
    public void Every_id_of_the_catalogue_is_tested_or_says_why_it_does_not_apply()
    {
        var tested = Catalogue.Rows.Select(row => row.Id).Concat(Catalogue.Elsewhere.Select(row => row.Id)).ToHashSet();
        var excused = Catalogue.NotHere.Select(row => row.Id).ToList();

        Catalogue.Ids.Except(tested).Except(excused).ShouldBeEmpty();
        excused.ShouldBeUnique();
        excused.Intersect(tested).ShouldBeEmpty("what is tested needs no excuse");
        tested.Concat(excused).Except(Catalogue.Ids).ShouldBeEmpty("there is no such row");
        Catalogue.NotHere.ShouldAllBe(row => row.Because.Length > 40);
        Catalogue.Rows.Select(row => row.Name).ShouldBeUnique();
    }

    [Fact]
    public void What_is_tested_elsewhere_is()
    {
        foreach (var row in Catalogue.Elsewhere)
            row.Class.GetMethod(row.Test)?.GetCustomAttribute<FactAttribute>().ShouldNotBeNull($"{row.Id}: {row.Class.Name}.{row.Test}");
    }

    private IEnumerable<string> Faults(Row row, RawAnswer answer)
    {
        if (!answer.IsComplete)
            yield return "the answer is cut off";
        var body = answer.MediaType?.EndsWith("json", StringComparison.Ordinal) == true ? answer.Problem() : null;
        if (row.Code is not null)
        {
            foreach (var fault in OfProblem(row, answer, body!))
                yield return fault;
        }

        var path = row.Ask.Raw is null ? row.Ask.Address(town).Split('?')[0] : "";
        if (answer.Status is not (404 or 405 or 414 or 421 or 431) && town.Api.Contract.Find(row.Ask.Method, path) is { } operation)
        {
            foreach (var fault in town.Api.Contract.Faults(operation, answer.Status, answer.MediaType, body))
                yield return fault;
        }
    }

    private static IEnumerable<string> OfProblem(Row row, RawAnswer answer, JsonNode body)
    {
        // OFREP has words of its own for a refusal.
        if (row.Ask.Target.StartsWith("/ofrep/", StringComparison.Ordinal) && answer.MediaType == "application/json")
            return (string?)body["errorCode"] == row.Code ? [] : [$"errorCode is {body["errorCode"]}"];

        var faults = new List<string>();
        if (answer.MediaType != "application/problem+json")
            faults.Add($"answered as {answer.MediaType}");
        if (!answer.Headers.TryGetValue("Content-Language", out var language))
            faults.Add("does not say its language");
        else
            faults.AddRange(ForeignWords.In(body["title"] + " " + body["detail"], german: language == "de"));
        if ((string?)body["code"] != row.Code)
            faults.Add($"code is {body["code"]}");
        if ((int?)body["status"] != answer.Status)
            faults.Add($"status in the document is {body["status"]}");
        if (!answer.Headers.ContainsKey("X-Content-Type-Options") || answer.Headers.ContainsKey("Server"))
            faults.Add("headers are not as everywhere");
        if (answer.Body.Contains("   at ", StringComparison.Ordinal)
            || answer.Body.Contains("Exception", StringComparison.Ordinal) || answer.Body.Contains("Npgsql", StringComparison.Ordinal))
            faults.Add("it tells of the inside");
        return faults;
    }
}
