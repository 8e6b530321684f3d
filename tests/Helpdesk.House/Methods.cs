using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Helpdesk.House;

/// <summary>Methods, constructors, operators, accessors and local functions, with their lengths.</summary>
internal static class Methods
{
    /// <returns>Where each stands, and how many lines it has from its first word to its end; what stands above it does not count.</returns>
    public static IEnumerable<(string Where, int Lines)> In(SourceFile file)
    {
        var root = CSharpSyntaxTree.ParseText(string.Join('\n', file.Lines)).GetRoot();
        foreach (var node in root.DescendantNodes())
        {
            if (node is not (BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax { Body: not null }))
                continue;
            var lines = node.GetLocation().GetLineSpan();
            yield return ($"{file.Path}:{lines.StartLinePosition.Line + 1}", lines.EndLinePosition.Line - lines.StartLinePosition.Line + 1);
        }
    }
}
