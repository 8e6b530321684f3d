namespace Helpdesk.Api.FeatureFlags;

/// <summary>Refusals of requests about flags that the rules of flags know nothing of.</summary>
internal static class FlagRequestErrors
{
    public static readonly Error InvalidIfNoneMatch = new(ErrorKind.Malformed, "invalid-if-none-match", "If-None-Match nicht verstanden",
        "If-None-Match kann hier nur * heißen: neu anlegen. Zusammen mit If-Match steht es nicht.",
        "If-None-Match must be *, which creates, and stand without If-Match.")
    { TitleEn = "Invalid If-None-Match" };

    public static readonly Error OthersFlags = new(ErrorKind.Forbidden, "flags-of-others", "Flags anderer",
        "Eine Person fragt nur nach den eigenen Flags. Lassen Sie targetingKey weg.",
        "A person may ask for their own flags only: leave targetingKey out, or set it to your own account id.")
    { TitleEn = "Flags of somebody else" };

    public static readonly Error Stopped = new(ErrorKind.Unavailable, "stopped-by-operator", "Vom Betrieb angehalten",
        "Der Betrieb der Plattform hat dies vorübergehend angehalten. Alles andere geht weiter.",
        "The operator of the platform has stopped this for the moment. Everything else goes on.")
    { TitleEn = "Stopped by the operator" };
}
