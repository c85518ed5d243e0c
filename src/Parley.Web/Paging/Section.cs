namespace Parley.Web.Paging;

/// <summary>The entries of the rail, in their order; <see cref="None"/> for pages that belong to none.</summary>
public enum Section
{
    /// <summary>No entry.</summary>
    None,

    /// <summary>What changed.</summary>
    Brief,

    /// <summary>Undertakings by state.</summary>
    Board,

    /// <summary>Topics and parties.</summary>
    Matrix,

    /// <summary>Words and deeds in time.</summary>
    Timeline,

    /// <summary>Where.</summary>
    Map,

    /// <summary>Who says so, who the contrary.</summary>
    Claims,

    /// <summary>How many, by who counts.</summary>
    Figures,

    /// <summary>What was read.</summary>
    Articles,

    /// <summary>Articles that tell of one thing.</summary>
    Stories,

    /// <summary>The outlets.</summary>
    Sources,

    /// <summary>Words in texts and records.</summary>
    Search,

    /// <summary>What to check.</summary>
    Queue,

    /// <summary>New articles.</summary>
    Add,

    /// <summary>Downloads.</summary>
    Data,
}
