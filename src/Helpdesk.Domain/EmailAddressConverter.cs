namespace Helpdesk.Domain;

internal sealed class EmailAddressConverter : JsonConverter<EmailAddress>
{
    public override EmailAddress Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        EmailAddress.Parse(reader.GetString()) is { IsOk: true } email ? email.Value : throw new JsonException("No e-mail address.");

    public override void Write(Utf8JsonWriter writer, EmailAddress value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
