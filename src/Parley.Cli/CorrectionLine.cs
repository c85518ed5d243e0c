using Parley.Corrections;

namespace Parley.Cli;

/// <summary>Corrections for people, on one line.</summary>
internal static class CorrectionLine
{
    private const int MostWords = 60;

    /// <summary>"c1a2b3  reject 3c0ea192/e4 “…”".</summary>
    public static string Of(Correction correction)
    {
        var what = correction.Verb switch
        {
            CorrectionVerb.Edit => $"{correction.Field} = {correction.Value} (was {correction.Was})",
            CorrectionVerb.Decide => $"{correction.Subject} stands as {correction.Value} (was {correction.Was})",
            CorrectionVerb.Undo => correction.Undoes ?? "",
            _ => "",
        };
        var targets = correction.Verb == CorrectionVerb.Undo ? [] : correction.Targets;
        var named = string.Join(" and ", targets.Select(target => $"{target.Name} “{Cut(target.Words)}”"));
        return $"{correction.Id}  {CorrectionJson.Spell(correction.Verb)}  {string.Join(' ', new[] { named, what }.Where(part => part.Length > 0))}".ReplaceLineEndings(
            " "
        );
    }

    private static string Cut(string words) => words.Length > MostWords ? words[..MostWords] + "…" : words;
}
