using Parley.Lexicons;
using Parley.Syntax;

namespace Parley.Times;

/// <summary>Tells whether a word stands in a clause about the future, so that "Friday" is the next one.</summary>
/// <remarks>Auxiliaries and governing words are in <c>rules/future.tsv</c>.</remarks>
internal sealed class Tense
{
    private const int LongestClimb = 12;
    private readonly Lexicon _words = LexiconSet.Get("rules/future");
    private readonly int _kind;

    public Tense() => _kind = _words.Column("kind");

    /// <summary>True when the nearest verb above the word is in the future or hangs on a word of intent.</summary>
    public bool IsFuture(Node word)
    {
        var verb = word;
        for (var steps = 0; steps < LongestClimb && verb.Exists && verb.Upos is not Upos.Verb && !verb.Child(Relation.Cop).Exists; steps++)
            verb = verb.Head;
        if (!verb.Exists)
            return false;
        if (HasFutureAuxiliary(verb))
            return true;
        if (verb.Has("Tense=Past") && !verb.Has("VerbForm=Part"))
            return false;
        var head = verb.Head;
        if (verb.Has("VerbForm=Inf") && verb.Child("to").Exists)
            // "plans to meet on Friday", "is going to", "is to arrive on Friday", "talks to be held on Friday"
            return verb.Relation.Is(Relation.Acl)
                || verb.Child("is").Exists
                || verb.Child("are").Exists
                || (
                    head.Exists
                    && verb.Relation.Is(Relation.Xcomp)
                    && (Is(head.Lemma, "governor") || Is(head.Form, "governor") || head.Lemma is "be")
                );
        // "is scheduled for Friday"
        return verb.Has("VerbForm=Part") && Is(verb.Lemma, "governor") && !verb.Child(Relation.Obj).Exists;
    }

    private bool HasFutureAuxiliary(Node verb)
    {
        var would = false;
        var have = false;
        foreach (var child in verb.Children)
        {
            if (!child.Relation.Is(Relation.Aux))
                continue;
            if (Is(child.Lemma, "auxiliary") || Is(child.Form, "auxiliary"))
                return true;
            would |= child.Lemma is "would" || child.IsForm("would");
            have |= child.Lemma is "have";
        }
        return would && !have;
    }

    private bool Is(ReadOnlySpan<char> word, string kind) =>
        _words.Find(word) is >= 0 and var row && _words.Cell(row, _kind).SequenceEqual(kind);
}
