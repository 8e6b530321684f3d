using Orleans.Storage;

namespace Orleans.Local.Tests.Storage;

/// <summary>What holds for documents in memory and in PostgreSQL alike.</summary>
public abstract class PersistentStateTests
{
    [Fact]
    public async Task A_document_that_was_never_written_is_new()
    {
        await using var silo = await Start();

        (await silo.Grains.GetGrain<IDraftGrain>("new").Read()).ShouldBe(new Draft(null, 0, null, false));
    }

    [Fact]
    public async Task A_written_document_is_read_back_after_the_activation_has_ended()
    {
        await using var silo = await Start();
        var grain = silo.Grains.GetGrain<IDraftGrain>($"{Guid.NewGuid():D}/draft");
        await grain.Write("Straßenlaterne defekt");

        await grain.End();

        (await grain.Read()).ShouldBe(new Draft("Straßenlaterne defekt", 1, "1", true));
        await grain.Write("erledigt");
        await grain.End();
        (await grain.Read()).ShouldBe(new Draft("erledigt", 2, "2", true));
    }

    [Fact]
    public async Task What_was_not_written_is_gone_with_the_activation()
    {
        await using var silo = await Start();
        var grain = silo.Grains.GetGrain<IDraftGrain>($"{Guid.NewGuid():D}/draft");
        await grain.Change("only in memory");

        await grain.End();

        (await grain.Read()).Text.ShouldBeNull();
    }

    [Fact]
    public async Task A_cleared_document_is_new_and_can_be_written_again()
    {
        await using var silo = await Start();
        var grain = silo.Grains.GetGrain<IDraftGrain>($"{Guid.NewGuid():D}/draft");
        await grain.Write("first");

        await grain.Clear();
        (await grain.Read()).Exists.ShouldBeFalse();
        await grain.End();
        (await grain.Read()).Text.ShouldBeNull();
        await grain.Write("second");
        await grain.End();

        (await grain.Read()).Text.ShouldBe("second");
    }

    [Fact]
    public async Task Documents_of_other_grains_and_other_names_are_apart()
    {
        await using var silo = await Start();
        var key = $"{Guid.NewGuid():D}/a";
        await silo.Grains.GetGrain<IDraftGrain>(key).Write("one");
        await silo.Grains.GetGrain<IDraftGrain>(key).WriteOther("other");

        (await silo.Grains.GetGrain<IDraftGrain>(key + "b").Read()).Exists.ShouldBeFalse();
        (await silo.Grains.GetGrain<IDraftGrain>(key).Read()).Text.ShouldBe("one");
    }

    [Fact]
    public async Task A_second_writer_is_noticed_and_the_grain_reads_again()
    {
        await using var silo = await Start();
        var key = $"{Guid.NewGuid():D}/draft";
        var (first, second) = (silo.Grains.GetGrain<IDraftGrain>(key, "Orleans.Local.Tests.Storage.DraftGrain"),
            silo.Grains.GetGrain<IDraftGrain>(key, "Orleans.Local.Tests.Storage.RivalGrain"));
        await first.Read();
        await second.Write("the rival was faster");

        await Should.ThrowAsync<InconsistentStateException>(first.Write("too late"));

        (await first.Read()).Text.ShouldBe("the rival was faster");
        await first.Write("now it works");
    }

    [Fact]
    public async Task Two_first_writers_one_wins()
    {
        await using var silo = await Start();
        var key = $"{Guid.NewGuid():D}/draft";
        var rivals = new[] { "DraftGrain", "RivalGrain" }
            .Select(name => silo.Grains.GetGrain<IDraftGrain>(key, $"Orleans.Local.Tests.Storage.{name}")).ToList();
        foreach (var rival in rivals)
            await rival.Read();

        var outcomes = await Task.WhenAll(rivals.Select(async rival =>
        {
            try
            {
                await rival.Write("mine");
                return "won";
            }
            catch (InconsistentStateException)
            {
                return "lost";
            }
        }));

        outcomes.Order().ShouldBe(["lost", "won"]);
    }

    private protected abstract Task<TestSilo> Start();
}

public sealed class MemoryPersistentStateTests : PersistentStateTests
{
    private protected override Task<TestSilo> Start() => TestSilo.Start();
}

public sealed class AdoNetPersistentStateTests(PostgresFixture postgres) : PersistentStateTests, IClassFixture<PostgresFixture>
{
    [Fact]
    public async Task A_document_survives_a_restart()
    {
        await using (var before = await Start())
            await before.Grains.GetGrain<IDraftGrain>("tenant/restart").Write("kept");

        await using var after = await Start();

        (await after.Grains.GetGrain<IDraftGrain>("tenant/restart").Read()).Text.ShouldBe("kept");
    }

    [Theory]
    [InlineData("b0a1b2c3d4e5f60718293a4b5c6d7e8f", "n0 and n1")]
    [InlineData("2a", "n1")]
    [InlineData("tenant/ticket", "key")]
    public async Task A_key_that_looks_like_a_Guid_or_a_number_goes_where_the_packages_put_it(string key, string columns)
    {
        await using var silo = await Start();

        await silo.Grains.GetGrain<IDraftGrain>(key).Write("x");

        await using var command = postgres.Superuser.CreateCommand(
            "select concat_ws(' and ', nullif('n0', case when grain_n0 = 0 then 'n0' end), nullif('n1', case when grain_n1 = 0 then 'n1' end), "
            + "case when grain_key <> '' then 'key' end) from orleans_storage order by modified_at desc limit 1");
        (await command.ExecuteScalarAsync()).ShouldBe(columns);
    }

    private protected override Task<TestSilo> Start() =>
        TestSilo.Start(silo => silo.AddAdoNetGrainStorageAsDefault(options => options.DataSource = postgres.Database.App));
}

[GenerateSerializer, Immutable, Alias("draft")]
public sealed record Draft(string? Text, int Writes, string? Etag, bool Exists);

public interface IDraftGrain : IGrainWithStringKey
{
    Task<Draft> Read();

    Task Change(string text);

    Task Write(string text);

    Task WriteOther(string text);

    Task Clear();

    Task End();
}

public sealed class DraftDocument
{
    public string? Text { get; set; }

    public int Writes { get; set; }
}

public class DraftGrain(
    [PersistentState("draft")] IPersistentState<DraftDocument> draft, [PersistentState("other")] IPersistentState<DraftDocument> other)
    : Grain, IDraftGrain
{
    public Task<Draft> Read() => Task.FromResult(new Draft(draft.State.Text, draft.State.Writes, draft.Etag, draft.RecordExists));

    public Task Change(string text)
    {
        draft.State.Text = text;
        return Task.CompletedTask;
    }

    public Task Write(string text)
    {
        draft.State.Text = text;
        draft.State.Writes++;
        return draft.WriteStateAsync();
    }

    public Task WriteOther(string text)
    {
        other.State.Text = text;
        return other.WriteStateAsync();
    }

    public Task Clear() => draft.ClearStateAsync();

    public Task End()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }
}

/// <summary>Another grain over the same document, as a second activation would be.</summary>
public sealed class RivalGrain(
    [PersistentState("draft")] IPersistentState<DraftDocument> draft, [PersistentState("other")] IPersistentState<DraftDocument> other)
    : DraftGrain(draft, other);
