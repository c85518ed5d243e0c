using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Parley.Links;

/// <summary>
/// Remembers what a reader of testimony gave: an article is asked about an undertaking when it is first weighed, and again each time the undertaking is
/// judged anew. What it gives is the same, only sooner.
/// </summary>
/// <param name="model">The reader.</param>
public sealed class TestimonyMemory(ITestimonyModel model) : ITestimonyModel
{
    /// <summary>Pairs that are remembered, some 30 MB; the next one forgets all.</summary>
    private const int Most = 300_000;

    private readonly ConcurrentDictionary<UInt128, TestimonyScores> _known = new();

    /// <inheritdoc/>
    public string Name => model.Name;

    /// <inheritdoc/>
    public TestimonyScores[] Score(string promise, IReadOnlyList<string> sentences, IReadOnlyList<bool>? closely = null)
    {
        var scores = new TestimonyScores[sentences.Count];
        var (asked, how, places) = (new List<string>(), new List<bool>(), new List<(int At, UInt128 Key)>());
        for (var at = 0; at < sentences.Count; at++)
        {
            var isClose = closely?[at] ?? true;
            var key = KeyOf(promise, sentences[at], isClose);
            if (_known.TryGetValue(key, out scores[at]))
                continue;
            asked.Add(sentences[at]);
            how.Add(isClose);
            places.Add((at, key));
        }
        if (asked.Count == 0)
            return scores;
        if (_known.Count > Most)
            _known.Clear();
        var given = model.Score(promise, asked, how);
        for (var number = 0; number < given.Length; number++)
        {
            scores[places[number].At] = given[number];
            _known[places[number].Key] = given[number];
        }
        return scores;
    }

    /// <inheritdoc/>
    public Func<string, bool> Screen(string promise) => model.Screen(promise);

    private static UInt128 KeyOf(string promise, string sentence, bool isClose)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{promise}\n{sentence}\n{(isClose ? "closely" : "")}"), hash);
        return BitConverter.ToUInt128(hash);
    }
}
