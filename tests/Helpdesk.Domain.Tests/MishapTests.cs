using System.Security.Cryptography;
using System.Text.Json;

namespace Helpdesk.Domain.Tests;

public sealed class MishapTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 18, 12, 0);

    public static TheoryData<Exception, MishapReason> Failures() => new()
    {
        { new InvalidOperationException(), MishapReason.Failed },
        { new UnreadableException("It is no ticket."), MishapReason.Unreadable },
        { new JsonException(), MishapReason.Unreadable },
        { new CryptographicException(), MishapReason.Unreadable },
        { new StorageException("It is away.", new IOException()), MishapReason.Unavailable },
        { new TimeoutException(), MishapReason.Unavailable },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public void A_failure_says_whose_fault_it_is(Exception failure, MishapReason reason) => Mishap.Of(failure).Reason.ShouldBe(reason);

    [Fact]
    public void What_the_machine_says_is_cut_off() =>
        Mishap.Of(new InvalidOperationException(new string('x', 10_000))).Detail!.Length.ShouldBe(Mishap.MostDetail);

    [Fact]
    public void What_no_database_takes_is_not_in_it()
    {
        var detail = Mishap.Of(new InvalidOperationException("a\0b\ud800c" + new string('x', 600) + "😀")).Detail!;

        detail.ShouldStartWith("InvalidOperationException: a b\ufffdcxx");
        Mishap.Of(new InvalidOperationException(string.Concat(Enumerable.Repeat("😀", 400)))).Detail![^1].ShouldSatisfyAllConditions(
            last => char.IsLowSurrogate(last).ShouldBeTrue());
    }

    [Fact]
    public void Every_reason_has_words()
    {
        foreach (var reason in Enum.GetValues<MishapReason>())
            MishapWords.Of(reason).De.ShouldNotBe(MishapWords.Of(reason).En);
    }

    [Fact]
    public void Pauses_grow_up_to_the_longest_and_tries_come_to_an_end()
    {
        var pauses = Enumerable.Range(1, Retries.Most)
            .Select(tries => (Retries.Next(MishapReason.Failed, tries, Now, TimeSpan.FromMinutes(1)) - Now)?.TotalSeconds);

        pauses.ShouldBe([1, 4, 16, 60, 60, 60, 60, null]);
    }

    [Theory]
    [InlineData(MishapReason.Failed, 8)]
    [InlineData(MishapReason.Overdue, 8)]
    [InlineData(MishapReason.Unavailable, 20)]
    public void What_may_be_nobodys_fault_is_tried_more_often(MishapReason reason, int tries)
    {
        Retries.AreOver(reason, tries - 1).ShouldBeFalse();
        Retries.AreOver(reason, tries).ShouldBeTrue();
    }
}
