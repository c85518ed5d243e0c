using System.Globalization;

namespace Parley.Actors;

/// <summary>Reads an actor list line by line; see <see cref="ActorList"/> for the syntax.</summary>
/// <param name="text">The list.</param>
internal sealed class ActorListParser(string text)
{
    private static readonly HashSet<string> s_roles =
    [
        .. "GOV MIL REB OPP PTY COP JUD LEG SPY MED CVL BUS EDU AGR LAB REF REL CRM UAF INS SEP".Split(' '),
    ];
    private readonly Dictionary<string, List<ListedName>> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _agents = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<ActorListFault> _faults = [];
    private readonly List<string> _open = [];
    private List<DatedCode> _codes = [];
    private int _openedAt;
    private bool _inComment;
    private bool _isPassedOver;
    private readonly Dictionary<string, string[]> _sets = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads all lines.</summary>
    public ActorList Parse()
    {
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            var rest = WithoutComments(line).Trim('\r', ' ', '\t', '\uFEFF');
            if (rest.Length > 0 && Fault(rest, number) is { } why)
                _faults.Add(new ActorListFault(number, why));
        }
        Close();
        return new ActorList(_names, _agents, [.. _faults.OrderBy(fault => fault.Line)]);
    }

    private string WithoutComments(string line)
    {
        var kept = "";
        for (var at = 0; at < line.Length; )
        {
            var mark = _inComment ? "-->" : "<!--";
            var next = line.IndexOf(mark, at, StringComparison.Ordinal);
            kept += _inComment ? "" : line[at..(next < 0 ? line.Length : next)];
            if (next < 0)
                break;
            (_inComment, at) = (!_inComment, next + mark.Length);
        }
        var end = kept.AsSpan().IndexOfAny('#', ';');
        return end < 0 ? kept : kept[..end];
    }

    /// <summary>Takes a line; says what is wrong where it cannot.</summary>
    private string? Fault(string line, int number)
    {
        var isBroken = line.Count(c => c == '[') != line.Count(c => c == ']');
        if (line[0] is '[' or '+' && _isPassedOver)
            return "it belongs to a line that is not used";
        if (line[0] is not ('[' or '+'))
        {
            Close();
            (_openedAt, _isPassedOver) = (number, isBroken);
        }
        if (isBroken)
            return "a bracket is not closed";
        if (line[0] == '!' && line.Split('=') is [var set, var members])
        {
            _sets[set.Trim()] = members.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            return null;
        }
        return Entry(line);
    }

    private string? Entry(string line)
    {
        var at = line.IndexOf('[', StringComparison.Ordinal);
        var name = NameOf(at < 0 ? line : line[..at]);
        var codes = at < 0 ? [] : line[at..].Split(['[', ']'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (codes.Length == 1 && codes[0].Contains('~', StringComparison.Ordinal))
            return Agent(at < 0 ? line : line[..at], codes[0]);
        if (name.Length > 0)
            _open.Add(name);
        if (_open.Count == 0)
            return line[0] == '+' ? "nothing stands before the plus sign" : "no name stands before the code";
        foreach (var code in codes)
            if (Dated(code) is { } dated)
                _codes.Add(dated);
            else
            {
                if (_codes.Count == 0)
                    Discard();
                return $"'[{code}]' is no code";
            }
        return null;
    }

    private void Discard()
    {
        _open.Clear();
        _isPassedOver = true;
    }

    private void Close()
    {
        if (_open.Count > 0 && _codes.Count == 0)
            _faults.Add(new ActorListFault(_openedAt, $"'{_open[0]}' has no code"));
        else
            foreach (var name in _open.SelectMany(Spellings))
            {
                var part = ListedName.FirstPart(name);
                (_names.TryGetValue(part, out var same) ? same : _names[part] = []).Add(new ListedName(name, _open[0], _codes));
            }
        _open.Clear();
        _codes = [];
    }

    private string? Agent(string nouns, string code)
    {
        var role = code.Trim('~', ' ').ToUpperInvariant();
        if (role.Length < 3 || !role.All(char.IsAsciiLetterOrDigit))
            return $"'[{code}]' is no code";
        var parts = nouns.Split('{', '}');
        var (one, several) = (NameOf(parts[0]), parts.Length > 1 ? NameOf(parts[1]) : NameOf(parts[0]) + "S");
        if (one.Length == 0)
            return "no name stands before the code";
        foreach (var spelling in Spellings(one).Concat(several.Length > 0 ? Spellings(several) : []))
            _agents[spelling] = role[..3];
        return null;
    }

    /// <summary>A name with each word of a set in the place of the set: "POLICE!PERSON!" is POLICEMAN, POLICEMEN …</summary>
    private IEnumerable<string> Spellings(string name)
    {
        var at = name.IndexOf('!', StringComparison.Ordinal);
        var end = at < 0 ? -1 : name.IndexOf('!', at + 1);
        return end > 0 && _sets.TryGetValue(name[at..(end + 1)], out var members)
            ? members.Select(member => name[..at] + member + name[(end + 1)..])
            : [name];
    }

    private static string NameOf(string written) =>
        string.Join(' ', written.Split(['_', ' ', '\t', '+'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>"ISRGOV 010307-060414", "USA &lt;930120", "RUS.MIL".</summary>
    private static DatedCode? Dated(string written)
    {
        var parts = written.Split((char[])[' ', '\t'], 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length == 0 || CodeOf(parts[0].ToUpperInvariant()) is not { } code)
            return null;
        if (parts.Length == 1)
            return new DatedCode(code, int.MinValue, int.MaxValue);
        var dates = parts[1];
        if (dates[0] is '<' or '>')
            return DayOf(dates[1..]) is { } day
                ? dates[0] == '<'
                    ? new DatedCode(code, int.MinValue, day)
                    : new DatedCode(code, day, int.MaxValue)
                : null;
        return dates.Split('-') is [var first, var last] && DayOf(first) is { } from && DayOf(last) is { } until && from <= until
            ? new DatedCode(code, from, until)
            : null;
    }

    /// <summary>CAMEO's runs of three letters as country and role: "ISRMIL" is ISR.MIL, "PSEREBHMS" PSE.REB, "IGOUNO" IGO.UNO.</summary>
    private static string? CodeOf(string written)
    {
        if (written.Contains('.', StringComparison.Ordinal))
            return written.Split('.').All(part => part.Length > 0 && part.All(char.IsAsciiLetterOrDigit)) ? written : null;
        if (written.Length < 3 || written.Length % 3 != 0 || !written.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c)))
            return null;
        var parts = written.Chunk(3).Select(part => new string(part)).ToList();
        return parts.Count == 1 ? parts[0] : parts[0] + "." + (parts.Skip(1).FirstOrDefault(s_roles.Contains) ?? parts[1]);
    }

    /// <summary>A day written as yymmdd or yyyymmdd; years from 30 on are of the last century.</summary>
    private static int? DayOf(string written)
    {
        written = written.Trim();
        if (written.Length == 6)
            written = (string.CompareOrdinal(written, "30") >= 0 ? "19" : "20") + written;
        return DateTime.TryParseExact(written, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? int.Parse(written, CultureInfo.InvariantCulture)
            : null;
    }
}
