using System.Collections.Immutable;
using Helpdesk.Contracts.Due;
using Helpdesk.Domain.People;

namespace Helpdesk.Contracts.People;

/// <summary>
/// The people of one tenant; the only writer of its memberships. Key: <c>{tenant:D}</c>. Every command takes the id that makes its retry
/// harmless.
/// </summary>
[Alias("IPeopleGrain")]
public interface IPeopleGrain : IGrainWithStringKey
{
    /// <summary>Asks somebody by mail to become a member. The seat, where roles have one, is taken from now on.</summary>
    [Alias("Invite")]
    Task<Result<Outcome<Membership>>> Invite(Caller caller, CommandId id, Invitation person, CancellationToken cancellation);

    /// <summary>
    /// Invites many people and brings up to date who is there already. Judged as a whole first: with one wrong line, or too few seats,
    /// nothing is done. Then line by line, each once: a repetition goes on where it stopped, with what was planned the first time, and is
    /// answered as that was.
    /// </summary>
    [Alias("Import")]
    Task<Result<Outcome<ImmutableArray<ImportItem>>>> Import(
        Caller caller, CommandId id, ImportPeople command, CancellationToken cancellation);

    /// <summary>Sends the invitation again; the link of the former mail is void.</summary>
    [Alias("Remind")]
    Task<Result<Outcome<Membership>>> Remind(Caller caller, CommandId id, AccountId person, CancellationToken cancellation);

    /// <summary>Whoever has the address, or a contact with it: somebody for whom staff open a ticket. Nobody is mailed.</summary>
    [Alias("NoteContact")]
    Task<Result<Outcome<Membership>>> NoteContact(Caller caller, CommandId id, Invitation person, CancellationToken cancellation);

    /// <summary>Somebody of the platform begins to serve this municipality. Operators only.</summary>
    [Alias("Serve")]
    Task<Result<Outcome<Membership>>> Serve(Caller caller, CommandId id, EmailAddress email, Role role, CancellationToken cancellation);

    /// <param name="version">As read; <c>null</c>: whatever it is.</param>
    [Alias("Revise")]
    Task<Result<Outcome<Membership>>> Revise(
        Caller caller, CommandId id, AccountId person, MembershipRevision revision, int? version, CancellationToken cancellation);

    /// <summary>
    /// The person is no member any more. Sessions end; old tickets still name them, and those that go on are handed over.
    /// </summary>
    [Alias("End")]
    Task<Result<Outcome<Membership>>> End(
        Caller caller, CommandId id, AccountId person, int? version, Successor? handOver, CancellationToken cancellation);

    /// <summary>Who followed the link of an invitation takes it up and sets a password.</summary>
    [Alias("Accept")]
    Task<Result<Outcome<Membership>>> Accept(
        Caller caller, CommandId id, AccountId person, FollowedLink link, CancellationToken cancellation);

    /// <summary>
    /// The platform's own act when an invitation's time is over. Changes nothing when it was accepted, sent again or ended meanwhile.
    /// </summary>
    [Alias("ExpireInvitation")]
    Task<Result<bool>> ExpireInvitation(Caller caller, AccountId person, CancellationToken cancellation);

    /// <summary>Who followed the link of a registration becomes a customer.</summary>
    [Alias("Register")]
    Task<Result<Outcome<Membership>>> Register(
        Caller caller, CommandId id, Invitation person, FollowedLink link, CancellationToken cancellation);

    /// <summary>Who followed the link in a mail to a new address is reached there from now on.</summary>
    [Alias("ChangeEmail")]
    Task<Result<Outcome<Membership>>> ChangeEmail(
        Caller caller, CommandId id, AccountId person, EmailAddress email, FollowedLink link, CancellationToken cancellation);

    /// <summary>The platform itself makes a member who can sign in at once: demo data. Refused for every caller that is somebody.</summary>
    [Alias("Enrol")]
    Task<Result<Outcome<Membership>>> Enrol(
        Caller caller, CommandId id, Invitation person, string passwordHash, CancellationToken cancellation);
}

/// <summary>An invitation, for as long as it is open: told when its time is over. Key: <c>{tenant:D}/{account:D}</c>.</summary>
[Alias("IInvitationGrain")]
public interface IInvitationGrain : IDueSubject;
