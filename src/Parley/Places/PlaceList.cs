using System.Collections.Immutable;
using Parley.Records;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Places;

/// <summary>Gathers places and their mentions: one place one entry, one head word one mention.</summary>
internal sealed class PlaceList(ParsedText parsed)
{
    private readonly Dictionary<string, int> _byKey = new(StringComparer.Ordinal);
    private readonly List<Place> _places = [];
    private readonly List<List<WordRange>> _shown = [];
    private readonly List<PlaceMention> _mentions = [];
    private readonly HashSet<int> _heads = [];
    private readonly HashSet<(int Place, int Word)> _shownWords = [];

    /// <summary>Adds a mention; a place of a known key is joined.</summary>
    /// <param name="key">What makes two mentions one place: the gazetteer's id, or the folded name.</param>
    /// <param name="place">The place, without mentions and id.</param>
    /// <param name="words">The words of the mention.</param>
    /// <param name="head">Its head word; a head that mentions a place already is left to it.</param>
    /// <param name="use">Whether it means the place, those who act there, or a people: each has its own entry, and only the first is a mention for later stages.</param>
    /// <param name="isShown">False for a phrase around a name that is shown by itself.</param>
    public void Add(string key, Func<Place> place, WordRange words, int head, PlaceUse use, bool isShown = true)
    {
        var isMention = use == PlaceUse.Literal && _heads.Add(head);
        if (!isMention && !isShown)
            return;
        key = $"{use} {key}";
        if (!_byKey.TryGetValue(key, out var index))
        {
            _byKey[key] = index = _places.Count;
            _places.Add(place() with { Use = use });
            _shown.Add([]);
        }
        if (isMention)
            _mentions.Add(new PlaceMention(index, words, head));
        if (isShown && !IsShown(index, words))
            Show(index, words);
    }

    /// <summary>True where the head word mentions a place already.</summary>
    public bool IsMentioned(int head) => _heads.Contains(head);

    private bool IsShown(int place, WordRange words)
    {
        for (var word = words.Start; word < words.End; word++)
            if (_shownWords.Contains((place, word)))
                return true;
        return false;
    }

    private void Show(int place, WordRange words)
    {
        _shown[place].Add(words);
        for (var word = words.Start; word < words.End; word++)
            _shownWords.Add((place, word));
    }

    /// <summary>The finished table, in the order of first mention.</summary>
    public PlaceTable Build()
    {
        var order = Enumerable
            .Range(0, _places.Count)
            .Where(p => _shown[p].Count > 0)
            .OrderBy(p => _shown[p].Min(words => words.Start))
            .ToArray();
        var newIndex = new int[_places.Count];
        Array.Fill(newIndex, -1);
        var places = ImmutableArray.CreateBuilder<Place>(order.Length);
        foreach (var old in order)
        {
            newIndex[old] = places.Count;
            var mentions = _shown[old].OrderBy(words => words.Start).Select(parsed.SpanOf).ToImmutableArray();
            places.Add(
                _places[old] with
                {
                    Id = $"p{places.Count + 1}",
                    Mentions = mentions,
                    Evidence = [mentions.MaxBy(span => span.Length)],
                }
            );
        }
        var kept = _mentions
            .Where(mention => newIndex[mention.Place] >= 0)
            .OrderBy(mention => mention.Words.Start)
            .ThenBy(mention => mention.Head);
        return new PlaceTable(
            parsed,
            places.MoveToImmutable(),
            [.. kept.Select(mention => mention with { Place = newIndex[mention.Place] })]
        );
    }
}
