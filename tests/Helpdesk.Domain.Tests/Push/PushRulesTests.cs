using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using Helpdesk.Domain.Push;

namespace Helpdesk.Domain.Tests.Push;

public sealed class PushRulesTests
{
    private const string Endpoint = "https://push.example/p/JzLQ3raZJfFBR0aqvOMsLrt54w4";
    private const string Point = "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
    private const string Secret = "BTBZMqHH6r4Tts7J_aSIgg";

    [Fact]
    public void What_a_browser_gives_is_taken()
    {
        Faults(Endpoint, Point, Secret).ShouldBeEmpty();
        var target = PushRules.Target(Endpoint, Point, Secret)!;
        (target.P256dh.Length, target.Auth.Length, target.Service).ShouldBe((65, 16, "push.example"));
    }

    [Theory]
    [InlineData("ftp://push.example/p", "not-a-web-address")]
    [InlineData("push.example", "not-a-web-address")]
    [InlineData("https://user@push.example/p", "not-a-web-address")]
    [InlineData("http://push.example/p", "unencrypted")]
    [InlineData("https://push.example:22/p", "forbidden-port")]
    [InlineData("https://127.0.0.1/p", "forbidden-target")]
    [InlineData("https://169.254.169.254/latest", "forbidden-target")]
    [InlineData("https://[::1]/p", "forbidden-target")]
    public void An_address_that_the_platform_must_not_call_is_refused(string endpoint, string code) =>
        Faults(endpoint, Point, Secret).ShouldBe([("/endpoint", code)]);

    public static TheoryData<string> Points => new()
    {
        "!", Secret, Point[..^2], Point + "AA",
        Base64Url.EncodeToString([3, .. Base64Url.DecodeFromChars(Point).AsSpan(1)]), // compressed
        Base64Url.EncodeToString([.. Base64Url.DecodeFromChars(Point).AsSpan(0, 64), 7]), // beside the curve
        Base64Url.EncodeToString([4, .. new byte[64]]),
    };

    [Theory]
    [MemberData(nameof(Points))]
    public void A_key_that_is_no_point_of_the_curve_is_refused(string point)
    {
        Faults(Endpoint, point, Secret).ShouldBe([("/p256dh", "format")]);
        PushRules.Target(Endpoint, point, Secret).ShouldBeNull();
    }

    [Theory]
    [InlineData("!")]
    [InlineData("BTBZMqHH6r4Tts7J_aSI")]
    [InlineData(Point)]
    public void A_secret_of_another_length_is_refused(string secret)
    {
        Faults(Endpoint, Point, secret).ShouldBe([("/auth", "format")]);
        PushRules.Target(Endpoint, Point, secret).ShouldBeNull();
    }

    [Fact]
    public void One_fault_hides_no_other() => Faults("push", "x", "x").Select(fault => fault.Pointer).ShouldBe(
        ["/endpoint", "/p256dh", "/auth"]);

    private static IReadOnlyList<(string Pointer, string Code)> Faults(string endpoint, string point, string secret) =>
        [.. PushRules.Faults(endpoint, point, secret, new Outside()).Select(fault => (fault.Pointer, fault.Code))];

    private sealed class Outside : IOutboundTargets
    {
        public bool AnyPort => false;

        public bool Allow(IPAddress address) => PublicAddress.Is(address);

        public Task<Socket> Connect(string host, int port, CancellationToken cancellation) => throw new NotSupportedException();
    }
}
