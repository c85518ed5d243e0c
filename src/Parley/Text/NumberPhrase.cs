namespace Parley.Text;

/// <summary>A cardinal number written in digits or words.</summary>
/// <param name="Words">Its words, a leading "a" ("a dozen") and magnitudes included, bounds and currency not.</param>
/// <param name="Value">The number in single units; for a vague one ("hundreds") the least it can mean.</param>
/// <param name="IsVague">True for plurals of no exact size: "dozens", "tens of thousands", "several hundred".</param>
public readonly record struct NumberPhrase(WordRange Words, decimal Value, bool IsVague)
{
    /// <summary>True where a number was read.</summary>
    public bool Exists => Words.Length > 0;
}
