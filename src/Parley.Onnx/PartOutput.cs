using Microsoft.ML.OnnxRuntime;
using Parley.Syntax;

namespace Parley.Onnx;

/// <summary>What the network gave for one part of a batch.</summary>
/// <param name="Output">All outputs of the batch.</param>
/// <param name="Row">The part's row in the batch.</param>
/// <param name="Words">Words of a row, padding included.</param>
/// <param name="Names">Number of name classes.</param>
internal readonly record struct PartOutput(IReadOnlyList<OrtValue> Output, int Row, int Words, int Names)
{
    /// <summary>Copies the part's scores to their place in the chunk.</summary>
    public void CopyTo(OnnxChunkScores chunk, ChunkPart part, RoleScorer roles)
    {
        CopyClasses(0, chunk.Upos, part);
        CopyClasses(1, chunk.Xpos, part);
        CopyClasses(2, chunk.Features, part);
        CopyClasses(3, chunk.Lemmas, part);
        CopyClasses(4, chunk.Best, part);
        CopyClasses(5, chunk.BestRelation, part);
        for (var word = part.Offset; word < part.Offset + part.Words; word++)
            if (chunk.Best[word] > 0)
                chunk.Best[word] += (short)part.Offset;
        Floats(6, Words * Names)[..(part.Words * Names)].CopyTo(chunk.Names.AsSpan(part.Offset * Names));
        Floats(7, Words)[..part.Words].CopyTo(chunk.Ends.AsSpan(part.Offset));
        CopyArcs(chunk, part);
        const int width = RelationScorer.Width;
        Floats(9, Words * width)[..(part.Words * width)].CopyTo(chunk.WordVectors.AsSpan(part.Offset * width));
        var heads = Floats(10, (Words + 1) * width);
        heads[..width].CopyTo(chunk.HeadVectors);
        heads.Slice(width, part.Words * width).CopyTo(chunk.HeadVectors.AsSpan((part.Offset + 1) * width));
        CopyRows(11, chunk.Meanings, chunk.Classes, part);
        CopyRows(12, chunk.Governors, roles.GovernorNumbers, part);
        CopyRows(13, chunk.RoleWords, roles.WordNumbers, part);
    }

    private void CopyClasses(int output, short[] classes, ChunkPart part)
    {
        var given = Output[output].GetTensorDataAsSpan<long>().Slice(Row * Words, part.Words);
        for (var i = 0; i < given.Length; i++)
            classes[part.Offset + i] = (short)given[i];
    }

    private void CopyRows(int output, float[] into, int width, ChunkPart part) =>
        Floats(output, Words * width)[..(part.Words * width)].CopyTo(into.AsSpan(part.Offset * width));

    private void CopyArcs(OnnxChunkScores chunk, ChunkPart part)
    {
        var given = Floats(8, Words * (Words + 1));
        for (var word = 0; word < part.Words; word++)
        {
            var row = given.Slice(word * (Words + 1), Words + 1);
            var into = chunk.Arcs.AsSpan((part.Offset + word) * (chunk.Count + 1), chunk.Count + 1);
            into[0] = row[0];
            row.Slice(1, part.Words).CopyTo(into[(1 + part.Offset)..]);
        }
    }

    private ReadOnlySpan<float> Floats(int output, int row) => Output[output].GetTensorDataAsSpan<float>().Slice(Row * row, row);
}
