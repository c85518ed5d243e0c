using System.Collections.Immutable;
using Parley.Lexicons;
using Parley.Records;
using Parley.Syntax;

namespace Parley.Events;

/// <summary>PLOVER contexts of a deed: what its code, its parties and the words of its clause tell.</summary>
internal static class ContextReader
{
    private static readonly Lexicon s_words = LexiconSet.Get("lexicons/event-contexts");

    /// <summary>The contexts, in alphabetical order.</summary>
    public static ImmutableArray<string> Read(Deed deed)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var context in PloverScale.Context(deed.Frame.Cameo).Split(';', StringSplitOptions.RemoveEmptyEntries))
            found.Add(context);
        if (deed.Doers.Exists(IsStateForce) || deed.Targets.Exists(IsStateForce))
            found.Add("military");
        var column = s_words.Column("context");
        for (var word = deed.Evidence.Start; word < deed.Evidence.End; word++)
            if (s_words.Find(deed.Trigger.Parsed.Lemmas[word]) is >= 0 and var row)
                found.Add(s_words.Text(row, column));
        return [.. found];
    }

    private static bool IsStateForce(Actor actor) => actor.Kind == ActorKind.Military;
}
