using System.Collections.Immutable;
using Parley.Lexicons;
using Parley.Records;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Events;

/// <summary>PLOVER contexts of a deed: what its code, its parties and the words of its clause tell.</summary>
internal static class ContextReader
{
    private static readonly Lexicon s_words = LexiconSet.Get("lexicons/event-contexts");

    /// <summary>The contexts, in alphabetical order.</summary>
    public static ImmutableArray<string> Read(ParsedText parsed, WordRange clause, string cameo, IEnumerable<Party> parties)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var context in PloverScale.Context(cameo).Split(';', StringSplitOptions.RemoveEmptyEntries))
            found.Add(context);
        if (parties.Any(party => party.Actor.Kind == ActorKind.Military))
            found.Add("military");
        var column = s_words.Column("context");
        for (var word = clause.Start; word < clause.End; word++)
            if (s_words.Find(parsed.Lemmas[word]) is >= 0 and var row)
                found.Add(s_words.Text(row, column));
        return [.. found];
    }
}
