using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Helpdesk.Domain.Attachments;

namespace Helpdesk.Domain.Tests.Attachments;

public sealed class FileTypesTests
{
    [Theory]
    [InlineData("%PDF-1.7", "application/pdf", FileKind.Pdf)]
    [InlineData("junk before %PDF-1.4", "application/pdf", FileKind.Pdf)]
    [InlineData("GIF89a/*\0*/=1;alert(1)", "image/gif", FileKind.Image)]
    [InlineData("MZ\u0090\0", "application/vnd.microsoft.portable-executable", FileKind.Program)]
    [InlineData("\u007FELF\u0002", "application/x-elf", FileKind.Program)]
    [InlineData("#!/bin/sh\nrm -rf /", "text/x-script", FileKind.Program)]
    [InlineData("<?php system($_GET['c']);", "application/x-php", FileKind.Program)]
    [InlineData("  <!DOCTYPE HTML><p>", "text/html", FileKind.Markup)]
    [InlineData("<!-- --><svg onload=alert(1)>", "image/svg+xml", FileKind.Markup)]
    [InlineData("<?xml version=\"1.0\"?><svg/>", "image/svg+xml", FileKind.Markup)]
    [InlineData("<?xml version=\"1.0\"?><a/>", "application/xml", FileKind.Markup)]
    [InlineData("AddType application/x-httpd-php .pht", "text/plain", FileKind.Text)]
    [InlineData("a;b\n1;2", "text/plain", FileKind.Text)]
    [InlineData("PK\u0003\u0004 x [Content_Types].xml word/document.xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document", FileKind.Office)]
    [InlineData("PK\u0003\u0004 x bild.png", "application/zip", FileKind.Archive)]
    [InlineData("\0\u0001\u0002", "application/octet-stream", FileKind.Other)]
    [InlineData("RIFF1234WEBPVP8 ", "image/webp", FileKind.Image)]
    [InlineData("1234RIFFWEBP", "text/plain", FileKind.Text)]
    public void A_file_is_what_it_begins_with(string head, string type, FileKind kind) =>
        FileTypes.Of(Encoding.Latin1.GetBytes(head)).ShouldBe(new FileType(type, kind));

    [Fact]
    public void Text_that_is_cut_within_a_sign_is_text()
    {
        var text = Encoding.UTF8.GetBytes("a" + string.Concat(Enumerable.Repeat("ä", FileTypes.Head)));

        FileTypes.Of(text.AsSpan(0, FileTypes.Head)).ShouldBe(new FileType("text/plain", FileKind.Text));
    }

    [Fact]
    public void Every_file_is_something() => Prop.ForAll<byte[]>(head => FileTypes.Of(head ?? []).MediaType.Contains('/'))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void A_tenant_says_how_large_and_of_what_kind()
    {
        var limits = new AttachmentBounds(MostBytes: 3_000_000, Quota: 10).For(new() { MaxFileMegabytes = 2 });
        limits.MostBytes.ShouldBe(2 * 1024 * 1024);
        new AttachmentBounds(1_000, 10).For(new() { MaxFileMegabytes = 2 }).MostBytes.ShouldBe(1_000);

        var (pdf, program) = (FileTypes.Of("%PDF-"u8), FileTypes.Of("MZ"u8));
        limits.Refusal(pdf, limits.MostBytes).ShouldBeNull();
        limits.Refusal(pdf, limits.MostBytes + 1)!.Is(AttachmentErrors.TooLarge).ShouldBeTrue();
        limits.Refusal(pdf, 0)!.Fields.ShouldHaveSingleItem().Code.ShouldBe("empty");
        limits.Refusal(program, 5)!.Fields.ShouldHaveSingleItem().Code.ShouldBe("file-kind-refused");
    }

    [Theory]
    [InlineData(ScanState.Clean, false, true, null)]
    [InlineData(ScanState.Infected, true, true, "attachment-infected")]
    [InlineData(ScanState.Pending, false, true, "attachment-not-scanned")]
    [InlineData(ScanState.Pending, true, false, null)]
    [InlineData(ScanState.Unchecked, false, true, null)]
    [InlineData(ScanState.Unchecked, false, false, "attachment-unchecked")]
    public void What_was_not_scanned_goes_to_nobody_but_whoever_brought_it(
        ScanState state, bool isUploader, bool uncheckedAllowed, string? refusal) =>
        Scans.Refusal(state, isUploader, uncheckedAllowed)?.Code.ShouldBe(refusal);

    [Fact]
    public void A_scanner_that_is_down_is_asked_ever_more_seldom_and_for_ever()
    {
        Enumerable.Range(1, 8).Select(attempt => Scans.Pause(attempt).TotalSeconds).ShouldBe([15, 30, 60, 120, 240, 480, 600, 600]);
        Scans.Pause(1_000_000).ShouldBe(NodaTime.Duration.FromMinutes(10));
    }
}
