namespace Helpdesk.Postgres.Sql;

/// <summary>
/// The program cannot start here, and a person can do something about it. The message is one plain line that says what;
/// hosts print it and exit with 1 (<see cref="HostExtensions.RunToExitCodeAsync"/>).
/// </summary>
public sealed class StartupRefusedException(string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>The line alone: a stack trace would bury it in the log, and there is no defect to be found with it.</summary>
    public override string ToString() => Message;
}
