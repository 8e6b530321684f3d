namespace Helpdesk.Api.Tests.Documentation;

/// <summary>Every answer in the tests is held against the document: the check must be able to fail.</summary>
public sealed class SchemaCheckTests
{
    private static readonly JsonNode Document = JsonNode.Parse("""
        {"components": {"schemas": {
          "Ticket": {
            "type": "object", "required": ["id", "status"], "properties": {
              "id": {"type": "string", "format": "uuid"},
              "status": {"enum": ["open", "closed"]},
              "number": {"type": "string", "pattern": "^[A-Z]+-[0-9]+$", "maxLength": 10},
              "size": {"type": "integer", "format": "int32", "minimum": 1, "maximum": 200},
              "closed_at": {"type": ["null", "string"], "format": "date-time"},
              "link": {"type": "string", "format": "uri"},
              "tags": {"type": "array", "items": {"type": "string", "minLength": 1}, "maxItems": 2, "uniqueItems": true},
              "counts": {"type": "object", "additionalProperties": {"type": "integer", "format": "int64"}},
              "parent": {"oneOf": [{"type": "null"}, {"$ref": "#/components/schemas/Ticket"}]}
            }
          }
        }}}
        """)!;

    private readonly SchemaCheck check = new(Document);
    private readonly JsonNode list = JsonNode.Parse("""{"type": "array", "items": {"$ref": "#/components/schemas/Ticket"}}""")!;

    [Theory]
    [InlineData("""{"id": "0190aaaa-bbbb-7ccc-8ddd-eeeeffff0000", "status": "open"}""")]
    [InlineData("""{"id": "0190aaaa-bbbb-7ccc-8ddd-eeeeffff0000", "status": "closed", "size": 200, "closed_at": null, "parent": null, "tags": ["a", "b"], "counts": {"x": 1}}""")]
    [InlineData("""{"id": "0190aaaa-bbbb-7ccc-8ddd-eeeeffff0000", "status": "open", "parent": {"id": "0190aaaa-bbbb-7ccc-8ddd-eeeeffff0001", "status": "open"}}""")]
    public void What_is_as_described_passes(string json) => Faults(json).ShouldBeEmpty();

    [Theory]
    [InlineData("\"status\": \"lost\"")]
    [InlineData("\"id\": \"0190AAAA-BBBB-7CCC-8DDD-EEEEFFFF0000\"")]
    [InlineData("\"id\": 7")]
    [InlineData("\"id\": null")]
    [InlineData("\"number\": \"must-1\"")]
    [InlineData("\"number\": \"MUST-0000001\"")]
    [InlineData("\"size\": 0")]
    [InlineData("\"size\": 201")]
    [InlineData("\"size\": 1.5")]
    [InlineData("\"size\": 1.0")]
    [InlineData("\"size\": 99999999999")]
    [InlineData("\"size\": \"1\"")]
    [InlineData("\"closed_at\": \"2026-11-30T10:00:00+01:00\"")]
    [InlineData("\"closed_at\": \"yesterday\"")]
    [InlineData("\"link\": \"/relative\"")]
    [InlineData("\"tags\": [\"\"]")]
    [InlineData("\"tags\": [\"a\", \"b\", \"c\"]")]
    [InlineData("\"tags\": [\"a\", \"a\"]")]
    [InlineData("\"tags\": {}")]
    [InlineData("\"counts\": {\"x\": \"many\"}")]
    [InlineData("\"parent\": {\"id\": \"0190aaaa-bbbb-7ccc-8ddd-eeeeffff0001\"}")]
    [InlineData("\"parent\": {\"id\": \"0190aaaa-bbbb-7ccc-8ddd-eeeeffff0001\", \"status\": \"open\", \"secret\": 1}")]
    [InlineData("\"surprise\": true")]
    public void What_is_not_as_described_is_named_with_its_place(string member)
    {
        var ticket = JsonNode.Parse("""{"id": "0190aaaa-bbbb-7ccc-8ddd-eeeeffff0000", "status": "open"}""")!.AsObject();
        var (name, value) = JsonNode.Parse($"{{{member}}}")!.AsObject().Single();
        ticket[name] = value?.DeepClone();

        Faults(ticket.ToJsonString()).ShouldContain(fault => fault.StartsWith($"/0/{name}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"status": "open"}""")]
    [InlineData("""[]""")]
    [InlineData("null")]
    public void What_lacks_what_must_be_there_is_a_fault(string json) => Faults(json).ShouldNotBeEmpty();

    [Fact]
    public void A_keyword_that_it_does_not_know_is_refused()
    {
        Should.Throw<InvalidOperationException>(() => check.Faults(JsonValue.Create(1), JsonNode.Parse("""{"multipleOf": 2}""")!)).Message
            .ShouldContain("multipleOf");
        Should.Throw<InvalidOperationException>(() =>
            check.Faults(JsonValue.Create(1), JsonNode.Parse("""{"items": {"const": 2}}""")!)).Message.ShouldContain("const");
        Should.Throw<InvalidOperationException>(() => check.Faults(JsonValue.Create(1), JsonNode.Parse("""{"$ref": "#/paths/x"}""")!));
    }

    private IReadOnlyList<string> Faults(string item) => [.. check.Faults(new JsonArray(JsonNode.Parse(item)), list)];
}
