using Orleans.Surface.Stubs;

if (args is not [.. var lists, var output] || lists.Length == 0)
{
    Console.Error.WriteLine("usage: Orleans.Surface.Stubs LIST... OUTPUT.cs");
    return 2;
}

var surface = SurfaceList.Read(lists);
Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(output))!);
File.WriteAllText(output, new StubWriter(surface).Write());
return 0;
