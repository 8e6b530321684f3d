using Elastic.Clients.Elasticsearch;
using Elastic.Clients.Elasticsearch.Analysis;
using Elastic.Clients.Elasticsearch.IndexManagement;
using Elastic.Clients.Elasticsearch.Mapping;
using Helpdesk.Domain.Search;

namespace Helpdesk.Adapters.Search;

/// <summary>
/// What an index is made of. Words come folded by our own rules (<see cref="SearchWords"/>), so both indexes find the same; Elasticsearch
/// adds beginnings, the endings of German and English, and the parts of German compounds.
/// </summary>
internal static class ElasticSchema
{
    /// <summary>Raised with every change here or of the list of words: everything is written anew.</summary>
    public const int Version = 1;

    private const string Beginnings = "beginnings";
    private const string Keys = "keys";
    private const string German = "german_index";
    private const string GermanAsked = "german_asked";
    private const string English = "english_forms";

    private static readonly string[] Compounds = ReadCompounds();

    public static IndexSettings Settings(int replicas) => new()
    {
        NumberOfShards = 1,
        NumberOfReplicas = replicas,
        // A ticket is one document with each of its texts in it.
        Mapping = new MappingLimitSettings { NestedObjects = new MappingLimitSettingsNestedObjects { Limit = 50_000 } },
        Analysis = new IndexSettingsAnalysis { Analyzers = Analyzers(), TokenFilters = Filters() },
    };

    /// <summary>Strict: what is not named here is refused, instead of being guessed.</summary>
    public static TypeMapping Mapping() => new()
    {
        Dynamic = DynamicMapping.Strict,
        Routing = new RoutingField { Required = true },
        Properties = new Properties
        {
            { "tenant", new KeywordProperty() },
            { "owner", new KeywordProperty() },
            { ElasticPaths.Of(Audience.Shared), Texts() },
            { ElasticPaths.Of(Audience.Internal), Texts() },
            { ElasticPaths.Of(Audience.Address), Texts() },
        },
    };

    private static NestedProperty Texts() => new()
    {
        Dynamic = DynamicMapping.Strict,
        Properties = new Properties
        {
            { "part", new KeywordProperty { Index = false } },
            { "source", new KeywordProperty { Index = false } },
            { "digest", new KeywordProperty { Index = false } },
            { "rank", new IntegerNumberProperty { Index = false } },
            { "words", new TextProperty { Analyzer = Beginnings, SearchAnalyzer = Keys, Norms = false } },
            { "inner", new TextProperty { Analyzer = Beginnings, SearchAnalyzer = Keys, Norms = false, IndexOptions = IndexOptions.Docs } },
            { "forms", Forms() },
        },
    };

    // A compound is taken apart in texts only: whoever asks for one means the whole of it.
    private static TextProperty Forms() => new()
    {
        Analyzer = German,
        SearchAnalyzer = GermanAsked,
        Norms = false,
        IndexOptions = IndexOptions.Docs,
        Fields = new Properties { { "english", new TextProperty { Analyzer = English, Norms = false, IndexOptions = IndexOptions.Docs } } },
    };

    private static Analyzers Analyzers() => new()
    {
        { Beginnings, Custom("each_beginning") },
        { Keys, Custom() },
        { German, Custom("german_parts", "german_endings") },
        { GermanAsked, Custom("german_endings") },
        { English, Custom("english_endings") },
    };

    private static CustomAnalyzer Custom(params string[] filters) => new() { Tokenizer = "whitespace", Filter = filters };

    private static TokenFilters Filters() => new()
    {
        // The mark of the end counts as well.
        { "each_beginning", new EdgeNGramTokenFilter { MinGram = 1, MaxGram = SearchWords.Compared + 1 } },
        { "german_endings", new StemmerTokenFilter { Language = "german" } },
        { "english_endings", new StemmerTokenFilter { Language = "english" } },
        {
            "german_parts", new DictionaryDecompounderTokenFilter
            {
                WordList = Compounds,
                MinWordSize = 6,
                MinSubwordSize = 4,
                MaxSubwordSize = 20,
                OnlyLongestMatch = true,
            }
        },
    };

    private static string[] ReadCompounds()
    {
        using var list = new StreamReader(typeof(ElasticSchema).Assembly.GetManifestResourceStream("compounds.txt")!);
        return [.. list.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(SearchWords.Key).Distinct()];
    }
}

/// <summary>Where the texts for an audience stand.</summary>
internal static class ElasticPaths
{
    public static string Of(Audience audience) => Words<Audience>.Of(audience);
}
