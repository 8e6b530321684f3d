using System.Text.Json.Nodes;
using Helpdesk.Adapters.Search;
using Helpdesk.Domain.Search;
using Helpdesk.Testing.Search;

namespace Helpdesk.Postgres.Tests.Search;

/// <summary>How the indices of Elasticsearch are written, replaced and emptied.</summary>
public sealed class ElasticIndexTests(ElasticSubject subject) : IClassFixture<ElasticSubject>
{
    private readonly TenantId tenant = Some.Tenant();

    [Fact]
    public async Task While_it_is_built_anew_the_old_one_answers_and_what_happens_meanwhile_is_in_the_new_one()
    {
        var before = await Written("Laterne");
        Guid meanwhile = default;

        await subject.Index.Rebuild(async _ =>
        {
            (await Found("laterne")).ShouldBe([before.Id]);
            meanwhile = (await Written("Ampel")).Id;
            (await Found("ampel")).ShouldBe([meanwhile]);
            await subject.Index.Put([before], default);
            // A late event, when the new index has a newer version already.
            await subject.Index.Put([before with { Version = before.Version - 1, Texts = [] }], default);
        }, default);

        await subject.Refresh();
        (await Found("laterne")).ShouldBe([before.Id]);
        (await Found("ampel")).ShouldBe([meanwhile]);
    }

    [Fact]
    public async Task What_is_not_written_anew_is_gone_and_one_that_breaks_off_changes_nothing()
    {
        var ticket = await Written("Parkuhr");
        await Should.ThrowAsync<IOException>(() => subject.Index.Rebuild(_ => throw new IOException(), default));
        (await Found("parkuhr")).ShouldBe([ticket.Id]);

        await subject.Index.Rebuild(_ => Task.CompletedTask, default);
        (await Found("parkuhr")).ShouldBeEmpty();

        await subject.Put([ticket]);
        (await Found("parkuhr")).ShouldBe([ticket.Id]);
    }

    [Fact]
    public async Task Nothing_is_searched_before_all_is_there()
    {
        await using var services = ElasticSubject.With(
            subject.Postgres, ElasticSubject.RealUrl ?? subject.StandIn!.Url, $"late{Guid.NewGuid():N}");
        var (search, index) = (services.GetRequiredService<ISearch>(), services.GetServices<ISearchIndex>().Last());

        await index.Begin(() => Task.CompletedTask, default);
        await index.Put([await Written("Poller")], default);
        (await search.Find(Ask("poller"), default)).IsDegraded.ShouldBeTrue();
    }

    [Fact]
    public async Task An_index_that_was_lost_is_filled_from_the_start_of_the_feed_and_not_taken_for_whole_before()
    {
        var prefix = $"lost{Guid.NewGuid():N}";
        var url = ElasticSubject.RealUrl ?? subject.StandIn!.Url;
        await using var services = ElasticSubject.With(subject.Postgres, url, prefix);
        var (search, index) = (services.GetRequiredService<ISearch>(), services.GetServices<ISearchIndex>().Last());
        var (ticket, starts) = (await Written("Hydrant"), 0);
        Task FromStart() => Task.FromResult(starts++);
        await index.Begin(FromStart, default);
        await index.Put([ticket], default);
        await index.CatchUp(default);
        starts.ShouldBe(2, "each of the two groups is new");
        await index.Begin(FromStart, default);
        starts.ShouldBe(2, "nothing is lost");

        using (var http = new HttpClient { BaseAddress = new(url) })
        {
            foreach (var (name, _) in JsonNode.Parse(await http.GetStringAsync($"/{prefix}-*/_alias"))!.AsObject())
                (await http.DeleteAsync($"/{name}")).EnsureSuccessStatusCode();
        }

        await Should.ThrowAsync<TimeoutException>(() => index.Put([ticket], default));
        await Should.ThrowAsync<TimeoutException>(() => index.CatchUp(default));
        await index.Begin(FromStart, default);
        starts.ShouldBe(4);
        (await search.Find(Ask("hydrant"), default)).IsDegraded.ShouldBeTrue();
        await index.Put([ticket], default);
        await index.CatchUp(default);
        await subject.Refresh(prefix);
        (await search.Find(Ask("hydrant"), default)).Items.Select(hit => hit.Id).ShouldBe([ticket.Id]);
    }

    [Fact]
    public async Task Indices_of_older_rules_go_and_those_of_newer_ones_stay()
    {
        await using var services = ElasticSubject.With(
            subject.Postgres, ElasticSubject.RealUrl ?? subject.StandIn!.Url, $"rules{Guid.NewGuid():N}");
        var names = services.GetRequiredService<ElasticNames>();
        var (prefix, rules) = (names.Everything[..^2], names.Rules);

        names.IsOlder($"{prefix}-0.1-2-0-first").ShouldBeTrue();
        names.IsOlder($"{prefix}-{rules[..^1]}3-0-first").ShouldBeTrue("another number of groups");
        names.IsOlder($"{prefix}-{rules}-0-first").ShouldBeFalse();
        names.IsOlder($"{prefix}-99.1-2-0-first").ShouldBeFalse();
        names.IsOlder("elsewhere-0.1-2-0-first").ShouldBeFalse();
    }

    [Fact]
    public async Task Erasing_a_tenant_takes_all_of_it_and_nothing_else()
    {
        var (gone, kept) = (await Written("Brunnen"), await Written("Brunnen", Some.Tenant()));
        await subject.Index.Erase(tenant, default);

        await subject.Refresh();
        (await Found("brunnen")).ShouldBeEmpty();
        (await Found("brunnen", kept.Tenant)).ShouldBe([kept.Id]);
        gone.Tenant.ShouldBe(tenant);
    }

    [Fact]
    public async Task Taking_texts_back_takes_their_words_out_of_the_index()
    {
        var ticket = await Written("Spielplatz");
        await subject.Put([ticket with { Version = ticket.Version + 1, Texts = [] }]);

        (await Found("spielplatz")).ShouldBeEmpty();
    }

    private async Task<SearchDocument> Written(string subjectText, TenantId? whose = null)
    {
        var ticket = new TicketHistory(whose ?? tenant);
        (await subject.Postgres.Port<ITicketStore>().Append(ticket.Next(TicketHistory.Opened(subject: subjectText)), default))
            .ShouldBeOfType<AppendOutcome.Done>();
        var document = await subject.Postgres.DocumentOf(ticket.Tenant, ticket.Stream);
        await subject.Put([document]);
        return document;
    }

    private async Task<Guid[]> Found(string typed, TenantId? whose = null) =>
        [.. (await subject.Search.Find(Ask(typed, whose), default)).Items.Select(hit => hit.Id)];

    private SearchAsk Ask(string typed, TenantId? whose = null) => new(
        typed, SearchText.Parse(typed), new() { Tenants = [whose ?? tenant], Limit = 50 }, [SearchType.Ticket])
    { Limit = 50 };
}
