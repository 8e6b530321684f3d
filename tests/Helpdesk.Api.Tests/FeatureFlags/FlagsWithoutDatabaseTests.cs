using Helpdesk.Domain.FeatureFlags;
using static Helpdesk.Api.Tests.FeatureFlags.FlagCalls;

namespace Helpdesk.Api.Tests.FeatureFlags;

public sealed class FlagsWithoutDatabaseTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private readonly string key = Some.Word();

    [Fact]
    public async Task With_the_database_stopped_for_ten_minutes_not_one_answer_changes()
    {
        var program = await api.Program("musterstadt");
        await (await api.Console()).Create(key, Flag(Percentage(5_000, "account"))).ShouldAnswer(HttpStatusCode.Created);
        await api.Get<ICurrentFlags>().Until(snapshot => snapshot.IsOffered(key, api.Musterstadt));
        var before = await Ask(program);

        await using (await StoppedDatabase.Of(api.Postgres))
        {
            for (var minute = 0; minute < 10; minute++)
            {
                api.Time.Advance(TimeSpan.FromMinutes(1));
                (await Ask(program)).ShouldBe(before);
            }
        }

        (await Ask(program)).ShouldBe(before);
    }

    private async Task<string> Ask(HttpClient program)
    {
        var answers = new List<string>();
        for (var account = 0; account < 50; account++)
            answers.Add((await program.Evaluate(key, $"account-{account}").Json()).ToJsonString());
        answers.Add(await (await program.EvaluateAll("account-0")).Content.ReadAsStringAsync());
        return string.Join("\n", answers);
    }
}
