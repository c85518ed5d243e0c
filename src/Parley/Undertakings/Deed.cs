using Parley.Records;
using Parley.Syntax;

namespace Parley.Undertakings;

/// <summary>Words that name something a party can bind itself to: "scale back operations", "a truce".</summary>
/// <param name="Head">The verb or noun that heads them.</param>
/// <param name="Object">The noun that completes them; <see cref="Node.None"/> where the head says all.</param>
/// <param name="Kind">What sort of undertaking it would be.</param>
/// <param name="IsNoun">True for a noun.</param>
/// <param name="IsGift">True for a noun that only names what is given ("weapons"): it binds where it is pledged, not where it is agreed on.</param>
internal readonly record struct Deed(Node Head, Node Object, UndertakingKind Kind, bool IsNoun, bool IsGift = false);
