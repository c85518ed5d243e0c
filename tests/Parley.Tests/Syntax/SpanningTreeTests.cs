using CsCheck;
using Parley.Syntax;
using Xunit;

namespace Parley.Tests.Syntax;

public sealed class SpanningTreeTests
{
    [Fact]
    public void A_cycle_is_broken_where_it_costs_least()
    {
        // Two words prefer each other; the root takes the first at a loss of 1, the second at a loss of 5.
        float[] arcs = [9, 0, 10, 5, 10, 0];
        var heads = new int[2];
        SpanningTree.Decode(arcs, heads);
        Assert.Equal([-1, 0], heads);
    }

    [Fact]
    public void The_tree_is_the_best_of_all_with_one_root() =>
        Gen.Select(Gen.Int[1, 5], Gen.Int[0, 1 << 30])
            .Sample(
                (count, seed) =>
                {
                    var random = new Random(seed);
                    var arcs = new float[count * (count + 1)];
                    for (var i = 0; i < arcs.Length; i++)
                        arcs[i] = random.Next(-20, 20);
                    var heads = new int[count];
                    SpanningTree.Decode(arcs, heads);
                    Assert.True(IsTree(heads));
                    Assert.Equal(BestScore(arcs, count), Score(arcs, heads));
                }
            );

    private static float BestScore(float[] arcs, int count)
    {
        var best = float.NegativeInfinity;
        var heads = new int[count];
        for (var code = 0; code < Math.Pow(count + 1, count); code++)
        {
            var rest = code;
            for (var word = 0; word < count; word++)
                (heads[word], rest) = (rest % (count + 1) - 1, rest / (count + 1));
            if (IsTree(heads))
                best = Math.Max(best, Score(arcs, heads));
        }
        return best;
    }

    private static float Score(float[] arcs, int[] heads) => heads.Select((head, word) => arcs[word * (heads.Length + 1) + head + 1]).Sum();

    private static bool IsTree(int[] heads)
    {
        if (heads.Count(head => head < 0) != 1)
            return false;
        for (var word = 0; word < heads.Length; word++)
        {
            var steps = 0;
            for (var up = word; up >= 0; up = heads[up])
                if (steps++ > heads.Length)
                    return false;
        }
        return true;
    }
}
