using System.Collections.Immutable;
using Parley.Lexicons;
using Parley.Links;
using Parley.Records;
using Parley.Undertakings;

namespace Parley.Assessments;

/// <summary>Who stands behind a piece of evidence: whose word it is, how he knows, how reliable he is, what he has to gain.</summary>
internal sealed class Voice(string party, IReadOnlySet<string> adversaries)
{
    private static readonly Lexicon s_blocs = LexiconSet.Get("lexicons/blocs");
    private static readonly int s_bloc = s_blocs.Column("bloc");
    private static readonly Lexicon s_monitors = LexiconSet.Get("lexicons/monitors");
    private static readonly int s_grade = s_monitors.Column("grade");
    private static readonly Lexicon s_unnamed = LexiconSet.Get("lexicons/unnamed-speakers");

    /// <summary>The testimony of a piece of evidence.</summary>
    /// <param name="evidence">The piece.</param>
    /// <param name="reading">The reading that it stands in.</param>
    /// <param name="ownOrigin">The origin of the article's own words.</param>
    /// <param name="isPlaced">True where the undertaking names an area.</param>
    public Testimony Of(Evidence evidence, Reading reading, string ownOrigin, bool isPlaced)
    {
        var speaker = Side.Find(evidence.Statement?.Speaker, reading.Actors);
        var voice = speaker ?? (evidence.Statement is null ? OwnVoice(reading) : null);
        var side = voice is null ? null : Named(Side.Of(voice, reading.Actors));
        var isReporter =
            side is null
            && (speaker is null || speaker.Kind == ActorKind.Media || IsUnnamed(speaker) && IsMonitor(speaker.Name) is not null);
        var record = $"{reading.Article.Id[..Math.Min(8, reading.Article.Id.Length)]}/{evidence.Record}";
        return new Testimony
        {
            Evidence = evidence,
            Reading = reading,
            Record = record,
            Speaker = speaker?.Name,
            Side = side,
            Sentence = Sentence(reading, evidence.Span),
            Known = reading.Article.Published is { Length: >= 10 } day ? day[..10] : null,
            Item = new EvidenceItem
            {
                Id = record,
                Stance = evidence.Bearing switch
                {
                    Bearing.For => Stance.Supports,
                    Bearing.Doubt or Bearing.Voids => Stance.Doubts,
                    _ => Stance.Contradicts,
                },
                Origin = isReporter ? ownOrigin : side ?? speaker?.Name ?? ownOrigin,
                Bloc = side is not null && s_blocs.Find(side) is >= 0 and var row && !IsParty(side) ? s_blocs.Text(row, s_bloc) : null,
                Basis = BasisOf(evidence, speaker, isReporter),
                Grade = GradeOf(side, speaker, reading, isReporter),
                Interest = InterestOf(evidence, side),
                Match = isPlaced && evidence.Place is null && evidence.Bearing == Bearing.Against ? Match.Partial : Match.Full,
                IsParty = side is not null && IsParty(side),
            },
        };
    }

    private bool IsParty(string side) => side == party || adversaries.Contains(side);

    private static Basis BasisOf(Evidence evidence, Actor? speaker, bool isReporter) =>
        evidence.IsDeduced && !evidence.IsSeen ? Basis.Deduced
        : speaker is not null && IsUnnamed(speaker)
            ? evidence.IsSeen && !isReporter ? Basis.Told
                : Basis.Unnamed
        : evidence.IsSeen && (isReporter || IsMonitor(speaker?.Name) is not null) ? Basis.Witnessed
        : Basis.Told;

    private Grade GradeOf(string? side, Actor? speaker, Reading reading, bool isReporter) =>
        side == party ? Grade.D
        : side is not null && adversaries.Contains(side) ? Grade.C
        : IsMonitor(speaker?.Name ?? reading.Article.Publisher) is { } grade ? grade
        : side is not null || isReporter ? Grade.B
        : Grade.F;

    private Interest InterestOf(Evidence evidence, string? side)
    {
        var isAgainstParty = evidence.Bearing is Bearing.Against or Bearing.Doubt;
        if (side == party)
            return isAgainstParty || evidence.Bearing == Bearing.Revokes ? Interest.Against : Interest.Aligned;
        if (side is not null && adversaries.Contains(side))
            return isAgainstParty ? Interest.Aligned
                : evidence.IsBoast ? Interest.Mixed
                : Interest.Against;
        return Interest.Neutral;
    }

    private static Grade? IsMonitor(string? name)
    {
        foreach (var word in (name ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
            if (s_monitors.Find(word) is >= 0 and var row)
                return Enum.Parse<Grade>(s_monitors.Cell(row, s_grade));
        return null;
    }

    private static bool IsUnnamed(Actor speaker) =>
        speaker.Kind is ActorKind.Person or ActorKind.People
        && speaker.Name.Split(' ') is var words
        && (words.Any(word => s_unnamed.Contains(word)) || !words.Any(word => word.Length > 0 && char.IsUpper(word[0])));

    private static string? Named(string side) => side.StartsWith('#') ? null : side;

    /// <summary>The actor whose own paper it is: a ministry's readout speaks for the ministry.</summary>
    private static Actor? OwnVoice(Reading reading)
    {
        if (reading.Article.Publisher is not { } publisher)
            return null;
        foreach (var actor in reading.Actors)
            if (
                Side.CanBind(actor, reading.Actors)
                && actor.Kind is not (ActorKind.Person or ActorKind.Country)
                && publisher.Contains(actor.Name, StringComparison.OrdinalIgnoreCase)
            )
                return actor;
        return null;
    }

    private static Span Sentence(Reading reading, Span evidence)
    {
        foreach (var sentence in reading.Article.Sentences)
            if (sentence.Contains(evidence))
                return sentence;
        return evidence;
    }
}
