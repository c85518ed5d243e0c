namespace Parley.Ledger.Origins;

/// <summary>Whole numbers as bytes of seven bits each, the lowest first.</summary>
internal static class Numbers
{
    /// <summary>Appends a number.</summary>
    public static void Write(List<byte> bytes, uint number)
    {
        for (; number >= 0x80; number >>= 7)
            bytes.Add((byte)(number | 0x80));
        bytes.Add((byte)number);
    }

    /// <summary>Takes a number from the front.</summary>
    /// <exception cref="InvalidDataException">The bytes end too early.</exception>
    public static uint Read(ref ReadOnlySpan<byte> bytes)
    {
        uint number = 0;
        for (var shift = 0; shift < 35; shift += 7)
        {
            if (bytes.IsEmpty)
                break;
            var next = bytes[0];
            bytes = bytes[1..];
            number |= (uint)(next & 0x7F) << shift;
            if (next < 0x80)
                return number;
        }
        throw new InvalidDataException("a sketch ends within a number");
    }
}
