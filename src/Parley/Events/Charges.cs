using Parley.Lexicons;
using Parley.Syntax;

namespace Parley.Events;

/// <summary>Tells what somebody is accused of ("accused of shelling") from what the text itself lays at his door ("responsible for the killings").</summary>
internal static class Charges
{
    private const int Steps = 3;

    private static readonly Lexicon s_cues = LexiconSet.Get("lexicons/cue-verbs");
    private static readonly int s_act = s_cues.Column("act");

    /// <summary>True below a word that accuses, whoever does it.</summary>
    public static bool IsCharged(Node trigger)
    {
        for (var (node, steps) = (trigger.Head, Steps); steps > 0 && node.Exists; node = node.Head, steps--)
        for (var row = s_cues.Find(node.Lemma); row >= 0; row = s_cues.Next(row))
            if (s_cues.Cell(row, s_act) is "accuses")
                return true;
        return false;
    }
}
