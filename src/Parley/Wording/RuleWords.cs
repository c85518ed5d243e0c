namespace Parley.Wording;

/// <summary>The rules by which an undertaking came to stand so, in words. They are those of <c>docs/stages/9-assessments.md</c>.</summary>
public static class RuleWords
{
    /// <summary>Why a step was taken; the rule's own name where it is not known.</summary>
    /// <param name="rule"><c>T1</c> to <c>T14</c>.</param>
    public static string Of(string rule) =>
        rule switch
        {
            "T1" => "it was told",
            "T2" => "its start was reached, or a first deed was told",
            "T3" => "the party told that its condition failed",
            "T4" => "the party took it back",
            "T5" => "another undertaking took its place",
            "T6" => "it ended: its time passed, or its completion was told",
            "T7" => "others than the party tell that it is kept, and nothing that counts that it is not",
            "T8" => "a breach is established in a part of it, or on one day",
            "T9" => "a serious breach is established",
            "T10" => "a breach is told that is not established",
            "T11" => "only the party's own word, doubts, or nothing",
            "T12" => "a day passed",
            "T13" => "a report was withdrawn",
            "T14" => "a person decided",
            _ => rule,
        };
}
