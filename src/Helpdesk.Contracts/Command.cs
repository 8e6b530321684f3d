using Helpdesk.Domain.Access;

namespace Helpdesk.Contracts;

/// <summary>Who asks, checked by the host that built it.</summary>
/// <param name="Account"><c>null</c> when the platform acts by itself.</param>
/// <param name="Origin">Address and door for the audit log, such as <c>203.0.113.7 session</c>.</param>
/// <param name="Group">The requester group of a person; it came along with what let them in, so that opening a ticket need not ask for it.</param>
[GenerateSerializer, Immutable, Alias("caller")]
public sealed record Caller(Guid Tenant, Guid? Account, Role Role, string? Origin, string? Group = null);

/// <summary>What makes a retry harmless; travels with every command.</summary>
/// <param name="Id">Bound to tenant, account and <c>Idempotency-Key</c>, or random without a key.</param>
/// <param name="Fingerprint">Of route and body; the same id with another fingerprint is refused with <c>idempotency-key-reused</c>.</param>
/// <param name="FromKey">The caller sent a key, so the same command may have had its effect before.</param>
/// <param name="IsRehearsal">The command is judged and nothing is recorded: a refusal, the answer of the time when it had its effect, or the present state.</param>
[GenerateSerializer, Immutable, Alias("command-id")]
public sealed record CommandId(Guid Id, string Fingerprint, bool FromKey, bool IsRehearsal = false);
