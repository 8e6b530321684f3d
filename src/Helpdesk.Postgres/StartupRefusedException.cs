namespace Helpdesk.Postgres;

/// <summary>
/// The program cannot start here, and a person can do something about it. The message is one plain line that says what;
/// hosts print it without a stack trace and exit with 1.
/// </summary>
public sealed class StartupRefusedException(string message, Exception? cause = null) : Exception(message, cause);
