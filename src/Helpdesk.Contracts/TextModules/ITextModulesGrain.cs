using Helpdesk.Domain.TextModules;

namespace Helpdesk.Contracts.TextModules;

/// <summary>The text modules of a municipality. Staff read them, managers and admins keep them. Key: <c>{tenant:D}</c>.</summary>
[Alias("ITextModulesGrain")]
public interface ITextModulesGrain : IGrainWithStringKey
{
    [Alias("List")]
    Task<Result<TextModuleList>> List(Caller caller, CancellationToken cancellation);

    [Alias("Read")]
    Task<Result<TextModule>> Read(Caller caller, Guid id, CancellationToken cancellation);

    [Alias("Add")]
    Task<Result<Outcome<TextModule>>> Add(Caller caller, CommandId id, TextModuleChoice choice, CancellationToken cancellation);

    /// <param name="version">As read.</param>
    [Alias("Change")]
    Task<Result<Outcome<TextModule>>> Change(
        Caller caller, CommandId id, Guid module, TextModuleChoice choice, int? version, CancellationToken cancellation);

    [Alias("Remove")]
    Task<Result<Outcome<TextModuleList>>> Remove(Caller caller, CommandId id, Guid module, int? version, CancellationToken cancellation);
}
