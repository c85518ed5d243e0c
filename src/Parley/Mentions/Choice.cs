namespace Parley.Mentions;

/// <summary>The likeliest class of a head with its runner-up. Probabilities are the model's own, 0 to 1.</summary>
/// <param name="Best">The likeliest class.</param>
/// <param name="Probability">Its probability.</param>
/// <param name="Second">The runner-up.</param>
/// <param name="SecondProbability">Its probability.</param>
public readonly record struct Choice<T>(T Best, float Probability, T Second, float SecondProbability);
