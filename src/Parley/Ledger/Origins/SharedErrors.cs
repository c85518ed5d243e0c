using System.Collections.Frozen;
using System.Collections.Immutable;
using Parley.Ledger.Joining;
using Parley.Lexicons;
using Parley.Records;

namespace Parley.Ledger.Origins;

/// <summary>
/// Finds rare errors that articles of one story share (rule I8): a name that most spell otherwise. Who copies a mistake has copied; two who read
/// the name rightly need not have. Spellings that a table knows are no mistakes.
/// </summary>
public static class SharedErrors
{
    /// <summary>The articles that must name somebody before a spelling can be told to be rare.</summary>
    private const int LeastArticles = 4;

    /// <summary>A spelling is rare where at most this share of them has it.</summary>
    private const double RareShare = 0.4;

    private const int LeastLetters = 5;

    private static readonly Lexicon s_leaders = LexiconSet.Get("lexicons/leaders");

    /// <summary>Rare spellings and the articles that share them, at least two each, in order of stories and spellings.</summary>
    /// <param name="readings">The readings.</param>
    /// <param name="stories">The story of each article by its id.</param>
    public static ImmutableArray<SharedError> Find(IEnumerable<Reading> readings, IReadOnlyDictionary<string, string> stories)
    {
        var names =
            from reading in readings
            from actor in reading.Actors
            where actor.Kind == ActorKind.Person
            let words = FoldedName.Words(actor.Name)
            where words.Length > 1 && words[^1].Length >= LeastLetters && !s_leaders.Contains(actor.Name)
            select (
                Story: stories.GetValueOrDefault(reading.Article.Id) ?? reading.Article.Id,
                First: words[0],
                Surname: words[^1],
                reading.Article.Id
            );
        return
        [
            .. names
                .Distinct()
                .GroupBy(name => (name.Story, name.First))
                .OrderBy(group => group.Key.Story, StringComparer.Ordinal)
                .ThenBy(group => group.Key.First, StringComparer.Ordinal)
                .SelectMany(group => Rare([.. group.Select(name => (name.Surname, name.Id))])),
        ];
    }

    /// <summary>The same origins, articles that share an error joined to the one of them that sorts first among originals; copies and agencies stay as they are.</summary>
    public static FrozenDictionary<string, ArticleOrigin> Join(
        IReadOnlyDictionary<string, ArticleOrigin> origins,
        IEnumerable<SharedError> errors
    )
    {
        var joined = origins.ToDictionary(StringComparer.Ordinal);
        foreach (var error in errors)
        {
            var sharers = error.Articles.Where(joined.ContainsKey).Select(id => joined[id]).ToList();
            var key = sharers.OrderByDescending(origin => origin.Basis == OriginBasis.Agency).First().Key;
            foreach (var origin in sharers.Where(origin => origin.Basis is OriginBasis.Outlet or OriginBasis.NoOutlet && origin.Key != key))
                joined[origin.ArticleId] = origin with { Key = key, Basis = OriginBasis.SharedError, Because = error.Spelling };
        }
        return joined.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static IEnumerable<SharedError> Rare(List<(string Surname, string Article)> names)
    {
        foreach (
            var spelling in names.GroupBy(name => name.Surname, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
        )
        {
            var articles = spelling
                .Select(name => name.Article)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .ToImmutableArray();
            var near = names
                .Where(name => FoldedName.Distance(name.Surname, spelling.Key) <= 1)
                .Select(name => name.Article)
                .Distinct(StringComparer.Ordinal)
                .Count();
            if (articles.Length >= 2 && near >= LeastArticles && articles.Length <= RareShare * near)
                yield return new SharedError(spelling.Key, articles);
        }
    }
}

/// <summary>A rare spelling of a name and the articles that share it.</summary>
/// <param name="Spelling">The surname as it is compared: lower case, spellings that are usual made alike.</param>
/// <param name="Articles">Ids of the articles, sorted; at least two.</param>
public sealed record SharedError(string Spelling, ImmutableArray<string> Articles);
