using System.Text;
using Parley.Web.Server;

namespace Parley.Web.Work;

/// <summary>
/// The folder beside the ledger in which the server keeps what is its own and must outlive it: articles that wait to be read, what was skipped, and
/// the changes that browsers were told. Without one (a server that shows only, a test) all that lasts as long as the process.
/// </summary>
public sealed class WorkFolder
{
    private readonly Lock _gate = new();

    /// <summary>The folder of the options, made where it is not there.</summary>
    public WorkFolder(ServerOptions options)
    {
        Root = options.IsReadOnly ? null : options.WorkFolder;
        if (Root is not null)
            Directory.CreateDirectory(Root);
    }

    /// <summary>Its path; null where nothing is kept.</summary>
    public string? Root { get; }

    /// <summary>Takes something of the folder for this server alone, by a lock that ends with the process; null where another has it, or nothing is kept.</summary>
    /// <param name="name">The lock's file.</param>
    public WorkLock? TryOwn(string name)
    {
        if (Root is null)
            return null;
        try
        {
            return new WorkLock(new FileStream(Path.Combine(Root, name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>The whole lines of a file in it; none where there is no such file. A line that a kill cut short is left out.</summary>
    public IEnumerable<string> Lines(string name)
    {
        if (Root is null || !File.Exists(Path.Combine(Root, name)))
            return [];
        lock (_gate)
        {
            var text = File.ReadAllText(Path.Combine(Root, name));
            return text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
    }

    /// <summary>Adds a line to a file in it. What a kill left of a line before is ended first.</summary>
    public void Append(string name, string line)
    {
        if (Root is null)
            return;
        lock (_gate)
        {
            using var file = new FileStream(Path.Combine(Root, name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
            var isCut = false;
            if (file.Length > 0)
            {
                file.Seek(-1, SeekOrigin.End);
                isCut = file.ReadByte() != '\n';
            }
            file.Seek(0, SeekOrigin.End);
            file.Write(Encoding.UTF8.GetBytes((isCut ? "\n" : "") + line + "\n"));
        }
    }

    /// <summary>Puts a file in the place of an older one, whole or not at all.</summary>
    public void Replace(string name, string text)
    {
        if (Root is null)
            return;
        lock (_gate)
        {
            var file = Path.Combine(Root, name);
            File.WriteAllText(file + ".new", text);
            File.Move(file + ".new", file, overwrite: true);
        }
    }
}
