using Helpdesk.Domain;

namespace Helpdesk.Contracts;

/// <summary>What a grain answers: a value, or a refusal. Exceptions across a grain boundary are for faults only.</summary>
[GenerateSerializer, Immutable, Alias("answer`1")]
public sealed record Answer<T>(T? Value, Refusal? Refusal)
{
    public static implicit operator Answer<T>(T value) => new(value, null);

    public static implicit operator Answer<T>(Error error) => new(default, Refusal.Of(error));

    public static Answer<T> Of(Result<T> result) => result.IsOk ? result.Value : result.Error;
}

/// <summary><see cref="Error"/>, as it travels.</summary>
[GenerateSerializer, Immutable, Alias("refusal")]
public sealed record Refusal(ErrorKind Kind, string Code, string Message, IReadOnlyList<RefusedField> Fields)
{
    public static Refusal Of(Error error) =>
        new(error.Kind, error.Code, error.Message, [.. error.Fields.Select(field => new RefusedField(field.Pointer, field.Code, field.Message))]);
}

[GenerateSerializer, Immutable, Alias("refused-field")]
public sealed record RefusedField(string Pointer, string Code, string Message);
