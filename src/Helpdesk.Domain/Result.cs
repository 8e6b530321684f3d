using System.Diagnostics.CodeAnalysis;

namespace Helpdesk.Domain;

/// <summary>A value, or the reason why there is none. <c>default</c> is neither and throws when read.</summary>
public readonly struct Result<T>
{
    private readonly T? value;
    private readonly Error? error;
    private readonly bool ok;

    private Result(T value) => (this.value, ok) = (value, true);
    private Result(Error error) => this.error = error;

    public bool IsOk => ok;

    /// <exception cref="InvalidOperationException">It is a refusal.</exception>
    public T Value => ok ? value! : throw new InvalidOperationException($"Refused: {error?.Code ?? "default(Result)"}.");

    /// <exception cref="InvalidOperationException">It is a value.</exception>
    public Error Error => error ?? throw new InvalidOperationException("Not a refusal.");

    public bool Refused([NotNullWhen(true)] out Error? why, out T? answer)
    {
        (why, answer) = (error, value);
        return !ok;
    }

    public Result<TNext> Then<TNext>(Func<T, Result<TNext>> next) => ok ? next(value!) : Error;

    public Result<TNext> Select<TNext>(Func<T, TNext> map) => ok ? map(value!) : Error;

    public static implicit operator Result<T>(T value) => new(value);

    public static implicit operator Result<T>(Error error) => new(error);
}
