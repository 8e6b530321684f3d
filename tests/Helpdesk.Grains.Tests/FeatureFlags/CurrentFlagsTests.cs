using System.Collections.Immutable;
using System.Threading.Channels;
using Helpdesk.Domain.FeatureFlags;
using Helpdesk.Grains.FeatureFlags;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Helpdesk.Grains.Tests.FeatureFlags;

public sealed class CurrentFlagsTests : IAsyncLifetime
{
    private static readonly FlagTenant Town = Some.FlagTenant();

    private readonly Sources sources = new();
    private readonly CurrentFlags snapshots;

    public CurrentFlagsTests() =>
        snapshots = new(sources, Options.Create(new CurrentFlagsOptions()), TimeProvider.System, NullLogger<CurrentFlags>.Instance);

    public async Task InitializeAsync()
    {
        sources.Set(Town, "flag", Some.FlagOn());
        await snapshots.StartAsync(default);
    }

    public Task DisposeAsync() => snapshots.StopAsync(default);

    [Fact]
    public void The_host_starts_with_everything_read() => IsOn().ShouldBeTrue();

    [Fact]
    public async Task A_nudge_brings_the_change()
    {
        sources.Set(Town, "flag", Some.Flag());
        await sources.Nudge();

        IsOn().ShouldBeFalse();
    }

    [Fact]
    public async Task While_the_record_is_away_not_one_answer_changes_and_afterwards_all_do()
    {
        var before = snapshots.InStepAt;
        sources.IsAway = true;
        sources.Set(Town, "flag", Some.Flag());
        for (var i = 0; i < 600; i++)
        {
            await sources.Nudge();
            IsOn().ShouldBeTrue();
        }

        snapshots.InStepAt.ShouldBe(before);
        sources.IsAway = false;
        await sources.Nudge();

        IsOn().ShouldBeFalse();
        snapshots.InStepAt.ShouldNotBe(before);
    }

    [Fact]
    public async Task A_tenant_that_is_gone_has_no_flags_any_more()
    {
        sources.Remove(Town);
        await sources.Nudge();

        snapshots.Current.Evaluate("flag", new(Town.Id, "production", null), default).Error.ShouldBe(FlagErrorCode.FlagNotFound);
    }

    [Fact]
    public async Task What_cannot_be_read_stays_as_it_was_and_is_not_asked_for_again()
    {
        sources.Break(Town);
        await sources.Nudge();
        await sources.Nudge();

        IsOn().ShouldBeTrue();
        sources.TimesRead.ShouldBe(1);
    }

    private bool IsOn() => snapshots.Current.Evaluate("flag", new(Town.Id, "production", null), default).IsOn;

    private sealed class Sources : IFlagSources
    {
        private readonly Dictionary<TenantId, (FlagSource Source, FlagSourceVersion Version, bool Broken)> present = [];
        private readonly Channel<bool> nudges = Channel.CreateUnbounded<bool>();
        private readonly Channel<bool> looks = Channel.CreateUnbounded<bool>();
        private int version;

        public bool IsAway { get; set; }

        public int TimesRead { get; private set; }

        public void Set(FlagTenant tenant, string key, FlagDefinition definition)
        {
            var flag = new FeatureFlag { Key = key, Definition = definition, CreatedAt = default, ConfiguredAt = default };
            var set = new FlagSet { Flags = ImmutableDictionary.CreateRange([KeyValuePair.Create(key, flag)]) };
            present[tenant.Id] = (new(tenant, set), new(1, ++version, 0), false);
        }

        public void Remove(FlagTenant tenant) => present.Remove(tenant.Id);

        public void Break(FlagTenant tenant) => present[tenant.Id] = (present[tenant.Id].Source, new(1, ++version, 0), true);

        /// <summary>Returns when the snapshot has looked and waits for the next nudge.</summary>
        public async Task Nudge()
        {
            await looks.Reader.ReadAsync();
            nudges.Writer.TryWrite(true);
            await looks.Reader.ReadAsync();
            looks.Writer.TryWrite(true);
        }

        public async Task Nudged(TimeSpan atMost, CancellationToken cancellation)
        {
            looks.Writer.TryWrite(true);
            await nudges.Reader.ReadAsync(cancellation);
        }

        public Task<FlagSourceChanges> ChangesSince(IReadOnlyDictionary<TenantId, FlagSourceVersion> known, CancellationToken cancellation)
        {
            if (IsAway)
                throw new StorageException("Away.", new TimeoutException());

            var changed = present.Where(pair => !known.TryGetValue(pair.Key, out var read) || read != pair.Value.Version).ToList();
            TimesRead += changed.Count(pair => pair.Value.Broken);
            return Task.FromResult(new FlagSourceChanges(
                [.. changed.Where(pair => !pair.Value.Broken).Select(pair => (pair.Value.Source, pair.Value.Version))],
                [.. known.Keys.Where(tenant => !present.ContainsKey(tenant))],
                [.. changed.Where(pair => pair.Value.Broken).Select(
                    pair => (pair.Key, pair.Value.Version, (Exception)new InvalidDataException()))]));
        }
    }
}
