using Parley.Lexicons;
using Parley.Records;

namespace Parley.Statements;

/// <summary>A table of reporting words with acts and frames, its cells read once.</summary>
internal sealed class CueTable
{
    private readonly StatementAct[] _acts;
    private readonly CueFrames[] _frames;

    /// <summary>Reads the acts of a table from column <paramref name="column"/> and the frames from the next.</summary>
    public CueTable(string name, int column)
    {
        Table = LexiconSet.Get(name);
        _acts = new StatementAct[Table.Count];
        _frames = new CueFrames[Table.Count];
        for (var row = 0; row < Table.Count; row++)
        {
            _acts[row] = StatementActs.Parse(Table.Cell(row, column));
            foreach (var part in Table.Cell(row, column + 1).Split(' '))
                _frames[row] |= FrameOf(Table.Cell(row, column + 1)[part]);
        }
    }

    /// <summary>The table itself.</summary>
    public Lexicon Table { get; }

    /// <summary>The first row of a lemma, also where the model's lemma has an "e" too many or too few ("blam"); -1 where there is none.</summary>
    public int Find(ReadOnlySpan<char> lemma)
    {
        if (Table.Find(lemma) is >= 0 and var row)
            return row;
        if (lemma.Length is < 3 or > 30)
            return -1;
        if (lemma[^1] == 'e')
            return Table.Find(lemma[..^1]);
        Span<char> longer = stackalloc char[32];
        lemma.CopyTo(longer);
        longer[lemma.Length] = 'e';
        return Table.Find(longer[..(lemma.Length + 1)]);
    }

    /// <summary>The act of a row.</summary>
    public StatementAct ActAt(int row) => _acts[row];

    /// <summary>The frames of a row.</summary>
    public CueFrames FramesAt(int row) => _frames[row];

    /// <summary>The frames of all rows of a key.</summary>
    public CueFrames Frames(string key)
    {
        var frames = CueFrames.None;
        for (var row = Find(key); row >= 0; row = Table.Next(row))
            frames |= _frames[row];
        return frames;
    }

    /// <summary>The act of the first row of a key that has one of these frames; null where none has.</summary>
    public StatementAct? Act(string key, CueFrames frames)
    {
        for (var row = Find(key); row >= 0; row = Table.Next(row))
            if ((_frames[row] & frames) != 0)
                return _acts[row];
        return null;
    }

    /// <summary>True where a row of the key has that act.</summary>
    public bool Has(string key, StatementAct act)
    {
        for (var row = Find(key); row >= 0; row = Table.Next(row))
            if (_acts[row] == act)
                return true;
        return false;
    }

    private static CueFrames FrameOf(ReadOnlySpan<char> name) =>
        name switch
        {
            "clause" => CueFrames.Clause,
            "quote" => CueFrames.Quote,
            "infinitive" => CueFrames.Infinitive,
            "gerund" => CueFrames.Gerund,
            "object" => CueFrames.Object,
            "document-object" => CueFrames.DocumentObject,
            "object-infinitive" => CueFrames.ObjectInfinitive,
            "object-of" => CueFrames.ObjectOf,
            "object-for" => CueFrames.ObjectFor,
            "object-as" => CueFrames.ObjectAs,
            "object-with" => CueFrames.ObjectWith,
            "object-on" => CueFrames.ObjectOn,
            "object-to" => CueFrames.ObjectTo,
            "object-against" => CueFrames.ObjectAgainst,
            "object-complement" => CueFrames.ObjectComplement,
            "on-infinitive" => CueFrames.OnInfinitive,
            "to-infinitive" => CueFrames.ToInfinitive,
            "with-infinitive" => CueFrames.WithInfinitive,
            _ => Preposition(name),
        };

    /// <summary>The frame of a preposition; none where no reporting word takes it.</summary>
    public static CueFrames Preposition(ReadOnlySpan<char> word) =>
        word switch
        {
            "for" => CueFrames.For,
            "of" => CueFrames.Of,
            "about" => CueFrames.About,
            "on" or "upon" => CueFrames.On,
            "against" => CueFrames.Against,
            "to" => CueFrames.To,
            "at" => CueFrames.At,
            "over" => CueFrames.Over,
            "with" => CueFrames.With,
            _ => CueFrames.None,
        };
}
