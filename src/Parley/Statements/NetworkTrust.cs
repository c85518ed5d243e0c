namespace Parley.Statements;

/// <summary>How far the network is trusted against the rules, in one place: measure anew with each model (<c>docs/decisions/statements-network.md</c>).</summary>
/// <remarks>Which act of a rule gives way to which of the network stands in <c>rules/statement-acts</c>.</remarks>
internal static class NetworkTrust
{
    /// <summary>A reporting verb of the lexicons from which no rule read a statement is a cue where the network gives it this much.</summary>
    public const float KnownVerb = 0.6f;

    /// <summary>A noun of speech of the lexicons is a cue from here on; no rule reads nouns.</summary>
    public const float KnownNoun = 0.5f;

    /// <summary>Any other word needs this much; verbs of thought and wish report nothing, however sure the network is.</summary>
    public const float OtherCue = 0.9f;

    /// <summary>A cue whose sentence names nobody who can speak needs this much.</summary>
    public const float HiddenSpeaker = 0.95f;

    /// <summary>The likeliest speaker of a cue counts from here on.</summary>
    public const float Speaker = 0.25f;

    /// <summary>A deed is refused, and a position rejected, where mention and status or stance are both as likely as this.</summary>
    public const float Refusal = 0.5f;

    /// <summary>In a clause by which the speaker's own side will not do something, a rejected position needs only this much.</summary>
    public const float WillNot = 0.2f;
}
