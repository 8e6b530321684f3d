using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Helpdesk.Domain.Attachments;

namespace Helpdesk.Domain.Tests.Attachments;

public sealed class FileNameTests
{
    [Theory]
    [InlineData(@"..\..\x", "x")]
    [InlineData("/etc/passwd", "passwd")]
    [InlineData(@"C:\x", "x")]
    [InlineData("con.txt", "_con.txt")]
    [InlineData("LPT1", "_LPT1")]
    [InlineData("a\0.pdf", "a.pdf")]
    [InlineData("\u202Efdp.exe", "fdp.exe")]
    [InlineData("....", FileName.Nameless)]
    [InlineData(" . ", FileName.Nameless)]
    [InlineData("\u200D", FileName.Nameless)]
    [InlineData("", FileName.Nameless)]
    [InlineData(null, FileName.Nameless)]
    [InlineData("a.pdf\r\nX-Evil: 1", "a.pdfX-Evil: 1")]
    [InlineData("\"; filename=\"evil.exe", "\"; filename=\"evil.exe")]
    [InlineData("Bescheid, „neu“ & 'alt' 🖨️.pdf", "Bescheid, „neu“ & 'alt' 🖨️.pdf")]
    [InlineData("Pru\u0308fung.pdf", "Prüfung.pdf")]
    [InlineData("👩‍👧.png", "👩‍👧.png")]
    [InlineData(".htaccess", ".htaccess")]
    [InlineData("ende. .", "ende")]
    public void A_name_keeps_what_people_wrote_and_loses_what_harms(string? told, string kept) => FileName.Clean(told).ShouldBe(kept);

    [Fact]
    public void Half_of_a_sign_is_shown_as_unreadable() => FileName.Clean("\uD83D.txt").ShouldBe("\uFFFD.txt");

    [Fact]
    public void A_name_that_is_too_long_keeps_its_ending_and_no_half_of_a_sign()
    {
        var name = FileName.Clean(string.Concat(Enumerable.Repeat("🖨️", 3_000)) + ".pdf");

        name.EnumerateRunes().Count().ShouldBeLessThanOrEqualTo(FileName.Longest);
        name.ShouldEndWith("🖨️.pdf");
        FileName.Clean(new string('a', 5_000)).Length.ShouldBe(FileName.Longest);
        FileName.Clean("a." + new string('b', 5_000)).Length.ShouldBe(FileName.Longest);
    }

    [Fact]
    public void Whatever_is_told_a_name_is_short_visible_composed_and_no_path_and_stays_as_it_is() => Prop.ForAll<string?>(told =>
    {
        var name = FileName.Clean(told);
        return name.EnumerateRunes().Count() is > 0 and <= FileName.Longest
            && Text.OneLine(name, "", FileName.Longest) is null && name.IndexOfAny(['/', '\\', '\0', '\r', '\n']) < 0
            && name.IsNormalized(NormalizationForm.FormC) && name == FileName.Clean(name);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("a b.pdf", "attachment; filename=\"a b.pdf\"")]
    [InlineData("ä\"b.pdf", "attachment; filename=\"__b.pdf\"; filename*=UTF-8''%C3%A4%22b.pdf")]
    [InlineData("100%.txt", "attachment; filename=\"100_.txt\"; filename*=UTF-8''100%25.txt")]
    [InlineData("🖨.png", "attachment; filename=\"_.png\"; filename*=UTF-8''%F0%9F%96%A8.png")]
    public void A_download_says_the_name_in_two_ways(string name, string header) => FileDisposition.Attachment(name).ShouldBe(header);

    [Fact]
    public void No_name_breaks_out_of_its_header() => Prop.ForAll<string?>(told =>
    {
        var header = FileDisposition.Attachment(FileName.Clean(told));
        return header.All(sign => sign is >= ' ' and <= '~') && header.Count(sign => sign == '"') == 2;
    }).QuickCheckThrowOnFailure();
}
