namespace Helpdesk.Domain;

/// <summary>Figures as German texts have them, whatever the machine's own language is.</summary>
public static class German
{
    private static readonly NumberFormatInfo Style = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = "," };

    /// <returns><c>1.000</c></returns>
    public static string Number(long value) => value.ToString("#,0", Style);

    /// <returns><c>4,50</c></returns>
    public static string Hundredths(double value) => value.ToString("#,0.00", Style);
}
