using Helpdesk.House;

// What the code costs to change, counted: ./dev house [--list].
var list = args.Contains("--list");
var files = SourceFile.Under(Directory.GetCurrentDirectory());
var product = files.Where(file => file.IsProduct).ToList();
if (product.Count == 0)
{
    Console.Error.WriteLine("There is no code here: start it in the root of the checkout.");
    return 2;
}

var methods = product.SelectMany(Methods.In).ToList();
var repeats = Repeats.In(product);
var tooLong = product.Where(file => file.Lines.Length > 250).Select(file => $"{file.Path} {file.Lines.Length}").ToList();
var tooWide = files.SelectMany(TooWide).ToList();

Count("lines of C#", files.Sum(file => file.Lines.Length), null);
Count("  of the product", product.Sum(file => file.Lines.Length), null);
Count("files of the product", product.Count, null);
Count("lines of a product file, median", Share(product.Select(file => file.Lines.Length), 0.5), 55);
Count("lines of a product file, 90 %", Share(product.Select(file => file.Lines.Length), 0.9), 120);
Count("methods of the product", methods.Count, null);
Count("lines of a method, 90 %", Share(methods.Select(method => method.Lines), 0.9), 16, [
    .. methods.Where(method => method.Lines > 16).OrderBy(method => method.Lines).Select(method => $"{method.Where} {method.Lines}")]);
Count("product files over 250 lines", tooLong.Count, 0, tooLong);
Count("lines over 140 columns", tooWide.Count, 0, tooWide);
Count("blocks of more than ten lines that stand twice", repeats.Count, 0, [
    .. repeats.Select(repeat => $"{repeat.First} {repeat.Second} {repeat.Lines}")]);
foreach (var reach in Reach.All)
    Count($"files that name {reach.Kind} ({reach.Example})", reach.Files(product).Count, reach.Most, reach.Files(product));
return 0;

void Count(string what, int number, int? most, IReadOnlyList<string>? which = null)
{
    Console.WriteLine($"{what,-75}{number,8:N0}{(most is { } limit ? $"  <= {limit}  {(number <= limit ? "met" : "NOT MET")}" : "")}");
    if (list && which is not null)
        foreach (var one in which)
            Console.WriteLine($"    {one}");
}

// As ./dev lint counts: what stands inside a raw string is the product's own text.
static IEnumerable<string> TooWide(SourceFile file)
{
    var raw = false;
    foreach (var (index, line) in file.Lines.Index())
    {
        var quotes = line.Split("\"\"\"").Length - 1;
        if (!raw && quotes == 0 && line.Length > 140)
            yield return $"{file.Path}:{index + 1}";
        raw ^= quotes % 2 == 1;
    }
}

static int Share(IEnumerable<int> numbers, double share)
{
    var sorted = numbers.Order().ToList();
    return sorted[Math.Min(sorted.Count - 1, (int)(share * sorted.Count))];
}
