using System.Text;

namespace Helpdesk.Domain.Tests.SignIn;

public sealed class ReadableCodeTests
{
    // RFC 4648, section 10.
    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Base32_is_that_of_the_standard(string bytes, string text) => Base32.Encode(Encoding.ASCII.GetBytes(bytes)).ShouldBe(text);

    [Fact]
    public void A_recovery_code_may_be_typed_in_any_way()
    {
        var code = RecoveryCodes.Text([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);

        code.ShouldBe("aebagbafaydqqcik".Insert(12, "-").Insert(8, "-").Insert(4, "-"));
        RecoveryCodes.Hash(code.ToUpperInvariant().Replace("-", " ")).ShouldBe(RecoveryCodes.Hash(code));
        RecoveryCodes.Hash("other").ShouldNotBe(RecoveryCodes.Hash(code));
    }
}
