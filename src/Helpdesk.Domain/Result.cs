using System.Diagnostics.CodeAnalysis;

namespace Helpdesk.Domain;
#pragma warning disable CS8762 // The flag `ok` tells which of the two is set; the compiler cannot see that.

/// <summary>A value, or the reason why there is none. <c>default</c> is neither and throws when read.</summary>
[JsonConverter(typeof(ResultJson))]
public readonly struct Result<T>
{
    private readonly T? value;
    private readonly Error? error;
    private readonly bool ok;

    /// <summary>Needed only where the language converts nothing by itself: when <typeparamref name="T"/> is an interface.</summary>
    public Result(T value) => (this.value, ok) = (value, true);

    private Result(Error error) => this.error = error;

    public bool IsOk => ok;

    /// <exception cref="InvalidOperationException">It is a refusal.</exception>
    public T Value => ok ? value! : throw new InvalidOperationException($"Refused: {error?.Code ?? "default(Result)"}.");

    /// <exception cref="InvalidOperationException">It is a value.</exception>
    public Error Error => error ?? throw new InvalidOperationException("Not a refusal.");

    /// <summary>Why there is no value; <c>null</c>: there is one.</summary>
    public Error? Refusal => error;

    /// <summary>Both outcomes at once: <c>if (result.Refused(out var why, out var answer)) return why;</c></summary>
    public bool Refused([NotNullWhen(true)] out Error? why, [NotNullWhen(false)] out T? answer)
    {
        (why, answer) = (error, value);
        return !ok;
    }

    public Result<TNext> Then<TNext>(Func<T, Result<TNext>> next) => ok ? next(value!) : Error;

    public Result<TNext> Select<TNext>(Func<T, TNext> map) => ok ? map(value!) : Error;

    public static implicit operator Result<T>(T value) => new(value);

    public static implicit operator Result<T>(Error error) => new(error);
}
