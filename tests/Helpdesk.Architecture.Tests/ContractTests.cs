using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Helpdesk.Contracts;
using Helpdesk.Domain.Feed;
using Orleans.Runtime;

namespace Helpdesk.Architecture.Tests;

/// <summary>What travels between processes keeps its name, and is made of parts that a serializer knows.</summary>
public sealed class ContractTests
{
    private static readonly Type[] Scalars =
    [
        typeof(Guid), typeof(TimeSpan), typeof(string), typeof(bool), typeof(byte), typeof(short), typeof(int), typeof(long),
        typeof(double), typeof(decimal), typeof(LocalDate),
    ];

    private static readonly Type[] Collections = [typeof(IReadOnlyList<>), typeof(ImmutableArray<>), typeof(List<>), typeof(Dictionary<,>)];

    private static readonly Assembly Domain = typeof(Error).Assembly;

    private static readonly Assembly Contracts = typeof(GrainKeys).Assembly;

    private static readonly IReadOnlyList<Type> Grains =
        [.. Contracts.GetTypes().Where(type => type.IsInterface && type.IsAssignableTo(typeof(IAddressable)))];

    [Fact]
    public void There_are_contracts_to_look_at_and_no_messages_beside_the_records_of_the_domain()
    {
        Grains.Count.ShouldBeGreaterThan(3);
        // Exceptions travel as well, by name and text; they are no messages.
        Contracts.GetTypes().Where(type => type.IsDefined(typeof(GenerateSerializerAttribute)) && !type.IsAssignableTo(typeof(Exception)))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Grain_interfaces_and_their_methods_have_aliases_of_their_own()
    {
        Grains.Where(grain => AliasOf(grain) is null).Select(grain => grain.Name).ShouldBeEmpty();
        Grains.Select(AliasOf).ShouldBeUnique();

        foreach (var grain in Grains)
        {
            grain.GetMethods().Where(method => AliasOf(method) is null).Select(method => $"{grain.Name}.{method.Name}").ShouldBeEmpty();
            grain.GetMethods().Select(AliasOf).ShouldBeUnique(grain.Name);
        }
    }

    [Fact]
    public void Grain_methods_end_in_a_cancellation_token_and_can_be_awaited()
    {
        foreach (var method in Grains.SelectMany(grain => grain.GetMethods()))
        {
            var name = $"{method.DeclaringType!.Name}.{method.Name}";
            method.GetParameters().LastOrDefault()?.ParameterType.ShouldBe(typeof(CancellationToken), name);
            IsAwaitable(method.ReturnType).ShouldBeTrue(name);
        }
    }

    [Fact]
    public void Only_what_a_serializer_knows_travels()
    {
        var sent = Grains.SelectMany(grain => grain.GetMethods())
            .SelectMany(method => method.GetParameters().Where(parameter => parameter.ParameterType != typeof(CancellationToken))
                .Select(parameter =>
                    (Where: $"{method.DeclaringType!.Name}.{method.Name}({parameter.Name})", Type: parameter.ParameterType))
                .Append((Where: $"{method.DeclaringType!.Name}.{method.Name}", Type: Awaited(method.ReturnType))));

        sent.Where(part => !Travels(part.Type)).Select(part => $"{part.Where}: {part.Type}").ShouldBeEmpty();
    }

    [Fact]
    public void Every_record_that_travels_can_be_written_and_read_by_the_names_of_its_members()
    {
        var seen = new HashSet<Type>();
        foreach (var type in Grains.SelectMany(grain => grain.GetMethods())
            .SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType)))
            Follow(type, seen);
        Follow(typeof(Error), seen); // a result hands it out through no member of its own

        seen.ShouldContain(typeof(Domain.Tickets.Ticket), "the walk must have come to the records");
        foreach (var type in seen.Where(type => type.Assembly == Domain && !type.IsEnum && !type.IsAbstract))
            Should.NotThrow(() => Read("{}", type), $"{type}: a constructor that the reader cannot choose or fill");
    }

    private static void Read(string json, Type type)
    {
        try
        {
            JsonSerializer.Deserialize(json, type, RecordJson.Options);
        }
        catch (JsonException)
        {
            // It has members without which there is none, or is no object: either was found out by reading.
        }
    }

    private static void Follow(Type type, HashSet<Type> seen)
    {
        foreach (var part in type.GetGenericArguments().Concat(type.IsArray ? [type.GetElementType()!] : []))
            Follow(part, seen);
        // What has a way of its own to be written (a flag's definition is its document) answers for its parts itself.
        if (type.Assembly != Domain || !seen.Add(type) || type.IsDefined(typeof(JsonConverterAttribute)))
            return;

        foreach (var nested in type.GetNestedTypes().Where(nested => nested.IsSubclassOf(type)))
            Follow(nested, seen);
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanWrite || IsCarried(type, property)))
            Follow(property.PropertyType, seen);
    }

    // A record carries its parameters; a property computed from them does not travel.
    private static bool IsCarried(Type record, PropertyInfo property) =>
        record.GetConstructors().Any(constructor => constructor.GetParameters().Any(parameter => parameter.Name == property.Name));

    private static bool Travels(Type type)
    {
        if (type.IsGenericParameter || type == typeof(void) || type.IsEnum || Scalars.Contains(type))
            return true;
        if (type.IsArray)
            return Travels(type.GetElementType()!);
        if (Nullable.GetUnderlyingType(type) is { } inner)
            return Travels(inner);
        if (type.Assembly == Domain)
            return type.GetGenericArguments().All(Travels);
        return type.IsGenericType && Collections.Contains(type.GetGenericTypeDefinition()) && type.GetGenericArguments().All(Travels);
    }

    private static bool IsAwaitable(Type type) => type == typeof(Task) || type == typeof(ValueTask) ||
        type.IsGenericType && type.GetGenericTypeDefinition() is var open && (open == typeof(Task<>) || open == typeof(ValueTask<>));

    private static Type Awaited(Type type) => type.IsGenericType ? type.GetGenericArguments()[0] : typeof(void);

    private static string? AliasOf(MemberInfo member) => member.GetCustomAttribute<AliasAttribute>()?.Alias;
}
