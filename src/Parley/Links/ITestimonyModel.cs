namespace Parley.Links;

/// <summary>A trained network that reads how a sentence bears on a promise.</summary>
/// <remarks>Implementations are safe to use from several threads at once and give the same scores for the same words, whatever else is asked with them.</remarks>
public interface ITestimonyModel
{
    /// <summary>Name and version for the record: what it gives changes with it.</summary>
    string Name { get; }

    /// <summary>Scores each sentence against the promise; one result for each, in their order.</summary>
    /// <param name="promise">The sentence that tells the promise, or its party and its words: <c>Georgia: to pull back its guns by Friday</c>.</param>
    /// <param name="sentences">The sentences.</param>
    /// <param name="closely">Of each sentence, false where it may be given as nothing once it looks like nothing; null where all are to be read to the end.</param>
    TestimonyScores[] Score(string promise, IReadOnlyList<string> sentences, IReadOnlyList<bool>? closely = null);

    /// <summary>Tells of a sentence, far sooner, whether scoring it against the promise may give anything but nothing. True for all where there is no screen.</summary>
    /// <param name="promise">As for <see cref="Score"/>.</param>
    Func<string, bool> Screen(string promise) => static _ => true;
}

/// <summary>The probabilities, together 1, of how a sentence bears on a promise.</summary>
/// <param name="Nothing">It tells nothing of it.</param>
/// <param name="Kept">It tells that the whole is done, or held to the end of its term.</param>
/// <param name="Holds">It tells that it is being kept, or a part is done.</param>
/// <param name="Broken">It tells that it is broken or not being done.</param>
/// <param name="Doubted">Somebody in it doubts that it is or will be kept, or cannot confirm it.</param>
/// <param name="Revoked">The party in it takes it back.</param>
/// <param name="Void">Its condition has failed.</param>
public readonly record struct TestimonyScores(
    float Nothing,
    float Kept,
    float Holds,
    float Broken,
    float Doubted,
    float Revoked,
    float Void
)
{
    /// <summary>The probability of a bearing.</summary>
    public float Of(Bearing bearing) =>
        bearing switch
        {
            Bearing.For => Kept + Holds,
            Bearing.Against => Broken,
            Bearing.Doubt => Doubted,
            Bearing.Revokes => Revoked,
            _ => Void,
        };
}
