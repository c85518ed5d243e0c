using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Ledger;

/// <summary>
/// A function over many articles, cut so that one article more costs little: articles that tell something meet in blocks; of each block subjects
/// are made; articles are weighed against a subject one by one; and a subject is assessed from those that tell it and those that bear on it.
/// All its parts are pure, and what they give depends on nothing but what they are given.
/// </summary>
public interface IBlockFunction
{
    /// <summary>Its name, by which a ledger keeps its results.</summary>
    string Name { get; }

    /// <summary>Changes with everything that its results depend on and that is in no article. A ledger makes all anew when it has another one.</summary>
    string Version { get; }

    /// <summary>Changes with the form of its rows, and has no blank: rows of another form cannot be read, those of another version in the same form can.</summary>
    string Form { get; }

    /// <summary>Keys of the blocks that an article tells something in (<c>RUS/calm</c>, <c>RUS/withdrawal</c>).</summary>
    IEnumerable<string> Keys(Reading reading);

    /// <summary>Scopes in which an article can bear on something (<c>RUS</c>); none where nothing is weighed.</summary>
    IEnumerable<string> Scopes(Reading reading);

    /// <summary>The scopes of which an article must have one to bear on a subject.</summary>
    IEnumerable<string> ScopesOf(BlockSubject subject);

    /// <summary>The subjects of a block.</summary>
    /// <param name="key">The block.</param>
    /// <param name="tellers">The readings with that key, in the order of a ledger.</param>
    /// <param name="joins">What people say of which records are one.</param>
    ImmutableArray<BlockSubject> Join(string key, ImmutableArray<Reading> tellers, JoinDecisions joins);

    /// <summary>True when an article has something that bears on a subject.</summary>
    bool Bears(BlockSubject subject, Reading reading);

    /// <summary>What is to be shown of a subject.</summary>
    /// <param name="key">The block.</param>
    /// <param name="subject">The subject.</param>
    /// <param name="involved">The readings that tell it or bear on it, in the order of a ledger.</param>
    /// <param name="context">What people decided, and where the readings' words come from.</param>
    ImmutableArray<DerivedRow> Assess(string key, BlockSubject subject, ImmutableArray<Reading> involved, BlockContext context);
}
