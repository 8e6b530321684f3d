namespace Helpdesk.Domain.FeatureFlags;

/// <summary>JSON text that can be stored: no duplicate member, no NUL, no half of a surrogate pair.</summary>
internal static class DocumentText
{
    /// <summary>Longest document that is read, in characters.</summary>
    public const int Most = 1_048_576;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    private static readonly Error Unstorable =
        Error.Invalid(FieldCode.UnstorableText.At(""));

    public static Result<JsonDocument> Parse(string json)
    {
        if (json.Length > Most)
            return Error.Invalid(FieldError.TooLong("", Most));

        try
        {
            var document = JsonDocument.Parse(json, Strict);
            if (IsStorable(document.RootElement))
                return document;

            document.Dispose();
            return Unstorable;
        }
        catch (JsonException)
        {
            return InputErrors.MalformedJson;
        }
        catch (InvalidOperationException)
        {
            // An escaped half of a pair cannot become a string: reading it throws.
            return Unstorable;
        }
    }

    private static bool IsStorable(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => !element.GetString()!.Contains('\0'),
        JsonValueKind.Array => element.EnumerateArray().All(IsStorable),
        JsonValueKind.Object => element.EnumerateObject().All(member => !member.Name.Contains('\0') && IsStorable(member.Value)),
        _ => true,
    };
}
