using AngleSharp.Dom;

namespace Parley.Intake.Pages;

/// <summary>What an element holds.</summary>
/// <param name="Text">Characters of all its text.</param>
/// <param name="Paragraphs">Characters of its text that stand in paragraphs.</param>
/// <param name="HoldsArticle">True when the page's headline or what is marked as the article's body lies in it.</param>
internal readonly record struct PageMeasure(int Text, int Paragraphs, bool HoldsArticle)
{
    /// <summary>Measures an element and all that lie in it, in linear time.</summary>
    public static Dictionary<IElement, PageMeasure> Below(IElement root)
    {
        var measures = new Dictionary<IElement, PageMeasure>();
        Measure(root, measures);
        return measures;
    }

    private static PageMeasure Measure(IElement element, Dictionary<IElement, PageMeasure> measures)
    {
        var (text, paragraphs) = (0, 0);
        var holds =
            element.LocalName == "h1" || element.GetAttribute("itemprop")?.Contains("articleBody", StringComparison.Ordinal) == true;
        foreach (var node in element.ChildNodes)
        {
            if (node is IText run)
                text += run.Length;
            else if (node is IElement child)
            {
                var inner = Measure(child, measures);
                text += inner.Text;
                paragraphs += inner.Paragraphs;
                holds |= inner.HoldsArticle;
            }
        }
        return measures[element] = new PageMeasure(text, element.LocalName == "p" ? text : paragraphs, holds);
    }
}
