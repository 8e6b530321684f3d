using System.Globalization;

namespace Helpdesk.Domain.Tenants;

/// <summary>
/// A colour by lightness, strength and hue, as people see them (Ottosson's OKLab in polar form): two colours of one lightness look equally
/// light, so a colour can be made darker without becoming another one.
/// </summary>
/// <param name="Lightness">0 black to 1 white.</param>
/// <param name="Chroma">0 grey; the strongest colours of a screen have about 0.37.</param>
/// <param name="Hue">In radians.</param>
internal readonly record struct Oklch(double Lightness, double Chroma, double Hue)
{
    // What rounding leaves outside the screen's colours is no reason to make one paler.
    private const double Tolerance = 1e-4;
    private const int Halvings = 30;

    /// <exception cref="FormatException">Not a colour, see <see cref="Contrast.IsColour"/>.</exception>
    public static Oklch Of(string colour)
    {
        var (red, green, blue) = (Contrast.Linear(colour, 1), Contrast.Linear(colour, 3), Contrast.Linear(colour, 5));
        var l = Math.Cbrt((0.4122214708 * red) + (0.5363325363 * green) + (0.0514459929 * blue));
        var m = Math.Cbrt((0.2119034982 * red) + (0.6806995451 * green) + (0.1073969566 * blue));
        var s = Math.Cbrt((0.0883024619 * red) + (0.2817188376 * green) + (0.6299787005 * blue));
        var a = (1.9779984951 * l) - (2.4285922050 * m) + (0.4505937099 * s);
        var b = (0.0259040371 * l) + (0.7827717662 * m) - (0.8086757660 * s);
        return new((0.2104542553 * l) + (0.7936177850 * m) - (0.0040720468 * s), Math.Sqrt((a * a) + (b * b)), Math.Atan2(b, a));
    }

    /// <summary>As <c>#rrggbb</c>; what no screen shows is made as much paler as it takes.</summary>
    public string ToHex()
    {
        if (IsShown)
            return Hex(Linear);
        var (shown, beyond) = (0.0, Chroma);
        for (var halving = 0; halving < Halvings; halving++)
        {
            var middle = (shown + beyond) / 2;
            (shown, beyond) = (this with { Chroma = middle }).IsShown ? (middle, beyond) : (shown, middle);
        }

        return Hex((this with { Chroma = shown }).Linear);
    }

    private bool IsShown
    {
        get
        {
            var (red, green, blue) = Linear;
            return IsInside(red) && IsInside(green) && IsInside(blue);
        }
    }

    private static bool IsInside(double part) => part is >= -Tolerance and <= 1 + Tolerance;

    private (double Red, double Green, double Blue) Linear
    {
        get
        {
            var (a, b) = (Chroma * Math.Cos(Hue), Chroma * Math.Sin(Hue));
            var l = Math.Pow(Lightness + (0.3963377774 * a) + (0.2158037573 * b), 3);
            var m = Math.Pow(Lightness - (0.1055613458 * a) - (0.0638541728 * b), 3);
            var s = Math.Pow(Lightness - (0.0894841775 * a) - (1.2914855480 * b), 3);
            return (
                (4.0767416621 * l) - (3.3077115913 * m) + (0.2309699292 * s),
                (-1.2684380046 * l) + (2.6097574011 * m) - (0.3413193965 * s),
                (-0.0041960863 * l) - (0.7034186147 * m) + (1.7076147010 * s));
        }
    }

    private static string Hex((double Red, double Green, double Blue) linear) => string.Create(
        CultureInfo.InvariantCulture, $"#{Byte(linear.Red):x2}{Byte(linear.Green):x2}{Byte(linear.Blue):x2}");

    private static byte Byte(double linear)
    {
        var part = Math.Clamp(linear, 0, 1);
        var shown = part <= 0.0031308 ? 12.92 * part : (1.055 * Math.Pow(part, 1 / 2.4)) - 0.055;
        return (byte)Math.Round(255 * Math.Clamp(shown, 0, 1));
    }
}
