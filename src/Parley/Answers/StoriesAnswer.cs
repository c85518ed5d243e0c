using System.Collections.Immutable;
using Parley.Chronicle;

namespace Parley.Answers;

/// <summary>Which stories are asked for.</summary>
public static class StoriesAnswer
{
    /// <summary>Those with an article that names the party, and one whose headline has the topic.</summary>
    public static ImmutableArray<Story> Chosen(ImmutableArray<Story> all, Question question) =>
        [
            .. all.Where(story =>
                (question.Party is null || story.Articles.Any(article => article.Sides.Any(side => question.IsParty(side))))
                && (question.Topic is null || story.Articles.Any(article => question.IsTopic(article.Title)))
            ),
        ];
}
