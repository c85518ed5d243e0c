using System.Diagnostics.CodeAnalysis;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Actors;

/// <summary>A user's own names, with codes that may depend on the date, and nouns for agents, in the syntax of PETRARCH's dictionaries. Safe to share.</summary>
/// <remarks>
/// <code>
/// ARIEL_SHARON ; a comment
/// +PRIME_MINISTER_SHARON
///     [ISRGOV 010307-060414]
///     [ISRELI &gt;060414]
/// FARMERS_UNION [FRAAGR]
/// PARATROOPER {PARATROOPERS} [~MIL]
/// !PERSON! = MAN, MEN, WOMAN, WOMEN
/// MILITIA!PERSON! [~REB]
/// </code>
/// A name in capitals throughout is found in any capitals but never in small letters; any other name as it is written, whatever the case behind its first letter.
/// Names here go before those that Parley knows.
/// </remarks>
public sealed class ActorList
{
    private readonly Dictionary<string, List<ListedName>>.AlternateLookup<ReadOnlySpan<char>> _names;
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _agents;

    internal ActorList(Dictionary<string, List<ListedName>> names, Dictionary<string, string> agents, IReadOnlyList<ActorListFault> faults)
    {
        _names = names.GetAlternateLookup<ReadOnlySpan<char>>();
        _agents = agents.GetAlternateLookup<ReadOnlySpan<char>>();
        Faults = faults;
    }

    /// <summary>The lines that were passed over, in order; all others are used.</summary>
    public IReadOnlyList<ActorListFault> Faults { get; }

    /// <summary>Reads a list. Never throws: what cannot be read is among <see cref="Faults"/>.</summary>
    public static ActorList Parse(string text) => new ActorListParser(text).Parse();

    /// <summary>The longest listed name that begins at this word.</summary>
    internal bool TryFind(ParsedText parsed, int word, int limit, [NotNullWhen(true)] out ListedName? name, out WordRange words)
    {
        (name, words) = (null, default);
        var start = parsed.Tokens.Words[word].Start;
        if (!_names.TryGetValue(ListedName.FirstPart(parsed.Tokens.Form(word)), out var listed))
            return false;
        foreach (var one in listed)
            if (
                one.Name.Length > (name?.Name.Length ?? 0)
                && one.EndIn(parsed.Text, start) is > 0 and var end
                && WordEnding(parsed, word, limit, end) is { } last
            )
                (name, words) = (one, new WordRange(word, last + 1));
        return name is not null;
    }

    /// <summary>The role of a noun for agents ("MIL"), by form or lemma; null where the list has none.</summary>
    internal string? RoleOf(ReadOnlySpan<char> form, ReadOnlySpan<char> lemma) =>
        _agents.TryGetValue(form, out var role) || _agents.TryGetValue(lemma, out role) ? role : null;

    private static int? WordEnding(ParsedText parsed, int word, int limit, int end)
    {
        for (; word < limit && parsed.Tokens.Words[word].End <= end; word++)
            if (parsed.Tokens.Words[word].End == end)
                return word;
        return null;
    }
}

/// <summary>A line of an actor list that was passed over.</summary>
/// <param name="Line">Its number, from 1.</param>
/// <param name="Why">What is wrong with it, in a few words.</param>
public readonly record struct ActorListFault(int Line, string Why);
