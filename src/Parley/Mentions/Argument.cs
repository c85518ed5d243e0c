namespace Parley.Mentions;

/// <summary>A word that fills a role of a mention: the head of a noun phrase, the last word of a personal name.</summary>
/// <param name="Word">The word.</param>
/// <param name="Probability">How likely it fills the role, 0 to 1, as the model gives it.</param>
public readonly record struct Argument(int Word, float Probability);
