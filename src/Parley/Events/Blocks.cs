using Parley.Syntax;
using Parley.Text;

namespace Parley.Events;

/// <summary>Which block of the text a word stands in.</summary>
internal static class Blocks
{
    /// <summary>The kind of the word's block.</summary>
    public static BlockKind KindAt(Node node)
    {
        var blocks = node.Parsed.Tokens.Blocks;
        int low = 0,
            high = blocks.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var words = blocks[middle].Words;
            if (words.Contains(node.Index))
                return blocks[middle].Kind;
            if (node.Index < words.Start)
                high = middle - 1;
            else
                low = middle + 1;
        }
        return BlockKind.Paragraph;
    }
}
