using System.Reflection;
using System.Runtime.CompilerServices;

namespace Helpdesk.Architecture.Tests;

/// <summary>
/// A record writes all of its members, and calls of grains are written with all that they are given: what holds a secret says its name
/// only.
/// </summary>
public sealed class SecretTests
{
    private static readonly string[] Secret = ["Password", "Secret", "PrivateKey", "ClientSecret", "RefreshToken"];

    [Fact]
    public void Whatever_holds_a_secret_does_not_write_it()
    {
        var holders = new[] { typeof(Domain.Error).Assembly, typeof(Contracts.GrainKeys).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.GetProperties().Any(property => Secret.Contains(property.Name)) && IsRecord(type)).ToList();

        holders.Select(type => type.Name).ShouldContain("MailServerChoice");
        holders.Where(WritesItsMembers).Select(type => type.FullName).ShouldBeEmpty();
    }

    private static bool IsRecord(Type type) =>
        type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public) is not null;

    private static bool WritesItsMembers(Type type) =>
        type.GetMethod(nameof(ToString), Type.EmptyTypes)!.IsDefined(typeof(CompilerGeneratedAttribute));
}
