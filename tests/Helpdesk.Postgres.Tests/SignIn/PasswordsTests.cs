using Helpdesk.Postgres.SignIn;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using PasswordOptions = Helpdesk.Postgres.SignIn.PasswordOptions;

namespace Helpdesk.Postgres.Tests.SignIn;

public sealed class PasswordsTests
{
    private const string Password = "ein langer Satz zum Merken";

    [Fact]
    public async Task A_password_matches_its_own_hash_in_every_spelling()
    {
        using var passwords = Make();
        var hash = (await passwords.Hash("schönes langes Kennwort", default)).Value;

        (await Verify(passwords, hash, "scho\u0308nes langes Kennwort")).IsRight.ShouldBeTrue();
        (await Verify(passwords, hash, "schönes langes Kennwort ")).IsRight.ShouldBeFalse();
        (await Verify(passwords, null, "schönes langes Kennwort")).IsRight.ShouldBeFalse();
        (await Verify(passwords, hash, "x\0")).IsRight.ShouldBeFalse();
        (await Verify(passwords, hash, new string('x', 100_000))).IsRight.ShouldBeFalse();
    }

    [Fact]
    public async Task Nothing_is_cut_off()
    {
        using var passwords = Make();
        var longest = new string('x', 127) + "y";

        (await Verify(passwords, (await passwords.Hash(longest, default)).Value, longest[..^1] + "z")).IsRight.ShouldBeFalse();
    }

    [Fact]
    public async Task A_hash_of_former_days_is_replaced_when_the_password_is_right()
    {
        using var former = Make(iterations: 1000);
        using var today = Make(iterations: 2000);
        var old = (await former.Hash(Password, default)).Value;

        (await Verify(today, old, "wrong")).Rehashed.ShouldBeNull();
        var renewed = (await Verify(today, old, Password)).Rehashed.ShouldNotBeNull();
        (await Verify(today, renewed, Password)).ShouldBe(new PasswordVerdict(true, null));
    }

    [Fact]
    public async Task When_all_places_are_taken_the_rest_is_refused()
    {
        var hasher = new WaitingHasher();
        using var passwords = new Passwords(hasher, Options.Create(new PasswordOptions { AtOnce = 2, Queue = TimeSpan.Zero }));
        var running = Enumerable.Range(0, 2).Select(_ => Task.Run(() => passwords.Hash(Password, default))).ToList();
        await hasher.BothAreIn;

        (await passwords.Hash(Password, default)).Error.ShouldBe(SignInErrors.SignInBusy);
        (await passwords.Verify("x", Password, default)).Error.ShouldBe(SignInErrors.SignInBusy);
        hasher.Go.Set();

        (await Task.WhenAll(running)).ShouldAllBe(result => result.IsOk);
        (await passwords.Hash(Password, default)).IsOk.ShouldBeTrue();
    }

    [Fact]
    public void Outside_development_hashes_are_never_cheap()
    {
        var production = new PasswordOptionsValidator(new Environment("Production"));

        production.Validate(null, new PasswordOptions()).Succeeded.ShouldBeTrue();
        production.Validate(null, new PasswordOptions { Iterations = 209_999 }).Failed.ShouldBeTrue();
        production.Validate(null, new PasswordOptions { AtOnce = 0 }).Failed.ShouldBeTrue();
        new PasswordOptionsValidator(new Environment("Development"))
            .Validate(null, new PasswordOptions { Iterations = 1000 }).Succeeded.ShouldBeTrue();
    }

    private static Passwords Make(int iterations = 1000) => new(
        new PasswordHasher<AccountUser>(Options.Create(new PasswordHasherOptions { IterationCount = iterations })), Options.Create(
            new PasswordOptions()));

    private static async Task<PasswordVerdict> Verify(Passwords passwords, string? hash, string password) =>
        (await passwords.Verify(hash, password, default)).Value;

    /// <summary>Stays at work until it is told to go on.</summary>
    private sealed class WaitingHasher : IPasswordHasher<AccountUser>
    {
        private readonly TaskCompletionSource both = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int inside;

        public Task BothAreIn => both.Task;

        public ManualResetEventSlim Go { get; } = new();

        public string HashPassword(AccountUser user, string password)
        {
            if (Interlocked.Increment(ref inside) == 2)
                both.SetResult();
            Go.Wait(TimeSpan.FromSeconds(30)).ShouldBeTrue();
            return "hash";
        }

        public PasswordVerificationResult VerifyHashedPassword(AccountUser user, string hashedPassword, string providedPassword) =>
            PasswordVerificationResult.Failed;
    }

    private sealed class Environment(string name) : Microsoft.Extensions.Hosting.IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;

        public string ApplicationName { get; set; } = "";

        public string ContentRootPath { get; set; } = "/";

        public Microsoft.Extensions.FileProviders.IFileProvider ContentRootFileProvider { get; set; } =
            new Microsoft.Extensions.FileProviders.NullFileProvider();
    }
}
