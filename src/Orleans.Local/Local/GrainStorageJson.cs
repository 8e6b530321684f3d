using System.Text.Json;

namespace Orleans.Local;

/// <summary>Documents as the packages write them after <c>UseSystemTextJsonGrainStorageSerializer</c>: UTF-8 JSON with the default options.</summary>
internal static class GrainStorageJson
{
    public static byte[] Write<T>(T state) => JsonSerializer.SerializeToUtf8Bytes(state);

    public static T Read<T>(byte[] document) => JsonSerializer.Deserialize<T>(document)!;
}
