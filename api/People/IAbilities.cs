using Helpdesk.Domain.People;

namespace Helpdesk.Api.People;

/// <summary>What a member may do in one capability, in words that clients test for. Each capability registers its own.</summary>
public interface IAbilities
{
    IEnumerable<string> Of(Member member);
}

internal sealed class PeopleAbilities : IAbilities
{
    public IEnumerable<string> Of(Member member) => PeopleAccess.Abilities(member);
}
