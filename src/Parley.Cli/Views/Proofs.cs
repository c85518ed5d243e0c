using Parley.Records;
using Parley.Wording;

namespace Parley.Cli.Views;

/// <summary>Which records each sentence proves, and with which of them it was printed.</summary>
/// <param name="entries">The records that are printed, in their order.</param>
/// <param name="passages">The sentences.</param>
internal sealed class Proofs(IEnumerable<Entry> entries, Passages passages)
{
    private readonly ILookup<Span, string> _records = entries
        .SelectMany(entry => entry.Evidence.Select(evidence => (Sentence: passages.SentenceAround(evidence), entry.Id)))
        .Distinct()
        .ToLookup(proof => proof.Sentence, proof => proof.Id);

    private readonly Dictionary<Span, string> _printed = [];

    /// <summary>The record that a sentence was printed with; null the first time, when it is printed with this one.</summary>
    public string? PrintedWith(Span sentence, string id) => _printed.TryAdd(sentence, id) ? null : _printed[sentence];

    /// <summary>The other records that a sentence proves: "s2, e4"; empty where there is none.</summary>
    public string Others(Span sentence, string id) => string.Join(", ", _records[sentence].Where(other => other != id));
}
