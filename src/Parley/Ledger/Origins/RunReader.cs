// Guarded by the area crossdoc of Parley.Eval: each article and each passage is cut into runs.
using Parley.Records;

namespace Parley.Ledger.Origins;

/// <summary>Cuts a text into runs of five words in lower case; marks and spaces only part words. Tells those that stand wholly in quotation marks.</summary>
internal sealed class RunReader
{
    private const int RunWords = 5;
    private const uint Prime = 16777619;
    private const uint Basis = 2166136261;

    private readonly uint[] _words = new uint[RunWords];
    private int _count;
    private int _quoted;
    private bool _isQuoted;
    private bool _opensSentence = true;

    /// <summary>All runs in the order of the text, and whether they are a quotation's.</summary>
    public List<(uint Hash, bool IsQuoted)> Runs { get; } = [];

    /// <summary>Names and numbers: words of the middle of a sentence with a capital, numbers of two digits and more.</summary>
    public List<uint> Values { get; } = [];

    /// <summary>Reads the sentences of an article; masthead, headline and other furniture are none. A text without sentences is read whole.</summary>
    public static RunReader Read(Article article)
    {
        var reader = new RunReader();
        if (article.Sentences.IsEmpty)
            reader.Add(article.Text);
        var end = 0;
        foreach (var sentence in article.Sentences)
        {
            if (article.Text.AsSpan(end, Math.Max(0, sentence.Start - end)).Contains('\n'))
                reader._isQuoted = false;
            reader._opensSentence = true;
            reader.Add(sentence.Of(article.Text));
            end = sentence.End;
        }
        return reader;
    }

    private void Add(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length; )
        {
            var end = at;
            while (end < text.Length && char.IsLetterOrDigit(text[end]))
                end++;
            if (end > at)
                AddWord(text[at..end]);
            else
                AddMark(text[end++]);
            at = end;
        }
    }

    private void AddMark(char mark)
    {
        if (mark is '“' or '”' or '"')
            _isQuoted = mark == '“' || (mark == '"' && !_isQuoted);
        else if (mark == '\n')
            _isQuoted = false;
    }

    private void AddWord(ReadOnlySpan<char> word)
    {
        var hash = Basis;
        foreach (var c in word)
            hash = (hash ^ char.ToLowerInvariant(c)) * Prime;
        if (char.IsAsciiDigit(word[0]) ? word.Length > 1 : char.IsUpper(word[0]) && !_opensSentence)
            Values.Add(Mix(hash));
        _opensSentence = false;
        _words[_count++ % RunWords] = hash;
        _quoted = _isQuoted ? _quoted + 1 : 0;
        if (_count < RunWords)
            return;
        var run = Basis;
        for (var i = 0; i < RunWords; i++)
            run = Mix(run * Prime + _words[(_count + i) % RunWords]);
        Runs.Add((run, _quoted >= RunWords));
    }

    /// <summary>Spreads a hash over all bits (the last step of MurmurHash3).</summary>
    private static uint Mix(uint hash)
    {
        hash = (hash ^ (hash >> 16)) * 0x85EBCA6B;
        hash = (hash ^ (hash >> 13)) * 0xC2B2AE35;
        return hash ^ (hash >> 16);
    }
}
