using Parley.Assessments;
using Xunit;

namespace Parley.Tests.Assessments;

public sealed class ClaimJudgeTests
{
    [Fact]
    public void A_boast_carried_by_forty_outlets_is_claimed() =>
        Check(ClaimStatus.Claimed, 0.10, 0, [.. Enumerable.Repeat(Pieces.Boast(), 40)]);

    [Fact]
    public void A_reporter_on_the_spot_corroborates_a_boast() =>
        Check(ClaimStatus.Corroborated, 0.95, 0, Pieces.Boast(), Pieces.Witness("reporter"));

    [Fact]
    public void What_the_adversary_admits_is_agreed() =>
        Check(ClaimStatus.Agreed, 0.68, 0, Pieces.Boast(), Pieces.Adversary(Stance.Supports, Interest.Against));

    [Fact]
    public void Monitors_add_to_what_is_agreed() =>
        Check(ClaimStatus.Agreed, 1.68, 0, Pieces.Boast(), Pieces.Adversary(Stance.Supports, Interest.Against), Pieces.Monitor());

    [Fact]
    public void Party_against_party_is_disputed() =>
        Check(ClaimStatus.Disputed, 0.10, 0.16, Pieces.Boast(), Pieces.Adversary(Stance.Contradicts, Interest.Aligned));

    [Fact]
    public void The_adversary_and_a_witness_contradict_a_boast() =>
        Check(
            ClaimStatus.Contradicted,
            0.10,
            1.01,
            Pieces.Boast(),
            Pieces.Adversary(Stance.Contradicts, Interest.Aligned),
            Pieces.Witness("reporter", Stance.Contradicts)
        );

    [Fact]
    public void Two_witnesses_against_one_are_contested() =>
        Check(
            "one",
            false,
            ClaimStatus.Contested,
            1.70,
            0.85,
            Pieces.Witness("one"),
            Pieces.Witness("two"),
            Pieces.Witness("three", Stance.Contradicts)
        );

    [Fact]
    public void Two_allies_count_one_and_a_half() =>
        Check(ClaimStatus.Supported, 0.73, 0, Pieces.Boast(), Pieces.Analysis("USA"), Pieces.Analysis("GBR"));

    [Fact]
    public void One_witness_alone_is_claimed() => Check("reporter", false, ClaimStatus.Claimed, 0.85, 0, Pieces.Witness("reporter"));

    [Fact]
    public void Unnamed_officials_support() => Check(ClaimStatus.Supported, 0.35, 0, Pieces.Boast(), Pieces.Unnamed());

    [Fact]
    public void Ones_own_admission_alone_is_claimed() =>
        Check(ClaimStatus.Claimed, 0.36, 0, Pieces.Boast() with { Interest = Interest.Against });

    [Fact]
    public void Ones_own_admission_and_the_adversarys_word_are_agreed() =>
        Check(
            ClaimStatus.Agreed,
            0.52,
            0,
            Pieces.Boast() with
            {
                Interest = Interest.Against,
            },
            Pieces.Adversary(Stance.Supports, Interest.Aligned)
        );

    [Fact]
    public void Support_outside_and_the_adversarys_denial_are_contested() =>
        Check(
            ClaimStatus.Contested,
            0.73,
            0.16,
            Pieces.Boast(),
            Pieces.Analysis("USA"),
            Pieces.Analysis("GBR"),
            Pieces.Adversary(Stance.Contradicts, Interest.Aligned)
        );

    [Fact]
    public void A_doubt_is_no_contradiction() =>
        Check(ClaimStatus.Doubted, 0.10, 0, Pieces.Boast(), Pieces.Witness("reporter", Stance.Doubts));

    [Fact]
    public void A_group_that_is_divided_keeps_both_words() =>
        Check(
            ClaimStatus.Contested,
            0.68,
            0.16,
            Pieces.Boast(),
            Pieces.Adversary(Stance.Supports, Interest.Against),
            Pieces.Adversary(Stance.Contradicts, Interest.Aligned)
        );

    [Fact]
    public void A_claim_that_its_origin_withdrew_is_retracted() =>
        Check("reporter", false, ClaimStatus.Retracted, 0, 0, Pieces.Witness("reporter") with { IsRetracted = true });

    [Fact]
    public void Nothing_said_is_claimed_by_nobody_else() => Check(ClaimStatus.Claimed, 0, 0);

    private static void Check(ClaimStatus status, double plus, double minus, params EvidenceItem[] items) =>
        Check("party", true, status, plus, minus, items);

    private static void Check(string claimant, bool isParty, ClaimStatus status, double plus, double minus, params EvidenceItem[] items)
    {
        var verdict = ClaimJudge.Judge(claimant, isParty, items);
        Assert.Equal(status, verdict.Status);
        Assert.Equal((plus, minus), (Math.Round(verdict.For, 2), Math.Round(verdict.Against, 2)));
    }
}
