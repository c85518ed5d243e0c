using System.Collections.Immutable;
using Parley.Records;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Statements;

/// <summary>The result of the statement stage: statements, and which words are whose content.</summary>
public sealed class StatementTable
{
    private readonly int[] _innermost;

    /// <summary>Indexes the statements by the words of their content; of nested ones the innermost counts.</summary>
    public StatementTable(ParsedText parsed, ImmutableArray<Statement> statements, ImmutableArray<StatementWords> words)
    {
        Statements = statements;
        Words = words;
        _innermost = new int[parsed.Count];
        Array.Fill(_innermost, -1);
        var size = new int[parsed.Count];
        Array.Fill(size, int.MaxValue);
        for (var s = 0; s < words.Length; s++)
        {
            var total = words[s].Content.Sum(range => range.Length);
            foreach (var range in words[s].Content)
                for (var word = range.Start; word < range.End; word++)
                    if (total < size[word])
                        (_innermost[word], size[word]) = (s, total);
        }
    }

    /// <summary>The statements, in the order of the text.</summary>
    public ImmutableArray<Statement> Statements { get; }

    /// <summary>The words of each.</summary>
    public ImmutableArray<StatementWords> Words { get; }

    /// <summary>The innermost statement whose content this word belongs to; null where the article itself speaks.</summary>
    public Statement? At(int word) => _innermost[word] >= 0 ? Statements[_innermost[word]] : null;

    /// <summary>Index of that statement, or -1.</summary>
    public int IndexAt(int word) => _innermost[word];
}

/// <summary>The words of a statement.</summary>
/// <param name="Cue">Head word of the cue, -1 where there is none.</param>
/// <param name="Speaker">Head word of the speaker, -1 where hidden.</param>
/// <param name="Content">The runs of words of the content.</param>
public sealed record StatementWords(int Cue, int Speaker, ImmutableArray<WordRange> Content);
