using Helpdesk.Domain.Categories;
using Helpdesk.Domain.Sla.Calendars;

namespace Helpdesk.Domain.Templates;

/// <summary>What is there before an operator writes anything: office hours, and categories that every municipality has.</summary>
public static class StandardTemplate
{
    private static readonly Guid OfficeHours = new("00000000-0000-7000-8000-00000000c0de");

    private static readonly IsoDayOfWeek[] LongDays =
        [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday];

    public static readonly TenantTemplate Unwritten = new()
    {
        Key = TenantTemplate.Standard,
        Name = "Kommune, Standard",
        CreatedAt = Instant.FromUtc(2026, 11, 21, 0, 0),
        UpdatedAt = Instant.FromUtc(2026, 11, 21, 0, 0),
        Content = new()
        {
            Calendars =
            [
                new(OfficeHours, new(
                    "Öffnungszeiten", "Europe/Berlin",
                    [new(LongDays, At(8), At(16)), new([IsoDayOfWeek.Friday], At(8), At(12))], new("DE"), [])),
            ],
            Teams = [new("support", "Support", "Support")],
            Queues = [new("support", "Support", "Support") { Team = "support" }],
            Categories =
            [
                Category("it", "IT und Arbeitsplatz", "IT and workplace"), Category("website", "Webseite", "Website"),
                Category("formulare", "Formulare und Anträge", "Forms and applications"), Category("sonstiges", "Sonstiges", "Other"),
            ],
        },
    };

    private static WallTime At(int hour) => new(hour * 60);

    private static ListEntry Category(string key, string de, string en) => new(key, de, en) { Queue = "support" };
}
