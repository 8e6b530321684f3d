using System.Globalization;

namespace Orleans;

/// <summary>How long activations of a grain class may idle before they are deactivated, instead of <c>GrainCollectionOptions.CollectionAge</c>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public class CollectionAgeLimitAttribute : Attribute
{
    public static readonly TimeSpan MinAgeLimit = TimeSpan.FromMinutes(1);

    private readonly TimeSpan? period;

    public CollectionAgeLimitAttribute()
    {
    }

    /// <param name="inactivityPeriod">As <see cref="TimeSpan.Parse(string)"/> reads it; replaces the other properties.</param>
    public CollectionAgeLimitAttribute(string inactivityPeriod) => period = TimeSpan.Parse(inactivityPeriod, CultureInfo.InvariantCulture);

    public double Days { get; set; }

    public double Hours { get; set; }

    public double Minutes { get; set; }

    public bool AlwaysActive { get; set; }

    /// <summary>The sum of the parts, at least <see cref="MinAgeLimit"/>.</summary>
    public TimeSpan AgeLimit => period ?? Sum();

    private TimeSpan Sum()
    {
        if (AlwaysActive)
            return TimeSpan.FromDays(short.MaxValue);

        var sum = TimeSpan.FromDays(Days) + TimeSpan.FromHours(Hours) + TimeSpan.FromMinutes(Minutes);
        return sum < MinAgeLimit ? MinAgeLimit : sum;
    }
}

/// <summary>Activations of the grain class are never deactivated for idling.</summary>
[AttributeUsage(AttributeTargets.Class)]
public class KeepAliveAttribute : Attribute;
