using System.Globalization;
using Parley.Lexicons;
using Parley.Records;

namespace Parley.Exports.Events;

/// <summary>Scores and classes of codes, each by the table of its own format.</summary>
internal static class EventScores
{
    private const int RootDigits = 2;
    private static readonly Lexicon s_cameo = LexiconSet.Get("lexicons/cameo");
    private static readonly int s_goldstein = s_cameo.Column("goldstein");
    private static readonly int s_name = s_cameo.Column("name");
    private static readonly Lexicon s_plover = LexiconSet.Get("lexicons/plover-scores");
    private static readonly int s_quad = s_plover.Column("quad");
    private static readonly int s_score = s_plover.Column("score");

    /// <summary>Goldstein's score in GDELT's table; null without one.</summary>
    public static double? Goldstein(string? cameo) =>
        cameo is not null && s_cameo.Find(cameo) is >= 0 and var row && s_cameo.Cell(row, s_goldstein) is { IsEmpty: false } score
            ? double.Parse(score, CultureInfo.InvariantCulture)
            : null;

    /// <summary>The meaning of a CAMEO code in Parley's words; empty without one.</summary>
    public static string CameoName(string? cameo) =>
        cameo is not null && s_cameo.Find(cameo) is >= 0 and var row ? s_cameo.Text(row, s_name) : "";

    /// <summary>PLOVER's quad class, 1 to 4: sanctions are material conflict.</summary>
    public static int PloverQuad(EventType type) =>
        int.Parse(s_plover.Cell(s_plover.Find(ReadingJson.Spell(type)), s_quad), CultureInfo.InvariantCulture);

    /// <summary>PLOVER's score of the mode, else of the type.</summary>
    public static double PloverScore(EventType type, string? mode)
    {
        var name = ReadingJson.Spell(type);
        var row = mode is not null && s_plover.Find($"{name}/{mode}") is >= 0 and var found ? found : s_plover.Find(name);
        return double.Parse(s_plover.Cell(row, s_score), CultureInfo.InvariantCulture);
    }

    /// <summary>GDELT's quad class of a CAMEO code: 01–05 are 1, 06–08 2, 09–13 3, 14–20 4.</summary>
    public static int GdeltQuad(string cameo) =>
        Root(cameo) switch
        {
            <= 5 => 1,
            <= 8 => 2,
            <= 13 => 3,
            _ => 4,
        };

    /// <summary>Phoenix' quad class: as GDELT's, but 01 and 02 are 0 (neutral) and 16 is 3.</summary>
    public static int PhoenixQuad(string cameo) =>
        Root(cameo) switch
        {
            <= 2 => 0,
            16 => 3,
            _ => GdeltQuad(cameo),
        };

    private static int Root(string cameo) => int.Parse(cameo.AsSpan(0, RootDigits), NumberStyles.None, CultureInfo.InvariantCulture);
}
