namespace Kongress.Tests.Hosting;

/// <summary>Where the tests find the files of the repository they were built from.</summary>
public static class Repository
{
    private static readonly string[] Made = ["bin", "obj", "node_modules", "Migrations", "lib"];

    /// <summary>The folder that holds Kongress.sln.</summary>
    public static string Root { get; } = Find();

    public static string PathOf(string relative) => Path.Combine(Root, relative);

    /// <summary>The files below a folder with one of these endings (".cs"), without what a build or a generator made. Paths are relative to the root, with slashes.</summary>
    public static IEnumerable<(string Path, string Text)> Files(string folder, params string[] endings) =>
        from file in Directory.EnumerateFiles(PathOf(folder), "*", SearchOption.AllDirectories)
        let path = Path.GetRelativePath(Root, file).Replace('\\', '/')
        where endings.Contains(Path.GetExtension(path)) && !path.Split('/').Intersect(Made).Any()
        orderby path
        select (path, File.ReadAllText(file));

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Kongress.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException("The tests must run from inside the repository: no Kongress.sln above " + AppContext.BaseDirectory);
    }
}
