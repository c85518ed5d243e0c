using Parley.Intake.Addresses;
using Parley.Intake.Archives;

namespace Parley.Intake;

/// <summary>The front door: opens files, folders, addresses and standard input, and has each read by its format. Nothing is decoded here, and at most one text is held.</summary>
public static class InputFiles
{
    /// <summary>The name of standard input on the command line.</summary>
    public const string StandardInput = "-";

    /// <summary>The inputs of files in their order; one that cannot be read is there with its problem. Addresses are not fetched.</summary>
    /// <param name="names">Files and folders; <c>-</c> is standard input.</param>
    /// <param name="standardInput">Opens standard input.</param>
    public static IEnumerable<RawInput> Open(IReadOnlyList<string> names, Func<Stream> standardInput) =>
        Open(names, new InputOptions { StandardInput = standardInput });

    /// <summary>The inputs of one file. Addresses are not fetched.</summary>
    /// <param name="name">The file or folder; <c>-</c> is standard input.</param>
    /// <param name="standardInput">Opens standard input.</param>
    public static IEnumerable<RawInput> Open(string name, Func<Stream> standardInput) => Open([name], standardInput);

    /// <summary>The inputs of files, folders and addresses in their order; one that cannot be read is there with its problem.</summary>
    /// <param name="names">Files, folders, addresses (<c>https://…</c>), and files whose addresses are fetched (<c>@list.txt</c>); <c>-</c> is standard input.</param>
    /// <param name="options">How they are opened.</param>
    public static IEnumerable<RawInput> Open(IReadOnlyList<string> names, InputOptions options)
    {
        var door = new InputDoor(options);
        for (var i = 0; i < names.Count; i++)
            foreach (var input in OpenOne(names[i], door))
                yield return input with
                {
                    Share = (i + input.Share) / names.Count,
                };
    }

    private static IEnumerable<RawInput> OpenOne(string name, InputDoor door)
    {
        if (AddressFetcher.IsAddress(name))
            return AddressReading.Read(name, InputFacts.None, 0, door);
        if (Directory.Exists(name))
            return Folder(name, door);
        var follows = name.Length > 1 && name[0] == '@' && !File.Exists(name);
        if (follows && AddressFetcher.IsAddress(name[1..]))
            return AddressReading.Read(name[1..], InputFacts.None, 0, door);
        return OpenFile(follows ? name[1..] : name, follows, door);
    }

    private static IEnumerable<RawInput> Folder(string folder, InputDoor door)
    {
        var any = false;
        foreach (var name in FolderTree.Files(folder))
        {
            any = true;
            foreach (var input in OpenFile(name, follows: false, door))
                yield return input with
                {
                    Share = null,
                };
        }
        if (!any)
            yield return RawInput.Failed(folder, IntakeProblems.NothingInside(folder, "no file that may be a text"));
    }

    private static IEnumerable<RawInput> OpenFile(string name, bool follows, InputDoor door)
    {
        var file = FileOf(name);
        var (stream, problem) = OpenStream(file, door.Options.StandardInput);
        if (stream is null)
        {
            yield return RawInput.Failed(name, problem!) with
            {
                Share = 1,
            };
            yield break;
        }
        using (stream)
            foreach (var input in InputDoor.Guarded(name, Read(file, stream, follows, door)))
                if (file == name || input.Name == name)
                    yield return input with
                    {
                        Share = input.Problem is not null && input.Name == name ? 1 : ShareOf(stream),
                    };
    }

    private static IEnumerable<RawInput> Read(string file, Stream stream, bool follows, InputDoor door) =>
        door.Read(new InputSource(file, new HeadStream(stream)) { Follows = follows });

    /// <summary>The file of a name: of <c>page.html#2</c>, the second story of a page, it is <c>page.html</c>.</summary>
    private static string FileOf(string name) =>
        name.LastIndexOf('#') is > 0 and var mark
        && mark + 1 < name.Length
        && name.AsSpan(mark + 1).IndexOfAnyExceptInRange('0', '9') < 0
        && !File.Exists(name)
        && File.Exists(name[..mark])
            ? name[..mark]
            : name;

    private static double? ShareOf(Stream file) =>
        file is FileStream { CanSeek: true, Length: > 0 } ? (double)file.Position / file.Length : null;

    private static (Stream? Stream, Problem? Problem) OpenStream(string name, Func<Stream> standardInput)
    {
        if (name == StandardInput)
            return (standardInput(), null);
        try
        {
            return (File.OpenRead(name), null);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or ArgumentException or NotSupportedException)
        {
            return (null, Problems.NotFound(name));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, Problems.CannotOpen(name, e is UnauthorizedAccessException ? "permission denied" : e.Message));
        }
    }
}
