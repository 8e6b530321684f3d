namespace Helpdesk.Postgres.Sql;

/// <summary>
/// For how many looks in a row nothing at all has come from the database although it was asked. Looks, not time: a process that stood still
/// itself has not looked meanwhile, and does not take that for silence.
/// </summary>
/// <param name="Unheard">Looks since it was last heard of, while a question was open.</param>
/// <param name="Most">So many are silence.</param>
internal readonly record struct Pulse(int Unheard, int Most)
{
    /// <summary>Between two looks.</summary>
    public static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    /// <summary>As if it had just been heard.</summary>
    /// <param name="silence">How long it may say nothing.</param>
    public static Pulse Of(TimeSpan silence) => new(0, (int)Math.Ceiling(silence / Look));

    /// <summary>Nobody should wait for it.</summary>
    public bool IsSilent => Unheard >= Most;

    /// <summary>An answer is overdue: after a sixth of the time that means silence.</summary>
    public bool IsInDoubt => Unheard >= Math.Max(1, Most / 6);

    public Pulse Heard() => this with { Unheard = 0 };

    /// <summary>One more look in vain.</summary>
    public Pulse Missed() => this with { Unheard = Math.Min(Unheard + 1, Most) };
}
