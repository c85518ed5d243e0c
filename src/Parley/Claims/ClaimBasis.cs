namespace Parley.Claims;

/// <summary>What an origin's word rests on.</summary>
public enum ClaimBasis
{
    /// <summary>It saw, heard or counted it.</summary>
    Witnessed,

    /// <summary>A named speaker or body, or the article itself, tells it.</summary>
    Told,

    /// <summary>Somebody unnamed tells it.</summary>
    ToldUnnamed,
}
