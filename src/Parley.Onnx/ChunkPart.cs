namespace Parley.Onnx;

/// <summary>A run of words that goes through the network at once: a chunk, or a part of one that is too long.</summary>
/// <param name="Chunk">Index of the chunk.</param>
/// <param name="Offset">First word, counted in the chunk.</param>
/// <param name="Words">Number of words.</param>
/// <param name="FirstWord">Index in the plan of the first word's pieces.</param>
/// <param name="MostPieces">The most pieces that a word may keep, so that the part fits the encoder.</param>
/// <param name="Length">Number of pieces, with the one in front and the one behind.</param>
internal readonly record struct ChunkPart(int Chunk, int Offset, int Words, int FirstWord, int MostPieces, int Length);
