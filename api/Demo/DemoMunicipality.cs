namespace Helpdesk.Api.Demo;

/// <summary>A made-up municipality and its made-up people. The first person of each role is the one of the README.</summary>
internal sealed record DemoMunicipality(
    string Slug, string Name, int Seed, int Tickets, DemoPerson[] Customers, DemoPerson[] Agents, DemoPerson Manager, DemoPerson Admin)
{
    public static readonly IReadOnlyList<DemoMunicipality> All =
    [
        new("musterstadt", "Stadt Musterstadt", Seed: 1, Tickets: 120,
            [
                new("kunde", "Karla Kundin"), new("standesamt", "Simon Standes"), new("buergerbuero", "Birgit Bürger"), new(
                    "bauamt", "Boris Baumann"),
                new("presse", "Paula Presser"),
            ],
            [new("agentin", "Agnes Agentin"), new("agent2", "Anton Auster")], new("leitung", "Lena Leitner"), new("admin", "Adrian Admin")),
        new("beispielburg", "Markt Beispielburg", Seed: 2, Tickets: 80,
            [
                new("kunde", "Kurt Kundmann"), new("kaemmerei", "Katrin Kämmerer"), new("kultur", "Klaus Kultus"), new(
                    "ordnungsamt", "Olga Ordner"),
            ],
            [new("agentin", "Anja Agenta"), new("agent2", "Armin Acker")], new("leitung", "Ludwig Leitmann"), new(
                "admin", "Alma Adminski")),
    ];

    public IEnumerable<DemoPerson> Everybody => [.. Customers, .. Agents, Manager, Admin];

    public Role RoleOf(DemoPerson person) =>
        person == Admin ? Role.Admin
        : person == Manager ? Role.Manager
        : Agents.Contains(person) ? Role.Agent
        : Role.Customer;

    public string EmailOf(DemoPerson person) => $"{person.Local}@{Slug}.example";
}

/// <param name="Local">The local part of the e-mail address.</param>
internal sealed record DemoPerson(string Local, string Name);
