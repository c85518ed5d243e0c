// Guarded by the benchmark of parts: one call a word, which allocates only where the form was not seen lately.
using Parley.Lexicons;

namespace Parley.Syntax;

/// <summary>Lemmas by form, universal tag and script: listed ones first, else as the script says.</summary>
/// <remarks>
/// Lemmas made lately are kept, each at the place that its hash tells; a newer one takes the place of an older. Entries are
/// immutable and replaced as a whole, so threads may share them without a lock.
/// </remarks>
internal sealed class Lemmas
{
    private const int Kept = 8192;

    /// <summary>Longer forms are rare, and not kept.</summary>
    private const int LongestKept = 40;

    private readonly string[] _uposNames;
    private readonly string[] _scripts;
    private readonly LemmaTable _known;
    private readonly Entry?[] _kept = new Entry?[Kept];

    /// <summary>Prepares the classes of a model.</summary>
    public Lemmas(ModelLabels labels)
    {
        _uposNames = labels.Upos;
        _scripts = labels.Lemmas;
        _known = labels.KnownLemmas;
    }

    /// <summary>The lemma of a form: listed for form and tag, else by the script.</summary>
    public string Of(ReadOnlySpan<char> form, short upos, short script)
    {
        if (form.Length > LongestKept)
            return Make(form, upos, script);
        var hash = (uint)(upos * 31 + script);
        foreach (var c in form)
            hash = (hash ^ c) * 16777619;
        ref var kept = ref _kept[PackedFormat.Finish(hash) % Kept];
        if (kept is { } entry && entry.Upos == upos && entry.Script == script && form.SequenceEqual(entry.Form))
            return entry.Lemma;
        var lemma = Make(form, upos, script);
        kept = new Entry(form.SequenceEqual(lemma) ? lemma : form.ToString(), upos, script, lemma);
        return lemma;
    }

    private string Make(ReadOnlySpan<char> form, short upos, short script) =>
        _known.Find(form, _uposNames[upos]) ?? LemmaScript.Apply(_scripts[script], form);

    private sealed record Entry(string Form, short Upos, short Script, string Lemma);
}
