using System.Collections.Immutable;
using Parley.Lexicons;
using Parley.Records;
using Parley.Undertakings;

namespace Parley.Ledger.Origins;

/// <summary>Finds the origin of the records of one reading.</summary>
internal sealed class RecordOriginReader(Reading reading, ArticleOrigin article)
{
    private const int MostRelays = 6;
    private static readonly Lexicon s_blocs = LexiconSet.Get("lexicons/blocs");
    private static readonly Lexicon s_images = LexiconSet.Get("lexicons/image-words");
    private static readonly int s_bloc = s_blocs.Column("bloc");

    /// <summary>The origin of what a statement tells, or the article itself.</summary>
    public RecordOrigin Read(string? statementId, Span evidence)
    {
        var statement = reading.Statements.FirstOrDefault(said => said.Id == statementId);
        if (statement is null)
            return Narrated();
        var relays = Relays(statement);
        if (ImageOf(statement) is { } image)
            return new RecordOrigin
            {
                Key = $"{image}, {Where(evidence)}",
                Kind = OriginKind.Image,
                Relays = relays,
            };
        return Side.Find(statement.Speaker, reading.Actors) is not { } speaker
            ? new RecordOrigin
            {
                Key = article.Key,
                Kind = OriginKind.Unnamed,
                Relays = relays,
                IsKnown = false,
            }
            : Spoken(speaker) with
            {
                Relays = relays,
            };
    }

    /// <summary>The article's own word: its outlet's, or that of the body whose paper it is.</summary>
    private RecordOrigin Narrated() =>
        OwnVoice() is { } body
            ? OfSide(Side.Of(body, reading.Actors))
            : new RecordOrigin
            {
                Key = article.Key,
                Kind = OriginKind.Outlet,
                IsKnown = article.IsKnown,
            };

    private RecordOrigin Spoken(Actor speaker)
    {
        if (IsReporter(speaker))
            return new RecordOrigin { Key = OutletOf(speaker), Kind = OriginKind.Outlet };
        var side = Side.Of(speaker, reading.Actors);
        if (Side.CanBind(speaker, reading.Actors) && !side.StartsWith('#'))
            return OfSide(side);
        var isNamed =
            speaker.Kind != ActorKind.People && speaker.Name.Length > 0 && char.IsUpper(speaker.Name[0]) && speaker.Name != speaker.Role;
        var known = side.StartsWith('#') ? null : side;
        return isNamed
            ? new RecordOrigin
            {
                Key = speaker.Name,
                Kind = OriginKind.Person,
                Side = known,
            }
            : new RecordOrigin
            {
                Key = $"{speaker.Name.ToLowerInvariant()}, {ReadingOrder.Day(reading) ?? article.Key}",
                Kind = OriginKind.Unnamed,
                Side = known,
            };
    }

    private static RecordOrigin OfSide(string side) =>
        new()
        {
            Key = side,
            Kind = OriginKind.Side,
            Side = side,
            Bloc =
                s_blocs.Find(side.AsSpan(0, Math.Min(3, side.Length))) is >= 0 and var row
                && !side.Contains(".REB", StringComparison.Ordinal)
                    ? s_blocs.Text(row, s_bloc)
                    : null,
        };

    private static bool IsReporter(Actor speaker) =>
        speaker.Kind == ActorKind.Media || speaker.Code == "MED" || speaker.Code.EndsWith(".MED", StringComparison.Ordinal);

    /// <summary>The outlet that a reporter or a medium is named with, else the article's own origin ("our reporter").</summary>
    private string OutletOf(Actor speaker)
    {
        if (speaker.Kind == ActorKind.Media)
            return OutletNames.Name(speaker.Name);
        return Side.Find(speaker.MemberOf, reading.Actors) is { Kind: ActorKind.Media } outlet
            ? OutletNames.Name(outlet.Name)
            : article.Key;
    }

    /// <summary>The actor whose own paper it is: a ministry's readout speaks for the ministry.</summary>
    private Actor? OwnVoice() =>
        reading.Article.Publisher is { } publisher
            ? reading.Actors.FirstOrDefault(actor =>
                Side.CanBind(actor, reading.Actors)
                && actor.Kind is not (ActorKind.Person or ActorKind.Country)
                && publisher.Contains(actor.Name, StringComparison.OrdinalIgnoreCase)
            )
            : null;

    /// <summary>The outlet, then the speakers of the statements around it from the outermost in, then the medium it was said to.</summary>
    private ImmutableArray<string> Relays(Statement statement)
    {
        var inner = new Stack<string>();
        if (statement.Venue is { } venue)
            inner.Push(venue);
        for (var (outer, steps) = (Outer(statement), 0); outer is not null && steps < MostRelays; outer = Outer(outer), steps++)
            if (Side.Find(outer.Speaker, reading.Actors) is { } speaker)
                inner.Push(speaker.Name);
        return reading.Article.Publisher is { } publisher ? [publisher, .. inner] : [.. inner];
    }

    private Statement? Outer(Statement statement) =>
        reading.Statements.FirstOrDefault(said => said.Id == statement.NestedIn && said.Id != statement.Id);

    /// <summary>The picture that speaks ("satellite images by Orbit Eye showed"), in lower case; null where none does.</summary>
    private string? ImageOf(Statement statement)
    {
        if (statement.SpeakerSpan is not { } span)
            return null;
        var speaker = span.Of(reading.Article.Text);
        for (var row = 0; row < s_images.Count; row++)
            if (HasWords(speaker, s_images.Cell(row, 0)))
                return s_images.Text(row, 0);
        return null;
    }

    /// <summary>True where the words stand in the text, in the singular or with an s behind.</summary>
    private static bool HasWords(ReadOnlySpan<char> text, ReadOnlySpan<char> words)
    {
        var at = text.IndexOf(words, StringComparison.OrdinalIgnoreCase);
        if (at < 0 || (at > 0 && char.IsLetter(text[at - 1])))
            return false;
        var behind = text[(at + words.Length)..];
        return behind.IsEmpty || !char.IsLetter(behind[0]) || (behind[0] == 's' && (behind.Length == 1 || !char.IsLetter(behind[1])));
    }

    /// <summary>The place that is named nearest before the end of the evidence and the day of the article: what tells one picture from another.</summary>
    private string Where(Span evidence)
    {
        var place = reading
            .Places.SelectMany(place => place.Mentions.Select(mention => (Mention: mention, place.Name)))
            .Where(place => evidence.Contains(place.Mention))
            .OrderBy(place => place.Mention)
            .Select(place => place.Name)
            .FirstOrDefault();
        return $"{place ?? article.Key}, {ReadingOrder.Day(reading) ?? ""}".TrimEnd(',', ' ');
    }
}
