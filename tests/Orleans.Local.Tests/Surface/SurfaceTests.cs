using Orleans.Surface.Stubs;

namespace Orleans.Local.Tests.Surface
{
    /// <summary>What compiles on this engine compiles on the packages, because it has nothing that they do not have.</summary>
    public sealed class SurfaceTests
    {
        private readonly SurfaceCheck check = new(SurfaceList.Read(Folder("surface.txt"), Folder("surface-from-source.txt")));

        [Fact]
        public void Every_public_member_of_the_engine_is_in_the_packages_with_the_same_signature()
        {
            var types = typeof(IGrain).Assembly.GetExportedTypes();

            check.Faults(types).ShouldBeEmpty();

            types.Length.ShouldBeGreaterThan(80, "the check must look at something");
            check.Compared.ShouldBeGreaterThan(300);
        }

        [Fact]
        public void Nothing_public_is_in_the_namespace_of_the_engine_itself() =>
            typeof(IGrain).Assembly.GetExportedTypes().ShouldNotContain(type => type.Namespace!.StartsWith("Orleans.Local", StringComparison.Ordinal));

        [Fact]
        public void The_check_sees_what_is_not_in_the_packages()
        {
            check.Faults([typeof(Planted.Runtime.IGrainTimer)]).ShouldBe(["Planted.Runtime.IGrainTimer: no such type"]);

            var renamed = new SurfaceCheck(SurfaceList.Read(Plant(
                "Orleans.Core.Abstractions: sealed class Orleans.Runtime.IGrainTimer",
                "    void Change(TimeSpan dueTime, TimeSpan interval)")));
            renamed.Faults([typeof(IGrainTimer)]).ShouldBe(
            [
                "Orleans.Runtime.IGrainTimer: is a interface here, a sealed class there",
                "Orleans.Runtime.IGrainTimer: no base IDisposable",
                "Orleans.Runtime.IGrainTimer: no member void Change(TimeSpan dueTime, TimeSpan period)",
            ]);
        }

        private static string Folder(string file) => Path.Combine(AppContext.BaseDirectory, "Surface", file);

        private static string Plant(params string[] lines)
        {
            var file = Path.GetTempFileName();
            File.WriteAllLines(file, lines);
            return file;
        }
    }
}

namespace Planted.Runtime
{
    public interface IGrainTimer;
}
