using Parley.Records;

namespace Parley.Undertakings;

/// <summary>A side that a mention binds or whose position it tells.</summary>
/// <param name="Actor">The body, or the person where no body is known.</param>
/// <param name="Side">See <see cref="Undertakings.Side"/>.</param>
/// <param name="Probability">How likely the word fills the role.</param>
/// <param name="Because">How it was found.</param>
internal sealed record Party(Actor Actor, string Side, float Probability, string Because);
