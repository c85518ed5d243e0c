using System.Collections.Immutable;
using Parley.Answers;
using Parley.Records;
using Parley.Web.Access;
using Parley.Web.Users;

namespace Parley.Web.Paging;

/// <summary>What every page has around it; components get it as a cascading value.</summary>
public sealed record PageFrame
{
    /// <summary>What the address says.</summary>
    public PageState State { get; init; } = PageState.Empty;

    /// <summary>The entry of the rail.</summary>
    public Section Section { get; init; }

    /// <summary>The path of the address.</summary>
    public required string Path { get; init; }

    /// <summary>Makes links.</summary>
    public required PageLinks Links { get; init; }

    /// <summary>The parties to choose from.</summary>
    public ImmutableArray<PartyName> Parties { get; init; } = [];

    /// <summary>The sentence at the side; null for none.</summary>
    public SentenceAnswer? Sentence { get; init; }

    /// <summary>Of which articles the page knows where it is made of readings.</summary>
    public Coverage Coverage { get; init; } = new(0, 0, null);

    /// <summary>True while what was written last is being worked in.</summary>
    public Func<bool> IsRenewing { get; init; } = () => false;

    /// <summary>True while results that another version of the program made are shown, and weighed anew.</summary>
    public Func<bool> IsReweighing { get; init; } = () => false;

    /// <summary>Who is logged in; null where nobody is asked.</summary>
    public Visitor? User { get; init; }

    /// <summary>In a report: the words of the article that other pages lead to.</summary>
    public ImmutableArray<Span> Anchors { get; init; } = [];

    /// <summary>True where forms that write are offered.</summary>
    public bool CanWrite { get; init; }

    /// <summary>The token that every form that writes must send; null where there is no server.</summary>
    public Func<string?> FormToken { get; init; } = () => null;

    /// <summary>This page with another state.</summary>
    public string Here(PageState state, params ReadOnlySpan<(string Name, string? Value)> more) => Links.To(Path, state, more);

    /// <summary>A sentence at the side of this page.</summary>
    public string SentenceLink(string article, Span span) => Links.Sentence(article, span, Path, State);
}
