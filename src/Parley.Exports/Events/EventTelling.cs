using Parley.Records;

namespace Parley.Exports.Events;

/// <summary>An event as one article tells it.</summary>
/// <param name="Reading">The article's reading.</param>
/// <param name="Event">The record.</param>
/// <param name="CopyOf">Id of the article that this one copies; null where it copies none.</param>
internal sealed record EventTelling(Reading Reading, Event Event, string? CopyOf)
{
    /// <summary>The statement that tells it; null where the article tells it itself.</summary>
    public Statement? Statement => Reading.Statements.FirstOrDefault(said => said.Id == Event.Statement);

    /// <summary>The clause with the words that name the deed, else the first.</summary>
    public Span Clause => Event.Evidence.FirstOrDefault(span => span.Contains(Event.Trigger), Event.Evidence[0]);

    /// <summary>The outlet, else the article's source, else its id.</summary>
    public string Outlet => Reading.Article.Publisher ?? Reading.Article.Source ?? Reading.Article.Id;

    /// <summary>The number of the sentence, from 1; null where it stands in none.</summary>
    public int? Sentence
    {
        get
        {
            var at = Reading.Article.Sentences.IndexOf(Reading.Article.Sentences.FirstOrDefault(sentence => sentence.Contains(Clause)));
            return at >= 0 ? at + 1 : null;
        }
    }
}
