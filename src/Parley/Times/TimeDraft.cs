using Parley.Text;

namespace Parley.Times;

/// <summary>An expression of time as a matcher found it.</summary>
/// <param name="Words">Its words.</param>
/// <param name="Type">TimeML type.</param>
/// <param name="Value">TimeML value.</param>
/// <param name="Resolved">True when the value needs no date that is not known.</param>
internal readonly record struct TimeDraft(WordRange Words, string Type, string Value, bool Resolved)
{
    /// <summary>True where something was found.</summary>
    public bool Exists => Words.Length > 0;
}
