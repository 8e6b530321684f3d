using System.Text;

namespace Helpdesk.Domain.Tests.FeatureFlags;

public sealed class BucketingTests
{
    private const int Accounts = 10_000;
    private static readonly TenantId Musterstadt = new(new Guid("0198c5d2-7a10-7000-8000-00000000000a"));
    private static readonly TenantId Beispielburg = new(new Guid("0198c5d2-7a10-7000-8000-00000000000b"));

    // Computed by another program, and pinned for good: another number here moves people from one side of a running rollout to the other.
    [Theory]
    [InlineData("new-form", null, 6429)]
    [InlineData("new-form", "anna", 3594)]
    [InlineData("new-form", "jörg", 7842)]
    [InlineData("", "anna", 834)]
    public void A_bucket_never_changes(string salt, string? account, int bucket) =>
        Bucketing.Share(Encoding.UTF8.GetBytes(salt), Musterstadt, account).ShouldBe(bucket);

    [Theory]
    [InlineData("new-form", null, 4625)]
    [InlineData("new-form", "anna", 2808)]
    public void An_arm_never_changes(string salt, string? account, int bucket) =>
        Bucketing.Arm(Encoding.UTF8.GetBytes(salt), Musterstadt, account).ShouldBe(bucket);

    [Theory]
    [InlineData("first")]
    [InlineData("second")]
    [InlineData("flag-1")]
    [InlineData("flag-2")]
    public void Half_is_half_within_one_and_a_half_points(string salt)
    {
        var share = Halves(salt, Musterstadt).Count(isIn => isIn) / (double)Accounts;

        share.ShouldBeInRange(0.485, 0.515);
    }

    [Fact]
    public void Every_tenth_of_the_buckets_gets_its_tenth()
    {
        var salt = "new-form"u8.ToArray();
        var tenths = new int[10];
        foreach (var account in Enumerable.Range(0, Accounts))
            tenths[Bucketing.Share(salt, Musterstadt, $"account-{account}") / 1_000]++;

        tenths.ShouldAllBe(count => count > 850 && count < 1_150);
    }

    [Fact]
    public void Flags_are_independent_of_each_other()
    {
        string[] salts = ["first", "second", "flag-1", "flag-2", "a", "b"];
        var halves = salts.Select(salt => Halves(salt, Musterstadt)).ToList();

        foreach (var (left, right) in Pairs(halves))
            Math.Abs(Phi(left, right)).ShouldBeLessThan(0.03);
    }

    [Fact]
    public void Tenants_are_independent_of_each_other() =>
        Math.Abs(Phi(Halves("new-form", Musterstadt), Halves("new-form", Beispielburg))).ShouldBeLessThan(0.03);

    [Fact]
    public void The_arm_of_an_experiment_is_independent_of_its_rollout()
    {
        var salt = "new-form"u8.ToArray();
        var arms = Enumerable.Range(0, Accounts)
            .Select(account => Bucketing.Arm(salt, Musterstadt, $"account-{account}") < 5_000).ToArray();

        Math.Abs(Phi(Halves("new-form", Musterstadt), arms)).ShouldBeLessThan(0.03);
    }

    [Fact]
    public void A_key_of_any_length_has_a_bucket() =>
        Bucketing.Share("new-form"u8, Musterstadt, new string('ü', 1_000_000)).ShouldBeInRange(0, 9_999);

    [Fact]
    public void Asking_allocates_nothing()
    {
        var salt = "new-form"u8.ToArray();
        Bucketing.Share(salt, Musterstadt, "anna");
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 1_000; i++)
            Bucketing.Share(salt, Musterstadt, "anna");

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    private static bool[] Halves(string salt, TenantId tenant)
    {
        var bytes = Encoding.UTF8.GetBytes(salt);
        return [.. Enumerable.Range(0, Accounts).Select(account => Bucketing.Share(bytes, tenant, $"account-{account}") < 5_000)];
    }

    private static double Phi(bool[] left, bool[] right)
    {
        double both = 0, onlyLeft = 0, onlyRight = 0, none = 0;
        foreach (var (first, second) in left.Zip(right))
            _ = (first, second) switch { (true, true) => both++, (true, false) => onlyLeft++, (false, true) => onlyRight++, _ => none++ };
        return ((both * none) - (onlyLeft * onlyRight)) /
            Math.Sqrt((both + onlyLeft) * (onlyRight + none) * (both + onlyRight) * (onlyLeft + none));
    }

    private static IEnumerable<(bool[] Left, bool[] Right)> Pairs(List<bool[]> all) =>
        all.SelectMany((left, index) => all.Skip(index + 1).Select(right => (left, right)));
}
