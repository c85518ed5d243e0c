using System.Collections.Immutable;

namespace Parley.Web.Adding;

/// <summary>A job and how far it is. <see cref="AddingQueue"/> guards it.</summary>
/// <param name="job">The job.</param>
internal sealed class JobState(AddingJob job)
{
    private readonly List<AddedArticle> _articles = [];
    private double _share;

    /// <summary>The job.</summary>
    public AddingJob Job => job;

    /// <summary>True where all was read.</summary>
    public bool IsDone { get; private set; }

    /// <summary>Number of articles that were looked at.</summary>
    public int Count => _articles.Count;

    /// <summary>True where something became of an article already.</summary>
    public bool Has(string? article) => article is not null && _articles.Exists(one => one.Article == article);

    /// <summary>True where something became of an input of that name already.</summary>
    public bool HasName(string name) => _articles.Exists(one => one.Name == name);

    /// <summary>Takes what became of an article.</summary>
    public void Take(AddedArticle article, double? share)
    {
        if (article.What == AddedArticle.End)
            (IsDone, _share) = (true, 1);
        else
        {
            _articles.Add(article);
            _share = share ?? _share;
        }
    }

    /// <summary>How far it is, as others may see it.</summary>
    public AddingProgress Progress() =>
        new(
            job.Id,
            job.By,
            job.At,
            job.Files.Length,
            IsDone ? "done"
                : _articles.Count > 0 ? "reading"
                : "waiting",
            Math.Round(_share, 3),
            _articles.Count,
            _articles.Count(one => one.What is "added" or "new version" or "restored" or "read anew"),
            _articles.Count(one => one.What == "already there"),
            _articles.Count(one => one.IsFailure),
            [.. _articles]
        );
}
