using System.Reflection;

namespace Helpdesk.Domain.Tests;

public sealed class FieldErrorTests
{
    [Fact]
    public void Every_code_is_one_of_a_kind_and_has_words_in_both_languages()
    {
        FieldCode.All.Count.ShouldBeGreaterThan(80);
        FieldCode.All.Select(field => field.Code).ShouldBeUnique();
        foreach (var field in FieldCode.All)
        {
            field.Code.ShouldMatch("^[a-z][a-z0-9]*(-[a-z0-9]+)*$");
            ShouldBeWords(field.De, field.En);
        }
    }

    [Fact]
    public void Every_problem_and_every_fault_with_figures_is_in_both_languages()
    {
        var made = typeof(Error).Assembly.GetTypes()
            .Where(type => type.Name.EndsWith("Errors", StringComparison.Ordinal) || type == typeof(FieldError))
            .SelectMany(type => type.GetMembers(BindingFlags.Public | BindingFlags.Static).Select(Made)).OfType<object>().ToList();

        made.Count.ShouldBeGreaterThan(150, "reflection must have found what makes them");
        foreach (var error in made.OfType<Error>().Concat(made.OfType<Error>().SelectMany(error => error.Fields).Select(AsError)).Concat(
            made.OfType<FieldError>().Select(AsError)))
            ShouldBeWords(error.MessageDe!, error.Message);
        foreach (var error in made.OfType<Error>())
            ForeignWords.In(error.EnglishTitle, german: false).ShouldBeEmpty();
    }

    [Fact]
    public void Words_of_the_other_language_are_found()
    {
        ForeignWords.In("Must not be null.", german: true).ShouldNotBeEmpty();
        ForeignWords.In("Darf nicht null sein.", german: false).ShouldNotBeEmpty();
        ForeignWords.In("Darf nicht null sein.", german: true).ShouldBeEmpty();
        ForeignWords.In("Must not be null.", german: false).ShouldBeEmpty();
    }

    [Fact]
    public void Figures_are_written_as_people_write_them()
    {
        FieldError.TooLong("/a", 10_000).In(german: true).ShouldBe("Darf höchstens 10.000 Zeichen haben.");
        FieldError.TooLong("/a", 10_000).In(german: false).ShouldBe("Must have at most 10000 characters.");
        FieldError.OutOfRange("/a", 0, 100_000_000).MessageDe.ShouldBe("Muss zwischen 0 und 100.000.000 liegen.");
        FieldError.OutOfYears("/a", 2000, 2199).MessageDe.ShouldBe("Muss in den Jahren 2000 bis 2199 liegen.");
        German.Hundredths(1.07).ShouldBe("1,07");
    }

    [Fact]
    public void A_title_is_in_words_where_the_spelt_out_code_would_be_none()
    {
        TicketErrors.AlreadyClosed.EnglishTitle.ShouldBe("Ticket already closed");
        AccessErrors.StaffOnly.EnglishTitle.ShouldBe("Only for staff");
        AccessErrors.StaffOnly.TitleIn(german: true).ShouldBe("Nur für Mitarbeitende");
    }

    private static void ShouldBeWords(string de, string en)
    {
        foreach (var text in new[] { de, en })
            text.ShouldMatch(@"^[\p{L}>„“/].{8,}[.:}]$|^\p{L}.{8,}\d:1\.$");
        de.ShouldNotBe(en);
        ForeignWords.In(de, german: true).ShouldBeEmpty();
        ForeignWords.In(en, german: false).ShouldBeEmpty();
    }

    private static Error AsError(FieldError fault) =>
        InputErrors.Invalid with { Message = fault.Message, MessageDe = fault.MessageDe!, Fields = [fault] };

    // What takes a value that cannot be thought up here is left to the tests of its rules.
    private static object? Made(MemberInfo member) => member switch
    {
        FieldInfo field => field.GetValue(null),
        PropertyInfo { PropertyType: var type } property when type == typeof(Error) => property.GetValue(null),
        MethodInfo { IsSpecialName: false } method when (method.ReturnType == typeof(Error) || method.ReturnType == typeof(FieldError)) &&
            method.GetParameters().Select(Value).ToList() is var values && values.TrueForAll(value => value is not null) =>
            method.Invoke(null, [.. values]),
        _ => null,
    };

    private static object? Value(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var type when type == typeof(string) => parameter.Name is "de" or "whyDe" ? "Weil dem so bleibt."
            : parameter.Name is "en" or "whyEn" ? "because it stays so." : "/place",
        var type when type == typeof(int) => 12_345,
        var type when type == typeof(long) => 12_345L,
        var type when type.IsEnum => Enum.GetValues(type).GetValue(0),
        var type when type == typeof(Error) => AccessErrors.NotFound,
        var type when type == typeof(FieldCode) => FieldCode.UnknownWord,
        var type when type == typeof(IEnumerable<string>) => new[] { "eins", "zwei" },
        _ => null,
    };
}
