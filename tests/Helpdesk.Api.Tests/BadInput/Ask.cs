using System.Globalization;

namespace Helpdesk.Api.Tests.BadInput;

/// <summary>Who asks, and so at which host.</summary>
internal enum Who
{
    Nobody,
    Customer,
    Agent,
    Admin,
    /// <summary>At the console.</summary>
    Operator,
    /// <summary>A program with a key for evaluating flags.</summary>
    Cms,
}

/// <summary>
/// One request, written byte for byte as the table says. <c>«word»</c> in target, headers and body stands for what <see cref="Town"/> keeps
/// under that word.
/// </summary>
internal sealed record Ask(string Method, string Target)
{
    public Who By { get; init; } = Who.Customer;

    public byte[]? Body { get; init; }

    /// <summary>Name and value; a name that is there once already is sent twice.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>The whole request instead of all else; <c>«token»</c> is the customer's.</summary>
    public string? Raw { get; init; }

    /// <summary>The client ends its half of the connection after these bytes.</summary>
    public bool HangsUp { get; init; }

    public static Ask Get(string target) => new("GET", target);

    public static Ask Post(string target, string json) => new Ask("POST", target).Json(json);

    public static Ask Put(string target, string json) => new Ask("PUT", target).Json(json);

    public static Ask Patch(string target, string json) => new Ask("PATCH", target).Json(json).With("If-Match", "\"1\"");

    public static Ask Bytes(string raw, bool hangsUp = false) => new("", "") { Raw = raw, HangsUp = hangsUp };

    public Ask As(Who who) => this with { By = who };

    public Ask With(string name, string value) => this with { Headers = [.. Headers, (name, value)] };

    public Ask Without(string name) => this with { Headers = [.. Headers.Where(header => header.Name != name)] };

    public Ask Holding(byte[] body, string type) => (this with { Body = body }).Without("Content-Type").With("Content-Type", type);

    private Ask Json(string json) => Holding(Encoding.UTF8.GetBytes(json), "application/json");

    public byte[] Write(Town town)
    {
        if (Raw is not null)
            return Encoding.Latin1.GetBytes(town.Fill(Raw));

        var (host, token) = town.DoorOf(By);
        var body = Body is null ? null : town.Fill(Body);
        var head = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"{Method} {Address(town)} HTTP/1.1\r\n"));
        if (Headers.All(header => header.Name != "Host"))
            head.Append(CultureInfo.InvariantCulture, $"Host: {host}\r\n");
        if (token is not null && Headers.All(header => header.Name != "Authorization"))
            head.Append(CultureInfo.InvariantCulture, $"Authorization: Bearer {token}\r\n");
        if (body is not null && Headers.All(header => header.Name is not ("Content-Length" or "Transfer-Encoding")))
            head.Append(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\n");
        foreach (var (name, value) in Headers)
            head.Append(CultureInfo.InvariantCulture, $"{name}: {town.Fill(value)}\r\n");
        return [.. Encoding.UTF8.GetBytes(head.Append("Connection: close\r\n\r\n").ToString()), .. body ?? []];
    }

    public string Address(Town town) => town.Fill(
        Target.StartsWith('/') && Target[1..].Split('/')[0] is "api" or "ofrep" or "problems" ? Target : $"/api/v1{Target}");
}
