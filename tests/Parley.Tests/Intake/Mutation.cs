using static Parley.Tests.Intake.Samples;

namespace Parley.Tests.Intake;

/// <summary>Damages bytes as accidents and malice do: flips, cuts, repeats, swaps, nests, lies in numbers, bombs.</summary>
internal static class Mutation
{
    /// <summary>A damaged copy.</summary>
    /// <param name="random">What decides.</param>
    /// <param name="bytes">The bytes.</param>
    /// <param name="other">Other bytes, of which some may be put in.</param>
    public static byte[] Of(Random random, byte[] bytes, byte[] other)
    {
        var copy = bytes.ToArray();
        for (var times = random.Next(1, 4); times > 0; times--)
            copy = Once(random, copy, other);
        return copy;
    }

    private static byte[] Once(Random random, byte[] bytes, byte[] other)
    {
        if (bytes.Length < 2)
            return other.ToArray();
        var (at, length) = (random.Next(bytes.Length), random.Next(1, Math.Max(2, bytes.Length / 4)));
        length = Math.Min(length, bytes.Length - at);
        switch (random.Next(9))
        {
            case 0:
                for (var i = random.Next(1, 30); i > 0; i--)
                    bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
                return bytes;
            case 1:
                return bytes[..at];
            case 2:
                return [.. bytes[..at], .. bytes[(at + length)..]];
            case 3:
                // A piece again and again, up to a megabyte.
                var times = random.Next(2, 2 + Math.Min(5000, 1_000_000 / length));
                return [.. bytes[..at], .. Enumerable.Repeat(bytes[at..(at + length)], times).SelectMany(piece => piece), .. bytes[at..]];
            case 4:
                return [.. bytes[..at], .. other.AsSpan(random.Next(other.Length)), .. bytes[at..]];
            case 5:
                // Numbers that lie.
                for (var i = 0; i < bytes.Length; i++)
                    if (bytes[i] is >= (byte)'0' and <= (byte)'9' && random.Next(4) == 0)
                        bytes[i] = (byte)'9';
                return bytes;
            case 6:
                return Zip(("inner" + random.Next(100), bytes), ("../other", other));
            case 7:
                return random.Next(4) == 0 ? Zeros(20_000_000) : Gzip(bytes);
            default:
                Array.Fill(bytes, (byte)random.Next(256), at, length);
                return bytes;
        }
    }
}
