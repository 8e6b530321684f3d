using System.Text;

namespace Helpdesk.Domain.Tests.FeatureFlags;

public sealed class Murmur3Tests
{
    // The reference implementation's answers, for every length of the last block.
    [Theory]
    [InlineData("", 0u, 0x00000000u)]
    [InlineData("", 1u, 0x514e28b7u)]
    [InlineData("", 0xffffffffu, 0x81f16f39u)]
    [InlineData("hello", 0u, 0x248bfa47u)]
    [InlineData("a", 0x9747b28cu, 0x7fa09ea6u)]
    [InlineData("aa", 0x9747b28cu, 0x5d211726u)]
    [InlineData("aaa", 0x9747b28cu, 0x283e0130u)]
    [InlineData("aaaa", 0x9747b28cu, 0x5a97808au)]
    [InlineData("Hello, world!", 0x9747b28cu, 0x24884cbau)]
    [InlineData("ππππππππ", 0x9747b28cu, 0xd58063c1u)]
    public void It_gives_the_reference_answer(string text, uint seed, uint expected) =>
        Murmur3.Hash(Encoding.UTF8.GetBytes(text), seed).ShouldBe(expected);
}
