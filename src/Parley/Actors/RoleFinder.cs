// Guarded by the benchmark of parts: looked for at most nouns.
using System.Runtime.CompilerServices;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Actors;

/// <summary>A role noun in the text.</summary>
/// <param name="Role">What the lexicon says of it.</param>
/// <param name="Words">Its words ("foreign minister").</param>
/// <param name="IsPlural">True when it stands in the plural.</param>
internal readonly record struct RoleHit(RoleNoun Role, WordRange Words, bool IsPlural);

/// <summary>Finds the role noun that ends at a word, the longest first.</summary>
internal static class RoleFinder
{
    private const int MostWords = 5;

    /// <summary>Longer than any role noun of the lexicon, in characters.</summary>
    private const int LongestRole = 128;

    /// <summary>The role noun whose last word is <paramref name="last"/> and that begins at <paramref name="from"/> or later; null where there is none.</summary>
    public static RoleHit? Ending(ParsedText parsed, int last, int from)
    {
        var plural = IsPlural(parsed, last);
        for (var start = Math.Max(from, last - MostWords + 1); start <= last; start++)
            if (RoleOf(parsed, start, last, parsed.Tokens.Form(last)) is { } asWritten)
                return new RoleHit(asWritten, new WordRange(start, last + 1), plural);
            else if (RoleOf(parsed, start, last, parsed.Lemmas[last]) is { } asLemma)
                return new RoleHit(Plural(asLemma, plural), new WordRange(start, last + 1), plural);
        return null;
    }

    /// <summary>The role noun at the head of a noun phrase; names, numbers and verbs have none.</summary>
    public static RoleHit? At(Node node)
    {
        if (node.Upos is not (Upos.Noun or Upos.Propn or Upos.Adj))
            return null;
        var from = node.Index;
        // "Ministry of Defence", "chief of staff": a role noun may go on behind its head.
        var parsed = node.Parsed;
        var end = node.Index;
        for (var next = node.Index + 1; next < Math.Min(node.Index + MostWords, node.Sentence.End); next++)
        {
            if (RoleOf(parsed, node.Index, next, parsed.Tokens.Form(next)) is not null)
                end = next;
            if (parsed.UposTags[next] is Upos.Punct or Upos.Verb or Upos.Aux)
                break;
        }
        while (
            from > node.Sentence.Start
            && node.Index - from < MostWords
            && parsed.Heads[from - 1] is var head
            && IsLeftPart(parsed, from - 1, head, node.Index)
        )
            from--;
        if (end > node.Index && Ending(parsed, end, from) is { } longer && longer.Words.Start <= node.Index)
            return longer with { IsPlural = IsPlural(parsed, node.Index) };
        return Ending(parsed, node.Index, from);
    }

    private static bool IsLeftPart(ParsedText parsed, int word, int head, int node) =>
        head >= word && head <= node && parsed.UposTags[word] is not (Upos.Punct or Upos.Det or Upos.Pron or Upos.Verb)
        || parsed.UposTags[word] == Upos.Punct && parsed.Tokens.Form(word) is "-"
        || parsed.UposTags[word] == Upos.Part && head >= 0 && head <= node
        || parsed.RelationTags[word] == Relation.Case && head <= node;

    /// <summary>"soldiers" of the lexicon's "soldier": several of a person are a group of the same code.</summary>
    private static RoleNoun Plural(RoleNoun role, bool plural) => plural && role.IsPerson ? role with { Gender = Gender.Unknown } : role;

    private static bool IsPlural(ParsedText parsed, int word) =>
        parsed.XposTags[word] is "NNS" or "NNPS" || parsed.Features[word].Contains("Number=Plur", StringComparison.Ordinal);

    /// <summary>The role of the words from <paramref name="start"/>, the last in the given form; null where there is none.</summary>
    [SkipLocalsInit]
    private static RoleNoun? RoleOf(ParsedText parsed, int start, int last, ReadOnlySpan<char> lastForm)
    {
        if (start == last)
            return ActorWords.Role(lastForm);
        if (!ActorWords.MayBeginRole(parsed.Tokens.Form(start)))
            return null;
        Span<char> text = stackalloc char[LongestRole];
        var length = 0;
        for (var word = start; word <= last; word++)
        {
            var form = word == last ? lastForm : parsed.Tokens.Form(word);
            if (length + form.Length + 1 > text.Length)
                return null;
            form.CopyTo(text[length..]);
            length += form.Length;
            if (word < last && parsed.Tokens.Words[word].SpaceAfter)
                text[length++] = ' ';
        }
        return ActorWords.Role(text[..length]);
    }
}
