using Parley.Text;

namespace Parley.Statements;

/// <summary>A run of words in quotation marks.</summary>
/// <param name="Words">The words with their marks.</param>
/// <param name="HasEnd">False where the closing mark is lost, or the quotation goes on in the next paragraph.</param>
/// <param name="GoesOn">True where the next paragraph goes on with the same quotation.</param>
/// <param name="IsSpeech">True where it reads as someone's sentence; false for names, titles, scare quotes and pieces of a sentence.</param>
internal readonly record struct Quotation(WordRange Words, bool HasEnd, bool GoesOn, bool IsSpeech);
