using System.Buffers;

namespace Helpdesk.Api.Tests.Http;

/// <summary>What is wrong with a body is told apart, and where it is.</summary>
public sealed class StrictJsonTests
{
    [Theory]
    [InlineData("""{"name":"a","count":1""", "The body is not JSON.")]
    [InlineData("""{"name":"a","count":01}""", "The body is not JSON.")]
    [InlineData("""{"name":"a","name":"b","count":1}""", "The body names a member twice.")]
    [InlineData("""{"name":"a","count":1,"inner":{"count":1,"count":2}}""", "The body names a member twice.")]
    [InlineData("""{"name":"a","name":"b","count":1""", "The body is not JSON.")]
    [InlineData("""{"name":"\ud800","count":1}""", "A string holds half of a surrogate pair.")]
    [InlineData("""{"\ud800":"a","count":1}""", "A string holds half of a surrogate pair.")]
    public void What_is_no_JSON_says_why(string json, string why)
    {
        var error = StrictJson.Read<Thing>(Bytes(json)).Refusal!;

        (error.Code, error.Message).ShouldBe(("malformed-json", why));
    }

    [Theory]
    [InlineData("null", "", "type", "Must not be null.")]
    [InlineData("[]", "", "type", "Must be an object: { … }.")]
    [InlineData("""{"name":"a"}""", "/count", "required", "Is required.")]
    [InlineData("""{"name":"a","count":1,"null":1}""", "/null", "unknown-member", "There is no such member here.")]
    [InlineData("""{"name":"a","count":1,"a.b/c":1}""", "/a.b~1c", "unknown-member", "There is no such member here.")]
    [InlineData("""{"name":null,"count":1}""", "/name", "type", "Must not be null.")]
    [InlineData("""{"name":"a","count":null}""", "/count", "type", "Must not be null.")]
    [InlineData("""{"name":"a","count":"1"}""", "/count", "type", "Must be a whole number.")]
    [InlineData("""{"name":1,"count":1}""", "/name", "type", "Must be a string.")]
    [InlineData("""{"name":"a","count":1,"inner":"b"}""", "/inner", "type", "Must be an object: { … }.")]
    [InlineData("""{"name":"a","count":1,"inner":{"deep":1}}""", "/inner/deep", "unknown-member", "There is no such member here.")]
    [InlineData("""{"name":"a","count":1,"inner":{"role":"boss"}}""", "/inner/role", "type",
        "Must be one of: customer, agent, manager, admin, operator.")]
    [InlineData("""{"name":"a","count":1,"inner":{"change":null}}""", "/inner/change", "type", "Must not be null.")]
    [InlineData("""{"name":"a","count":1,"inner":{"change":"x"}}""", "/inner/change", "type", "Must be a whole number.")]
    [InlineData("""{"name":"a","count":1,"items":[{},null]}""", "/items/1", "type", "Must not be null.")]
    [InlineData("""{"name":"a","count":1,"items":[{},{"deep":1}]}""", "/items/1/deep", "unknown-member", "There is no such member here.")]
    [InlineData("""{"name":"a","count":1,"items":{}}""", "/items", "type", "Must be a list: [ … ].")]
    [InlineData("""{"name":"a","count":1,"entries":{"x":1.5}}""", "/entries/x", "type", "Must be a whole number.")]
    public void What_has_another_shape_says_where(string json, string pointer, string code, string message)
    {
        var error = StrictJson.Read<Thing>(Bytes(json)).Refusal!;

        error.Code.ShouldBe("invalid");
        var fault = error.Fields.Single();
        (fault.Pointer, fault.Code, fault.Message).ShouldBe((pointer, code, message));
        ForeignWords.In(fault.MessageDe!, german: true).ShouldBeEmpty();
    }

    [Fact]
    public void All_that_is_wrong_is_told_at_once()
    {
        var error = StrictJson.Read<Thing>(Bytes(
            """{"name":1,"colour":"red","inner":{"role":"boss","deep":1},"items":[null],"entries":{"x":"y"}}""")).Refusal!;

        error.Fields.Select(field => (field.Pointer, field.Code)).ShouldBe(
        [
            ("/name", "type"), ("/colour", "unknown-member"), ("/inner/role", "type"), ("/inner/deep", "unknown-member"),
            ("/items/0", "type"), ("/entries/x", "type"), ("/count", "required"),
        ]);
    }

    [Fact]
    public void What_an_answer_holds_besides_is_passed_over_when_it_comes_back()
    {
        var passedOver = new HashSet<string> { "id", "version" };

        StrictJson.Read<Thing>(Bytes("""{"id":"x","name":"a","count":1,"version":3}"""), passedOver).IsOk.ShouldBeTrue();
        StrictJson.Read<Thing>(Bytes("""{"id":"x","name":"a","count":1,"inner":{"id":1}}"""), passedOver).Refusal!
            .Fields.Single().Pointer.ShouldBe("/inner/id");
    }

    [Fact]
    public void What_is_right_is_read()
    {
        var thing = StrictJson.Read<Thing>(Bytes(
            """{"name":"a","count":1,"inner":{"role":"agent","text":null},"items":[{}],"entries":{"x":1},"free":[null]}""")).Value;
        (thing.Name, thing.Count, thing.Inner!.Role, thing.Inner.Text.IsSet, thing.Inner.Change.IsSet).ShouldBe(
            ("a", 1, Role.Agent, true, false));
    }

    private static ReadOnlySequence<byte> Bytes(string json) => new(Encoding.UTF8.GetBytes(json));

    private sealed record Thing(
        string Name, int Count, Inner? Inner = null, IReadOnlyList<Inner>? Items = null,
        IReadOnlyDictionary<string, int>? Entries = null, System.Text.Json.JsonElement? Free = null);

    private sealed record Inner(Role? Role = null, Change<int> Change = default, Change<string?> Text = default);
}
