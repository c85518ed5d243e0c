using Parley.Intake.Warc;

namespace Parley.Intake.Addresses;

/// <summary>Fetches an address and reads what it holds as if it lay in a file: a page, an archive, a list of further addresses.</summary>
internal static class AddressReading
{
    /// <summary>The most addresses that may lead to each other: list, feed, index, page.</summary>
    public const int MostHops = 4;

    /// <summary>The texts of an address.</summary>
    /// <param name="name">The address.</param>
    /// <param name="facts">What the list or feed that named it said of it.</param>
    /// <param name="hops">How many addresses led to it.</param>
    /// <param name="door">Reads what comes.</param>
    public static IEnumerable<RawInput> Read(string name, InputFacts facts, int hops, InputDoor door)
    {
        if (door.Options.Fetcher is not { } fetcher)
            return [RawInput.Failed(name, AddressProblems.NoNetwork(name))];
        return door.Seen.Add(name) ? InputDoor.Guarded(name, Fetch(name, facts, hops, door, fetcher)) : [];
    }

    private static IEnumerable<RawInput> Fetch(string name, InputFacts facts, int hops, InputDoor door, AddressFetcher fetcher)
    {
        var book = door.Options.Book;
        using var fetched = fetcher.Fetch(name, book?.Find(name));
        if (fetched.IsUnchanged)
            yield return new RawInput(name, RawKind.Text, default) { IsUnchanged = true };
        if (fetched.Problem is { } problem)
            yield return RawInput.Failed(name, problem);
        if (fetched.Content is null)
            yield break;
        var isWhole = true;
        foreach (var input in door.Read(Source(name, fetched, facts, hops)))
        {
            isWhole &= input.Problem is null && input.Name.StartsWith(name, StringComparison.Ordinal);
            yield return input;
        }
        // What a list names may have failed, and is asked for again: only what was read whole is noted.
        if (isWhole && book is not null && fetched.Entry is { } entry)
            book.Note(name, entry);
    }

    /// <summary>What was fetched, as something to be told and read.</summary>
    public static InputSource Source(string name, Fetched fetched, InputFacts facts, int hops)
    {
        var known = facts with { Url = fetched.Address.ToString(), Charset = fetched.Charset };
        return new InputSource(name, new HeadStream(fetched.Content!))
        {
            FileName = FileName(fetched),
            Facts = known,
            Hops = hops,
            Follows = hops < MostHops,
        };
    }

    /// <summary>The kind that the server names decides where it says one by which texts are told, else the ending of the path.</summary>
    private static string FileName(Fetched fetched)
    {
        var path = Path.GetFileName(fetched.Address.AbsolutePath);
        return WarcFormat.NameFor(fetched.ContentType) is { } named && !(named == "text.txt" && Path.HasExtension(path)) ? named
            : path.Length > 0 ? path
            : "index";
    }

    /// <summary>The texts of addresses in a list that the user asked to be fetched; without that, a problem that says how.</summary>
    public static IEnumerable<RawInput> Follow(
        IEnumerable<(string Address, InputFacts Facts)> addresses,
        string what,
        InputSource source,
        InputDoor door
    )
    {
        if (!source.Follows || door.Options.Fetcher is null)
        {
            yield return RawInput.Failed(source.Name, IntakeProblems.HoldsAddresses(source.Name, what));
            yield break;
        }
        var any = false;
        foreach (var (address, facts) in addresses)
        {
            any = true;
            foreach (var input in Read(address, facts, source.Hops + 1, door))
                yield return input;
        }
        if (!any)
            yield return RawInput.Failed(source.Name, IntakeProblems.NothingInside(source.Name, $"{what} without addresses"));
    }
}
