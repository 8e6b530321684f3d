namespace Helpdesk.Domain.Categories;

/// <summary>What is wrong with an entry of a list, by itself and beside the others.</summary>
public static class TicketListFaults
{
    public const int MostMembers = 500;

    public static IEnumerable<FieldError?> Of(TicketLists lists, ListKind kind, ListEntry entry)
    {
        FieldError?[] names =
        [
            Text.OneLine(entry.NameDe, "/name/de", TicketKeys.MostLetters), Text.OneLine(entry.NameEn, "/name/en", TicketKeys.MostLetters),
        ];
        foreach (var name in names)
            yield return name;
        if (names is [null, null] || entry.Key.Length > 0)
            yield return OfKey(entry);
        if (kind == ListKind.Category && entry.Queue is not null && lists.Offered(ListKind.Queue, entry.Queue) is null)
            yield return CategoryErrors.Unknown(ListKind.Queue, "/queue");
        if (kind == ListKind.Queue && entry.Team is not null && lists.Offered(ListKind.Team, entry.Team) is null)
            yield return CategoryErrors.Unknown(ListKind.Team, "/team");
        if (kind != ListKind.Team)
            yield break;

        if (entry.Members.Length > MostMembers)
            yield return FieldError.TooMany("/members", MostMembers);
        if (entry.Members.Distinct().Count() != entry.Members.Length)
            yield return FieldCode.Duplicate.At("/members", "Nennt jemanden zweimal.", "Names somebody twice.");
        if (entry.Email is { } email && EmailAddress.Parse(email) is { IsOk: false } unfit)
            yield return unfit.Error.Fields[0];
    }

    /// <summary>Told of the name where the key was made from it: nobody sent one.</summary>
    /// <param name="at">Where the entry stands in the body.</param>
    public static FieldError? OfKey(ListEntry entry, string at = "") =>
        TicketKeys.IsKey(entry.Key) || entry.Key != TicketKeys.From(entry.NameDe) ? TicketKeys.Fault(entry.Key, at + "/key")
        : FieldCode.BadKey.At(at + "/name",
            "Aus diesem Namen wird kein Schlüssel: Er braucht Buchstaben oder Ziffern in gewöhnlicher Form. Nennen Sie sonst key selbst.",
            "No key can be made from this name: it needs letters or digits in their usual form. Otherwise name the key yourself.");
}
