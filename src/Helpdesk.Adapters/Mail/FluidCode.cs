using System.Text;

namespace Helpdesk.Adapters.Mail;

/// <summary>What stands in a placeholder or tag, apart from its texts.</summary>
internal static class FluidCode
{
    /// <summary>
    /// Without what stands in quotation marks; <c>null</c>: where that ends would be a guess, and the parser's guess may be another.
    /// </summary>
    public static string? Of(string content)
    {
        var code = new StringBuilder();
        var quote = '\0';
        foreach (var sign in content)
        {
            if (sign == '\\')
                return null;
            if (quote != '\0')
                quote = sign == quote ? '\0' : quote;
            else if (sign is '"' or '\'')
                quote = sign;
            else
                code.Append(sign);
        }

        return quote == '\0' ? code.ToString() : null;
    }

    /// <summary>Which tag it is; empty: none.</summary>
    public static string NameIn(string code) => string.Concat(code.TrimStart('-', ' ', '\t', '\r', '\n').TakeWhile(char.IsAsciiLetter));
}
