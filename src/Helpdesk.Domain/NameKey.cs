namespace Helpdesk.Domain;

/// <summary>
/// How names are sorted and searched: <c>Özgür</c> stands with <c>Ozgur</c>, upper and lower case are one, and so are the two ways of
/// writing German letters: <c>Müller</c> and <c>Mueller</c>, <c>Straße</c> and <c>Strasse</c>. The database has the same as
/// <c>search_key</c>.
/// </summary>
public static class NameKey
{
    public static string Of(string name)
    {
        var key = new StringBuilder(name.Length + 2);
        foreach (var rune in name.Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (rune.Value is 'ß' or 'ẞ')
                key.Append("ss");
            else if (rune.Value is 'ı')
                key.Append('i');
            else if (rune.Value is 'ς')
                key.Append('σ');
            else if (Rune.GetUnicodeCategory(rune) is not UnicodeCategory.NonSpacingMark)
                key.Append(Rune.ToLowerInvariant(rune).ToString());
        }

        return key.Replace("ae", "a").Replace("oe", "o").Replace("ue", "u").ToString();
    }
}
