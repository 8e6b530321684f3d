namespace Helpdesk.Postgres.Tests.Sealing;

public sealed class SealsTests
{
    private readonly ISeals seals = new ForeignSeals();

    [Fact]
    public void What_is_sealed_opens_for_the_same_kind_tenant_and_detail_only()
    {
        var (one, other) = (Some.Tenant(), Some.Tenant());
        var text = seals.Seal(new(SealKind.Cursor, one, "list"), "secret"u8.ToArray());

        seals.Open(new(SealKind.Cursor, one, "list"), text).ShouldBe("secret"u8.ToArray());
        seals.Open(new(SealKind.Cursor, other, "list"), text).ShouldBeNull();
        seals.Open(new(SealKind.Cursor, one, "another list"), text).ShouldBeNull();
        seals.Open(new(SealKind.Cursor, one), text).ShouldBeNull();
        foreach (var kind in Enum.GetValues<SealKind>().Where(kind => kind is not SealKind.Cursor))
            seals.Open(new(kind, one, "list"), text).ShouldBeNull($"{kind}");
    }

    [Fact]
    public void Nothing_can_be_changed_cut_or_made_up()
    {
        var purpose = new SealPurpose(SealKind.RatingLink, Some.Tenant());
        var text = seals.Seal(purpose, "secret"u8.ToArray());
        for (var at = 0; at < text.Length; at++)
        {
            var changed = text.ToArray();
            changed[at] ^= 1;
            seals.Open(purpose, changed).ShouldBeNull($"byte {at}");
            seals.Open(purpose, text[..at]).ShouldBeNull($"{at} bytes");
        }

        seals.Open(purpose, [.. text, 0]).ShouldBeNull();
        seals.Open(purpose, new ForeignSeals().Seal(purpose, "secret"u8.ToArray())).ShouldBeNull();
        seals.Open(purpose, new ForeignSeals().Forge(purpose, "secret"u8.ToArray(), genuine: text)).ShouldBeNull();
    }

    [Fact]
    public void The_same_sealed_twice_looks_different()
    {
        var purpose = new SealPurpose(SealKind.OwedMail, Some.Tenant());

        seals.Seal(purpose, [1]).ShouldNotBe(seals.Seal(purpose, [1]));
    }
}
