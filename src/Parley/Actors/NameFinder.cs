using Parley.Lexicons;
using Parley.Records;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Actors;

/// <summary>Finds names: those of the lexicons, and those that only the language model sees.</summary>
internal sealed class NameFinder
{
    private readonly ParsedText _parsed;
    private readonly NameHit?[] _hitOf;
    private readonly int[] _modelNameAt;
    private readonly ActorList? _list;
    private readonly int? _day;

    /// <summary>Finds the names of a text.</summary>
    /// <param name="parsed">The text.</param>
    /// <param name="list">The user's own names; null where there are none.</param>
    public NameFinder(ParsedText parsed, ActorList? list = null)
    {
        _parsed = parsed;
        _list = list;
        _day = DayOf(parsed.Tokens.Article.Published);
        _hitOf = new NameHit?[parsed.Count];
        _modelNameAt = new int[parsed.Count];
        Array.Fill(_modelNameAt, -1);
        for (var n = 0; n < parsed.Names.Length; n++)
        for (var word = parsed.Names[n].Words.Start; word < parsed.Names[n].Words.End; word++)
            _modelNameAt[word] = n;
        foreach (var sentence in parsed.Sentences)
            ReadSentence(sentence);
    }

    /// <summary>The name that covers this word; null where none does.</summary>
    public NameHit? At(int word) => _hitOf[word];

    /// <summary>The name with this head word; null where the word heads none.</summary>
    public NameHit? HeadedBy(int word) => _hitOf[word] is { } hit && hit.Head == word ? hit : null;

    private void ReadSentence(WordRange sentence)
    {
        var hasLower = HasLowerCase(sentence);
        for (var word = sentence.Start; word < sentence.End; )
        {
            var hit = FromList(word, sentence.End) ?? At(word, sentence, hasLower);
            if (hit is null)
            {
                word++;
                continue;
            }
            for (var w = hit.Words.Start; w < hit.Words.End; w++)
                _hitOf[w] = hit;
            word = hit.Words.End;
        }
    }

    /// <summary>A name of the user's list; a person where the model sees one.</summary>
    private NameHit? FromList(int word, int limit)
    {
        if (_list is null || !_list.TryFind(_parsed, word, limit, out var listed, out var words))
            return null;
        var code = listed.CodeOn(_day);
        var isPerson = _modelNameAt[words.End - 1] is >= 0 and var n && _parsed.Names[n].Type == NameType.Person;
        var kind = isPerson ? ActorKind.Person : ListedName.KindOf(code);
        var sort =
            isPerson ? NameSort.Person
            : kind == ActorKind.Country ? KnownSort(words) ?? NameSort.Country
            : kind == ActorKind.ArmedGroup ? NameSort.Group
            : NameSort.Body;
        return new NameHit(words, HeadOf(words), sort, code, Join(words), kind, Gender.Unknown, listed.Key);
    }

    /// <summary>What the lexicon has a name of a country for: "Israeli" stays an adjective whatever code the list gives it.</summary>
    private NameSort? KnownSort(WordRange words) =>
        PhraseMatch.Longest(ActorWords.Countries, _parsed.Tokens, words.Start, words.End) is { Row: >= 0 } known
        && known.Words.Length == words.Length
            ? FromRow(ActorWords.Countries, known.Row, words).Sort
            : null;

    private static int? DayOf(string? published) =>
        published is { Length: >= 10 }
        && int.TryParse(published.AsSpan(0, 10).ToString().Replace("-", "", StringComparison.Ordinal), out var day)
            ? day
            : null;

