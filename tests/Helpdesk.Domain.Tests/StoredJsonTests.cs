namespace Helpdesk.Domain.Tests;

public sealed class StoredJsonTests
{
    public static TheoryData<string, string> Spoilt()
    {
        var all = new TheoryData<string, string>();
        foreach (var type in States())
        {
            foreach (var json in (string[])["", "{", "{}", "[]", "null", "5", "\"text\"", """{"version": "x"}""", """{"version": -1}"""])
                all.Add(type.Name, json);
        }

        return all;
    }

    [Theory]
    [MemberData(nameof(Spoilt))]
    public void Whatever_stands_there_is_a_state_or_unreadable(string state, string json) =>
        Should.Throw<UnreadableException>(() => RecordJson.ReadStored(json, States().Single(type => type.Name == state)));

    [Fact]
    public void There_are_states_to_try() => States().Count.ShouldBeGreaterThanOrEqualTo(14);

    [Fact]
    public void A_member_that_code_takes_as_given_must_be_given_unless_it_was_left_out_on_purpose()
    {
        Should.Throw<UnreadableException>(() => RecordJson.ReadStored("""{"what": "a"}""", typeof(ParkedItemEvent.Replayed)))
            .Message.ShouldContain("'handler' is missing");
        RecordJson.ReadStored("""{"what": "a"}""", typeof(ParkedItemEvent.Replayed), isWhole: false).ShouldNotBeNull();
    }

    private static List<Type> States() =>
    [
        .. typeof(IAggregate<,>).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false }
            && type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IAggregate<,>))),
    ];
}
