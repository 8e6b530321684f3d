using System.Text;

namespace Helpdesk.Bench.Load;

/// <summary>Requests as bytes, made once.</summary>
internal static class Requests
{
    /// <param name="host">As the server knows itself, without port.</param>
    public static byte[] Get(string host, string path, string? authorization) =>
        Encoding.UTF8.GetBytes($"GET {path} HTTP/1.1\r\n{Head(host, authorization)}\r\n");

    public static byte[] Post(string host, string path, string? authorization, string json) => Encoding.UTF8.GetBytes(
        $"POST {path} HTTP/1.1\r\n{Head(host, authorization)}Content-Type: application/json\r\nContent-Length: "
            + $"{Encoding.UTF8.GetByteCount(json)}\r\n\r\n{json}");

    private static string Head(string host, string? authorization) =>
        $"Host: {host}\r\nAccept: application/json\r\n{(authorization is null ? "" : $"Authorization: {authorization}\r\n")}";
}
