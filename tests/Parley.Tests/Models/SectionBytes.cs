using System.Text;

namespace Parley.Tests.Models;

/// <summary>Makes the bytes of a file of named sections, as the trainer writes it.</summary>
internal static class SectionBytes
{
    public static byte[] Of(params (string Name, byte[] Content)[] sections)
    {
        var made = new MemoryStream();
        using var writer = new BinaryWriter(made);
        writer.Write("PARLEY01"u8);
        writer.Write((long)sections.Length);
        var at = 64L * ((16 + 40 * sections.Length + 63) / 64);
        foreach (var (name, content) in sections)
        {
            writer.Write(Encoding.ASCII.GetBytes(name.PadRight(24, '\0')));
            writer.Write(at);
            writer.Write((long)content.Length);
            at += 64 * ((content.Length + 63) / 64);
        }
        foreach (var (_, content) in sections)
        {
            writer.Write(new byte[(64 - made.Length % 64) % 64]);
            writer.Write(content);
        }
        return made.ToArray();
    }
}
