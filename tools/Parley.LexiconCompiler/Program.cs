using Parley.LexiconCompiler;

if (args.Length != 2)
{
    Console.Error.WriteLine("usage: Parley.LexiconCompiler ROOT OUTPUT   (packs ROOT/lexicons and ROOT/rules)");
    return 2;
}

var tables = new List<Table>();
var problems = new List<string>();
foreach (var folder in new[] { "lexicons", "rules" })
{
    var root = Path.Combine(args[0], folder);
    if (!Directory.Exists(root))
        continue;
    foreach (var path in Directory.EnumerateFiles(root, "*.tsv", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
    {
        var name = folder + "/" + Path.ChangeExtension(Path.GetRelativePath(root, path), null).Replace('\\', '/');
        tables.Add(Table.Read(name, path, problems));
    }
}

foreach (var problem in problems)
    Console.Error.WriteLine(problem);
if (problems.Count > 0)
    return 1;

Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(args[1]))!);
File.WriteAllBytes(args[1], Packer.Pack(tables));
return 0;
