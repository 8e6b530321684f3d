namespace Helpdesk.Api.Tests.Fixtures;

/// <summary>Text that must not change unseen lies beside the tests; a change shows in review.</summary>
internal static class Snapshot
{
    /// <param name="path">From the folder of this project.</param>
    public static void ShouldMatch(string path, string actual)
    {
        var file = Path.Combine(RepositoryRoot.Find()!, "tests", "Helpdesk.Api.Tests", path);
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
            File.WriteAllText(file, actual);

        var expected = File.Exists(file) ? File.ReadAllText(file) : "";
        if (expected == actual)
            return;
        var (left, right) = (expected.Split('\n'), actual.Split('\n'));
        var gone = left.Except(right).Take(20).Select(line => "- " + line);
        var added = right.Except(left).Take(20).Select(line => "+ " + line);
        throw new Xunit.Sdk.XunitException(
            $"{path} is not what it was. If that is meant, run the test once with UPDATE_SNAPSHOTS=1 and commit the "
                + $"file.\n{string.Join('\n', gone.Concat(added))}");
    }
}
