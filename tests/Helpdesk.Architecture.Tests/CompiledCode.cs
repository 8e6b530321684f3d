using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Helpdesk.Architecture.Tests;

/// <summary>
/// What a compiled assembly names: members it calls, types it uses, text it holds. Comments and dead words in sources do not count.
/// </summary>
internal sealed class CompiledCode : IDisposable
{
    private readonly PEReader file;
    private readonly MetadataReader reader;

    private CompiledCode(string path)
    {
        file = new PEReader(File.OpenRead(path));
        reader = file.GetMetadataReader();
    }

    public static CompiledCode Of(Assembly assembly) => new(assembly.Location);

    /// <summary>Every member of another assembly that is used, as <c>System.Guid.NewGuid</c>.</summary>
    public IEnumerable<string> CalledMembers() => reader.MemberReferences
        .Select(reader.GetMemberReference)
        .Where(member => member.Parent.Kind == HandleKind.TypeReference)
        .Select(member => $"{NameOf((TypeReferenceHandle)member.Parent)}.{reader.GetString(member.Name)}");

    /// <summary>Every type of another assembly that is named, with the assembly.</summary>
    public IEnumerable<(string Assembly, string Type)> NamedTypes() => reader.TypeReferences
        .Select(handle => (handle, reader.GetTypeReference(handle)))
        .Where(type => type.Item2.ResolutionScope.Kind == HandleKind.AssemblyReference)
        .Select(type => (
            reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)type.Item2.ResolutionScope).Name), NameOf(type.handle)));

    /// <summary>Every string literal.</summary>
    public IEnumerable<string> Texts()
    {
        for (var handle = MetadataTokens.UserStringHandle(0); ;)
        {
            handle = reader.GetNextHandle(handle);
            if (handle.IsNil)
                yield break;
            yield return reader.GetUserString(handle);
        }
    }

    public void Dispose() => file.Dispose();

    private string NameOf(TypeReferenceHandle handle)
    {
        var type = reader.GetTypeReference(handle);
        return $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}";
    }
}
