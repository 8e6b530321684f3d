using Helpdesk.Domain.Attachments;

namespace Helpdesk.Domain.Tests.Attachments;

public sealed class UploadSessionTests
{
    private const int Least = UploadSession.LeastPart;
    private const int Most = UploadSession.MostPart;
    private const long Size = 3L * Most + 1;

    [Theory]
    [InlineData(0, 0, Least, "next")]
    [InlineData(0, 0, Most, "next")]
    [InlineData(0, 0, Least - 1, "upload-part-size")]
    [InlineData(0, 0, Most + 1, "upload-part-size")]
    [InlineData(3L * Most, 3L * Most, 1, "next")] // the last may be short
    [InlineData(Most, 0, Most, "there")]
    [InlineData(Most, 5, 10, "there")]
    [InlineData(Most, 0, Most + 1, "upload-part-out-of-order")] // overlaps
    [InlineData(Most, Most + 1, Least, "upload-part-out-of-order")] // a gap
    [InlineData(Size, 3L * Most, 1, "there")]
    public void Parts_come_one_after_another(long received, long start, long length, string expected)
    {
        var answer = Session(received).Expects(new(start, length, Size));

        (answer.Refused(out var why, out var isNext) ? why.Code : isNext ? "next" : "there").ShouldBe(expected);
    }

    [Fact]
    public void A_part_of_a_file_of_another_length_is_none_of_this() =>
        Session(0).Expects(new(0, Least, Size + 1)).Refusal!.Code.ShouldBe("upload-part-out-of-order");

    private static UploadSession Session(long received) => new(
        Guid.CreateVersion7(), Some.Account(), "a.pdf", Size, null, received, NodaConstants.UnixEpoch,
        NodaConstants.UnixEpoch + AttachmentLimits.Waits);
}
