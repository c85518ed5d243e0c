using System.Collections.Frozen;
using Parley.Assessments;
using Parley.Ledger;
using Parley.Ledger.Origins;
using Parley.Lexicons;
using Parley.Records;
using Parley.Text;

namespace Parley.Claims;

/// <summary>Weighs one telling of a claim: whose word it is, what it rests on, how it lies to the teller's interest.</summary>
internal sealed class ClaimWeigher(FrozenDictionary<string, ArticleOrigin> origins)
{
    private static readonly Lexicon s_witnesses = LexiconSet.Get("lexicons/witness-verbs");

    private static readonly Lexicon s_blocs = LexiconSet.Get("lexicons/blocs");
    private static readonly int s_bloc = s_blocs.Column("bloc");
    private static readonly string[] s_hostile = ["ASSAULT", "COERCE", "MOBILIZE", "SANCTION"];
    private static readonly string[] s_yielding = ["RETREAT", "AID", "COOPERATE"];

    /// <summary>The telling as a testimony for the claim itself.</summary>
    public ClaimTestimony Weigh(Claim claim) => Weigh(claim, claim.Statement, claim.Polarity == ClaimPolarity.NotDone);

    /// <summary>What a statement says against a claim that it denies.</summary>
    public ClaimTestimony WeighDenial(Claim claim, Statement denial) => Contrary(Weigh(claim, denial, isDenial: true));

    /// <summary>The same against the claim that it contradicts.</summary>
    public static ClaimTestimony Contrary(ClaimTestimony testimony) =>
        testimony with
        {
            Item = testimony.Item with { Stance = Stance.Contradicts },
        };

    private ClaimTestimony Weigh(Claim claim, Statement? statement, bool isDenial)
    {
        var actors = claim.Reading.Actors;
        var speaker = Undertakings.Side.Find(statement?.Speaker, actors);
        var side = Tellers.SideOf(speaker, actors);
        var interest = InterestOf(claim, side, isDenial);
        return new ClaimTestimony
        {
            Claim = claim,
            Statement = statement,
            Teller = speaker?.Name,
            Side = side,
            Sentence = SentenceOf(claim, statement),
            Item = new EvidenceItem
            {
                Id = $"{ClaimEntries.Cite(claim).Id}{(statement is null ? "" : "/" + statement.Id)}",
                Stance = Stance.Supports,
                Origin = OriginOf(claim, speaker, side),
                Bloc = side is not null && s_blocs.Find(side) is >= 0 and var row && !IsParty(interest) ? s_blocs.Text(row, s_bloc) : null,
                Basis =
                    statement is not null && speaker is null ? Basis.Unnamed
                    : SawIt(claim) ? Basis.Witnessed
                    : Basis.Told,
                Grade = GradeOf(claim, side, speaker),
                Interest = interest,
                IsParty = IsParty(interest),
            },
        };
    }

    /// <summary>One command is one origin; who commands nobody is his own origin, article by article; else the article's own words have theirs.</summary>
    private string OriginOf(Claim claim, Actor? speaker, string? side)
    {
        var own = origins[claim.Reading.Article.Id].Key;
        if (speaker is null)
            return own;
        return side is not null && Undertakings.Side.CanBind(speaker, claim.Reading.Actors) ? side : $"{speaker.Name} in {own}";
    }

    /// <summary>The doers' own word is worth less than their adversary's, and both less than that of others; a source that nobody knows cannot be judged.</summary>
    private static Grade GradeOf(Claim claim, string? side, Actor? speaker) =>
        side is null ? (speaker is null || speaker.Kind == ActorKind.Media ? Grade.B : Grade.F)
        : claim.Doers.Any(code => Codes.SideOf(code) == side) ? Grade.D
        : IsHarmed(claim, side) ? Grade.C
        : Grade.B;

    private static bool IsParty(Interest interest) => interest is Interest.Aligned or Interest.Against or Interest.Mixed;

    private static bool SawIt(Claim claim)
    {
        var words = claim
            .Reading.Article.Text.AsSpan(claim.Sentence.Start, claim.Clause.Start - claim.Sentence.Start)
            .ToString()
            .Split(' ');
        return words.Any(word => s_witnesses.Contains(WordStem.Of(word)) || s_witnesses.Contains(word));
    }

    private static Interest InterestOf(Claim claim, string? side, bool isDenial)
    {
        if (side is null)
            return Interest.Neutral;
        var isHostile = claim.IsCount || s_hostile.Contains(claim.Deed);
        if (claim.Doers.Any(code => Codes.SideOf(code) == side))
            return isDenial || !isHostile ? Interest.Aligned : Interest.Mixed;
        if (!IsHarmed(claim, side))
            return side.StartsWith("IGO", StringComparison.Ordinal) || side.StartsWith("NGO", StringComparison.Ordinal)
                ? Interest.Neutral
                : Interest.Unknown;
        if (isHostile)
            return isDenial ? Interest.Against : Interest.Aligned;
        return !s_yielding.Contains(claim.Deed) || claim.Doers.IsEmpty ? Interest.Unknown
            : isDenial ? Interest.Aligned
            : Interest.Against;
    }

    /// <summary>True for the side that it was done to, or on whose ground.</summary>
    private static bool IsHarmed(Claim claim, string side)
    {
        var country = side.Split('.')[0];
        return claim.Objects.Any(code => code.Split('.')[0] == country) || claim.Places.Any(place => place.Country == country);
    }

    private static Span SentenceOf(Claim claim, Statement? statement)
    {
        if (statement is null || statement.Evidence.Any(span => span.Overlaps(claim.Clause)))
            return claim.Sentence;
        var said = statement.Evidence[0];
        return claim.Reading.Article.Sentences.Where(sentence => sentence.Contains(said)).DefaultIfEmpty(said).First();
    }
}
