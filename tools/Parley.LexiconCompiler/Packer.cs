using System.Runtime.InteropServices;
using System.Text;
using Parley.Lexicons;

namespace Parley.LexiconCompiler;

/// <summary>Writes tables as one packed file; the same tables give the same bytes.</summary>
internal static class Packer
{
    public static byte[] Pack(IReadOnlyList<Table> tables)
    {
        var file = new List<int> { PackedFormat.Magic, tables.Count };
        file.AddRange(new int[tables.Count * 3]);
        var pool = new StringBuilder();
        var known = new Dictionary<string, int>(StringComparer.Ordinal);

        int Intern(string text)
        {
            if (known.TryGetValue(text, out var at))
                return at;
            at = pool.Length;
            pool.Append(text);
            known.Add(text, at);
            return at;
        }

        for (var t = 0; t < tables.Count; t++)
        {
            file[2 + t * 3] = Intern(tables[t].Name);
            file[3 + t * 3] = tables[t].Name.Length;
            file[4 + t * 3] = file.Count * sizeof(int);
            Append(file, tables[t], Intern);
        }

        // String offsets count characters from the start of the pool, which ends the file; its place stands in the last word.
        var poolStart = (file.Count + 1) * sizeof(int);
        file.Add(poolStart);
        var bytes = new byte[poolStart + pool.Length * sizeof(char)];
        MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(file)).CopyTo(bytes);
        MemoryMarshal.AsBytes(pool.ToString().AsSpan()).CopyTo(bytes.AsSpan(poolStart));
        return [.. bytes, .. BitConverter.GetBytes(poolStart)];
    }

    private static void Append(List<int> file, Table table, Func<string, int> intern)
    {
        var rows = table.Rows;
        var keySlots = new int[PackedFormat.Slots(rows.Count)];
        var next = new int[rows.Count];
        Array.Fill(next, -1);
        var last = new Dictionary<string, int>(StringComparer.Ordinal);
        var prefixes = new HashSet<uint>();
        var (keySieve, beginningSieve) = (new int[PackedFormat.SieveInts], new int[PackedFormat.SieveInts]);
        for (var r = 0; r < rows.Count; r++)
        {
            var key = Folded(rows[r][0]);
            AddPrefixes(prefixes, key);
            AddToSieves(keySieve, beginningSieve, key);
            if (last.TryGetValue(key, out var before))
                next[before] = r;
            else
                keySlots[FreeSlot(keySlots, PackedFormat.Hash(key))] = r + 1;
            last[key] = r;
        }

        var prefixSlots = new int[PackedFormat.Slots(prefixes.Count)];
        foreach (var hash in prefixes.Order())
            prefixSlots[FreeSlot(prefixSlots, hash)] = unchecked((int)hash);

        file.AddRange([rows.Count, table.Columns.Length, keySlots.Length, prefixSlots.Length, .. keySieve, .. beginningSieve]);
        foreach (var column in table.Columns)
            file.AddRange([intern(column), column.Length]);
        foreach (var row in rows)
        foreach (var cell in row)
            file.AddRange([intern(cell), cell.Length]);
        file.AddRange(keySlots);
        file.AddRange(next);
        file.AddRange(prefixSlots);
    }

    private static int FreeSlot(int[] slots, uint hash)
    {
        var slot = (int)(hash & (uint)(slots.Length - 1));
        while (slots[slot] != 0)
            slot = (slot + 1) & (slots.Length - 1);
        return slot;
    }

    private static void AddPrefixes(HashSet<uint> prefixes, string key)
    {
        for (var i = 1; i <= key.Length; i++)
            if (i == key.Length || PackedFormat.IsBoundary(key[i - 1], key[i]))
                prefixes.Add(PackedFormat.Hash(key.AsSpan(0, i).TrimEnd()));
    }

    private static void AddToSieves(int[] keys, int[] beginnings, string key)
    {
        if (key.Length == 0)
            return;
        Set(keys, PackedFormat.KeyBit(key));
        Set(beginnings, PackedFormat.BeginningBit(key));
        Set(beginnings, PackedFormat.BeginningBit(key.AsSpan(0, 1)));

        static void Set(int[] sieve, int bit) => sieve[bit / 32] |= 1 << (bit % 32);
    }

    private static string Folded(string key) =>
        string.Create(
            key.Length,
            key,
            static (to, from) =>
            {
                for (var i = 0; i < to.Length; i++)
                    to[i] = PackedFormat.Fold(from[i]);
            }
        );
}