    private NameHit? At(int word, WordRange sentence, bool hasLower)
    {
        var known = FromLexicons(word, sentence.End, hasLower);
        var n = _modelNameAt[word];
        if (n < 0 || _parsed.Names[n].Words.Start != word && known is null)
            return known is null && n >= 0 && _hitOf[Math.Max(word - 1, 0)] is not null ? FromModel(n, word) : known;
        var name = _parsed.Names[n];
        if (known is null)
            return FromModel(n, word);
        if (name.Words.Start < word)
            return known;
        if (name.Type == NameType.Person)
            return known.Words.Length >= name.Words.Length && !IsAddressed(word) ? known : FromModel(n, word);
        if (known.Words.Length >= name.Words.Length)
            return known;
        // "Ukraine's parliament" is no one name; "Ukraine National Bank" is.
        if (name.Type == NameType.Place && known.Sort is NameSort.Country or NameSort.Demonym && HasRole(name.Words))
            return known;
        return known.Sort is NameSort.Demonym or NameSort.Country && HasRole(name.Words) ? known : FromModel(n, word);
    }

    /// <summary>"Mr. Jordan" is no country.</summary>
    private bool IsAddressed(int word) => word > 0 && ActorWords.Title(_parsed.Tokens.Form(word - 1)) is { Code: "" };

    /// <summary>True when the run ends with a role noun ("Russian Foreign Ministry"), so that it is better read word by word.</summary>
    private bool HasRole(WordRange words) =>
        RoleFinder.Ending(_parsed, words.End - 1, words.Start) is { } role && role.Role.Sort == RoleSort.Body;

    private NameHit FromModel(int n, int from)
    {
        var words = new WordRange(from, _parsed.Names[n].Words.End);
        while (
            _parsed.Names[n].Type == NameType.Person && words.Length > 1 && ActorWords.Title(_parsed.Tokens.Form(words.Start)) is not null
        )
            words = words with { Start = words.Start + 1 };
        var name = Join(words);
        var head = HeadOf(words);
        switch (_parsed.Names[n].Type)
        {
            case NameType.Person:
                var row = ActorWords.Leaders.Find(name);
                return new NameHit(
                    words,
                    head,
                    NameSort.Person,
                    row >= 0 ? ActorWords.Leaders.Text(row, 1) : "",
                    name,
                    ActorKind.Person,
                    row >= 0
                        ? ActorWords.GenderOf(ActorWords.Leaders.Text(row, 2))
                        : ActorWords.GenderOfName(_parsed.Tokens.Form(words.Start))
                );
            case NameType.Organization:
                return new NameHit(words, head, NameSort.Organization, "", name, ActorKind.Organization, Gender.Unknown);
            default:
                return new NameHit(words, head, NameSort.Place, "", name, ActorKind.Organization, Gender.Unknown);
        }
    }

    private NameHit? FromLexicons(int word, int limit, bool hasLower)
    {
        var best = (Words: new WordRange(word, word), Row: -1);
        Lexicon? from = null;
        foreach (
            var lexicon in (ReadOnlySpan<Lexicon>)
                [ActorWords.Countries, ActorWords.Leaders, ActorWords.Bodies, ActorWords.Groups, ActorWords.Media, ActorWords.MoreGroups]
        )
        {
            var (words, row) = PhraseMatch.Longest(lexicon, _parsed.Tokens, word, limit);
            if (row >= 0 && words.Length > best.Words.Length && HasCaseOf(lexicon.Cell(row, 0), words, hasLower))
                (best, from) = ((words, row), lexicon);
        }
        return from is null ? WithoutApostrophe(word, limit) : FromRow(from, best.Row, best.Words);
    }

    /// <summary>"Russias army": the name of a state before a noun, its apostrophe lost on the way.</summary>
    private NameHit? WithoutApostrophe(int word, int limit)
    {
        var form = _parsed.Tokens.Form(word);
        return
            form.Length > 4
            && form[^1] == 's'
            && char.IsUpper(form[0])
            && word + 1 < limit
            && _parsed.UposTags[word + 1] is Upos.Noun or Upos.Propn or Upos.Adj
            && ActorWords.Countries.Find(form[..^1]) is >= 0 and var row
            && ActorWords.Countries.Cell(row, 2) is "name"
            ? new NameHit(
                new WordRange(word, word + 1),
                word,
                NameSort.Demonym,
                ActorWords.Countries.Text(row, 1),
                form[..^1].ToString(),
                ActorKind.Country,
                Gender.Unknown
            )
            : null;
    }

