using System.Collections.Immutable;

namespace Parley.Web.Api;

/// <summary>A list as the API answers it.</summary>
/// <param name="Ok">Always true.</param>
/// <param name="AsOf">The ISO day on which it was so; null where no day counts.</param>
/// <param name="Matched">How many there are.</param>
/// <param name="Returned">How many of them are here.</param>
/// <param name="Next">The cursor of those that follow; null at the end.</param>
/// <param name="Items">They themselves.</param>
public sealed record ApiList<T>(bool Ok, string? AsOf, int Matched, int Returned, string? Next, ImmutableArray<T> Items);

/// <summary>One thing as the API answers it.</summary>
/// <param name="Ok">Always true.</param>
/// <param name="AsOf">The ISO day on which it was so; null where no day counts.</param>
/// <param name="Item">It itself.</param>
public sealed record ApiItem<T>(bool Ok, string? AsOf, T Item);
