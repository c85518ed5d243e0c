using System.Collections.Frozen;
using Parley.Ledger;
using Parley.Lexicons;
using Parley.Records;

namespace Parley.Claims;

/// <summary>Weighs one telling of a claim: whose word it is, what it rests on, how it lies to the teller's interest.</summary>
internal sealed class ClaimWeigher(FrozenDictionary<string, ArticleOrigin> origins)
{
    private const double MostWeight = 1.5;

    /// <summary>Weight of a source whose reliability nobody has judged.</summary>
    private const double NotJudged = 0.5;

    private static readonly Lexicon s_witnesses = LexiconSet.Get("lexicons/witness-verbs");

    private static readonly string[] s_hostile = ["ASSAULT", "COERCE", "MOBILIZE", "SANCTION"];
    private static readonly string[] s_yielding = ["RETREAT", "AID", "COOPERATE"];

    /// <summary>The telling as a testimony for the claim itself.</summary>
    public ClaimTestimony Weigh(Claim claim) => Weigh(claim, claim.Statement, claim.Polarity == ClaimPolarity.NotDone);

    /// <summary>What a statement says against a claim that it denies.</summary>
    public ClaimTestimony WeighDenial(Claim claim, Statement denial) => Weigh(claim, denial, isDenial: true) with { IsContrary = true };

    private ClaimTestimony Weigh(Claim claim, Statement? statement, bool isDenial)
    {
        var actors = claim.Reading.Actors;
        var speaker = Undertakings.Side.Find(statement?.Speaker, actors);
        var code = speaker is null ? "" : Undertakings.Side.CodeOf(speaker, actors);
        var side = Tellers.SideOf(speaker, actors);
        var own = origins[claim.Reading.Article.Id].Key;
        var isCommand = side is not null && !(Codes.IsShared(code) && !Undertakings.Side.CanBind(speaker!, actors));
        var interest = InterestOf(claim, side, isDenial);
        var basis =
            statement is not null && speaker is null ? ClaimBasis.ToldUnnamed
            : SawIt(claim) ? ClaimBasis.Witnessed
            : ClaimBasis.Told;
        return new ClaimTestimony
        {
            Claim = claim,
            Statement = statement,
            Teller = speaker?.Name,
            Side = side,
            Origin =
                isCommand ? side!
                : speaker is not null ? $"{speaker.Name} in {own}"
                : own,
            Basis = basis,
            Interest = interest,
            Weight = Math.Min(MostWeight, OfBasis(basis) * NotJudged * OfInterest(interest)),
            Sentence = SentenceOf(claim, statement),
        };
    }

    private static double OfBasis(ClaimBasis basis) =>
        basis switch
        {
            ClaimBasis.Witnessed => 1,
            ClaimBasis.Told => 0.6,
            _ => 0.3,
        };

    private static double OfInterest(ClaimInterest interest) =>
        interest switch
        {
            ClaimInterest.Against => 1.5,
            ClaimInterest.Neutral => 1,
            ClaimInterest.Aligned => 0.4,
            _ => 0.8,
        };

    private static bool SawIt(Claim claim)
    {
        var words = claim.Reading.Article.Text.AsSpan(claim.Sentence.Start, claim.Clause.Start - claim.Sentence.Start).ToString().Split(' ');
        return words.Any(word => s_witnesses.Contains(Stems.Of(word)) || s_witnesses.Contains(word));
    }

    private static ClaimInterest InterestOf(Claim claim, string? side, bool isDenial)
    {
        if (side is null)
            return ClaimInterest.Neutral;
        var country = side.Split('.')[0];
        if (claim.Doers.Any(code => Codes.SideOf(code) == side))
            return isDenial || !s_hostile.Contains(claim.Deed) ? ClaimInterest.Aligned : ClaimInterest.Mixed;
        var isHarmed =
            claim.Objects.Any(code => Codes.SideOf(code) == side || Codes.SideOf(code).Split('.')[0] == country)
            || claim.Places.Any(place => place.Country == country);
        if (!isHarmed)
            return country is "IGO" or "NGO" ? ClaimInterest.Neutral : ClaimInterest.Unknown;
        if (claim.IsCount || s_hostile.Contains(claim.Deed))
            return isDenial ? ClaimInterest.Against : ClaimInterest.Aligned;
        return s_yielding.Contains(claim.Deed) && !claim.Doers.IsEmpty
            ? isDenial
                ? ClaimInterest.Aligned
                : ClaimInterest.Against
            : ClaimInterest.Unknown;
    }

    private static Span SentenceOf(Claim claim, Statement? statement)
    {
        if (statement is null || statement.Evidence.Any(span => span.Overlaps(claim.Clause)))
            return claim.Sentence;
        var said = statement.Evidence[0];
        return claim.Reading.Article.Sentences.Where(sentence => sentence.Contains(said)).DefaultIfEmpty(said).First();
    }
}