    private NameHit FromRow(Lexicon from, int row, WordRange words)
    {
        var head = HeadOf(words);
        var form = from.Text(row, 0);
        if (from == ActorWords.Countries)
        {
            var code = from.Text(row, 1);
            return from.Text(row, 2) switch
            {
                "name" => new NameHit(words, head, NameSort.Country, code, Join(words), ActorKind.Country, Gender.Unknown),
                "people" => new NameHit(words, head, PeopleOrDemonym(from, row, head), code, Join(words), ActorKind.People, Gender.Unknown),
                "region" => new NameHit(words, head, NameSort.Place, code, Join(words), ActorKind.Organization, Gender.Unknown),
                "capital" => new NameHit(words, head, NameSort.Capital, code, Join(words), ActorKind.Government, Gender.Unknown),
                _ => new NameHit(words, head, NameSort.Demonym, code, Join(words), ActorKind.People, Gender.Unknown),
            };
        }
        if (from == ActorWords.Leaders)
            return new NameHit(
                words,
                head,
                NameSort.Person,
                from.Text(row, 1),
                form,
                ActorKind.Person,
                ActorWords.GenderOf(from.Text(row, 2))
            );
        if (from == ActorWords.Media)
        {
            var outlet = from.Text(row, 2) is { Length: > 0 } fuller ? fuller : form;
            return new NameHit(
                words,
                head,
                NameSort.Media,
                from.Text(row, 1) is { Length: > 0 } of ? of + ".MED" : "MED",
                outlet,
                ActorKind.Media,
                Gender.Unknown
            );
        }
        var name = from.Text(row, 3) is { Length: > 0 } whole ? whole : form;
        var sort =
            from != ActorWords.Bodies ? NameSort.Group
            : from.Text(row, 2) == "capital" ? NameSort.Capital
            : from.Text(row, 2) == "seat" ? NameSort.Seat
            : from.Text(row, 2) == "capital" ? NameSort.Capital
            : NameSort.Body;
        return new NameHit(words, head, sort, from.Text(row, 1), name, ActorWords.KindOf(from.Text(row, 2)), Gender.Unknown);
    }

    /// <summary>"Chinese", "Swiss": one form for the adjective and the people; the tree tells which.</summary>
    private NameSort PeopleOrDemonym(Lexicon from, int row, int head) =>
        _parsed.UposTags[head] == Upos.Adj || _parsed.RelationTags[head] is Relation.Amod or Relation.Compound
            ? NameSort.Demonym
            : NameSort.People;

    private int HeadOf(WordRange words)
    {
        for (var word = words.Start; word < words.End; word++)
            if (!words.Contains(_parsed.Heads[word]))
                return word;
        return words.End - 1;
    }

    private string Join(WordRange words) => WordsJoined.Of(_parsed, words);

    /// <summary>Capitals of the key must be capitals in the text; short words all in capitals count only where the sentence is not.</summary>
    private bool HasCaseOf(ReadOnlySpan<char> key, WordRange words, bool hasLower)
    {
        var span = _parsed.SpanOf(words);
        var form = span.Of(_parsed.Text);
        if (form.Length == key.Length)
        {
            var lower = false;
            var same = true;
            for (var i = 0; i < key.Length; i++)
            {
                lower |= char.IsLower(key[i]);
                same &= !char.IsUpper(key[i]) || char.IsUpper(form[i]);
            }
            // "Nato" and "Tass" are written for NATO and TASS; "Us" and "Is" for nothing.
            return same ? lower || hasLower || key.Length > 3 : !lower && key.Length > 3 && !key.Contains('.') && char.IsUpper(form[0]);
        }
        return char.IsUpper(form[0]) == char.IsUpper(key[0]);
    }

    private bool HasLowerCase(WordRange sentence)
    {
        foreach (var c in _parsed.SpanOf(sentence).Of(_parsed.Text))
            if (char.IsLower(c))
                return true;
        return false;
    }
}
