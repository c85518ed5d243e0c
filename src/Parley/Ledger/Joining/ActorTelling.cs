using System.Collections.Immutable;
using Parley.Ledger.Stories;
using Parley.Lexicons;
using Parley.Records;
using Parley.Text;
using Parley.Undertakings;

namespace Parley.Ledger.Joining;

/// <summary>An actor as one article tells of it, with what tells it apart from namesakes.</summary>
internal sealed record ActorTelling
{
    private const int CountryLength = 3;
    private static readonly Lexicon s_bodies = LexiconSet.Get("lexicons/bodies");
    private static readonly Lexicon s_governments = LexiconSet.Get("lexicons/government-nouns");
    private static readonly int s_kind = s_bodies.Column("kind");

    /// <summary>The record.</summary>
    public required RecordKey Key { get; init; }

    /// <summary>The actor.</summary>
    public required Actor Actor { get; init; }

    /// <summary>The story of the article.</summary>
    public required string Story { get; init; }

    /// <summary>The words of the name, folded.</summary>
    public required ImmutableArray<string> Words { get; init; }

    /// <summary>The code, or that of the body it belongs to; empty when unknown.</summary>
    public required string Code { get; init; }

    /// <summary>Stems of the words of the role.</summary>
    public required ImmutableArray<string> Role { get; init; }

    /// <summary>True for persons.</summary>
    public bool IsPerson => Actor.Kind == ActorKind.Person;

    /// <summary>True where a first name is told.</summary>
    public bool IsFull => Words.Length > 1;

    /// <summary>The country or the sort of body, <c>RUS</c> or <c>IGO</c>; empty when unknown.</summary>
    public string Country => Code.Length >= CountryLength ? Code[..CountryLength] : "";

    /// <summary>Makes it; null for actors that have no name to be known by elsewhere ("residents", "a witness").</summary>
    public static ActorTelling? Of(Actor actor, Reading reading, string story)
    {
        if (actor.Kind == ActorKind.People || actor.Name.Length == 0)
            return null;
        var isNamed = char.IsUpper(actor.Name[0]) && actor.Name != actor.Role;
        if (!isNamed && (actor.Kind == ActorKind.Person || actor.Code.Length == 0))
            return null;
        var words = FoldedName.Words(actor.Name);
        return words.IsEmpty
            ? null
            : new ActorTelling
            {
                Key = new RecordKey(reading.Article.Id, actor.Id),
                Actor = actor,
                Story = story,
                Words = words,
                Code = Side.CodeOf(actor, reading.Actors),
                Role =
                [
                    .. (actor.Role ?? "").Split([' ', '-', ','], StringSplitOptions.RemoveEmptyEntries).Select(word => WordStem.Of(word)),
                ],
            };
    }

    /// <summary>
    /// What actors must share to be one: a person's surname; the code of a state, a seat of government or "the government"; code and name of other
    /// bodies. The key by which a ledger looks them up.
    /// </summary>
    public string Block =>
        IsPerson ? "person:" + Words[^1]
        : Code.Length == 0 ? "body:" + string.Join(' ', Words)
        : IsWhole ? "side:" + State
        : $"body:{Code}:{string.Join(' ', Words)}";

    /// <summary>True where the name stands for the whole state or body, whatever it is called.</summary>
    private bool IsWhole =>
        Actor.Kind == ActorKind.Country
        || Code.StartsWith("IGO.", StringComparison.Ordinal)
        || s_governments.Contains(Actor.Name.AsSpan(Actor.Name.LastIndexOf(' ') + 1))
        || (s_bodies.Find(Actor.Name) is >= 0 and var row && s_bodies.Cell(row, s_kind) is "seat" or "capital");

    private string State => Code.EndsWith(".GOV", StringComparison.Ordinal) ? Code[..^4] : Code;
}
