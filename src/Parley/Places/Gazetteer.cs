// Guarded by the benchmark of parts: each name of an article is looked up here.
using System.Runtime.InteropServices;
using System.Text;
using Parley.Models;

namespace Parley.Places;

/// <summary>The places of the world by name, mapped into memory and used where they lie. Safe to share between threads.</summary>
/// <remarks>The data are <c>models/places/places.bin</c>, made by <c>tools/gazetteer</c>; <c>tools/gazetteer/pack.py</c> says how they are laid out.</remarks>
public sealed unsafe class Gazetteer
{
    private const string FileName = "places.bin";
    private const int BlockNames = 16,
        LongestName = 120,
        PointBytes = 10;
    private const double Degree = 20000;

    private static readonly Lazy<Gazetteer> s_default = new(() => Open(ModelManifest.FindFolder("places")));

    private readonly SectionFile _file;
    private readonly Task _check;
    private readonly byte* _names;
    private readonly uint* _blocks;
    private readonly int _blockCount;
    private readonly byte* _points;
    private readonly uint* _shown;
    private readonly byte* _texts;
    private readonly DivisionEntry* _divisions;
    private readonly string[] _codes;
    private readonly (int Country, int Capital)[] _countries;
    private readonly string[] _features;
    private readonly PlaceSort[] _sorts;

    private Gazetteer(SectionFile file, Task check)
    {
        (_file, _check) = (file, check);
        _names = file.At<byte>("names", -1);
        _blocks = file.At<uint>("blocks", -1);
        _blockCount = (int)file.Count<uint>("blocks") - 1;
        _points = file.At<byte>("points", -1);
        Count = (int)file.Count<uint>("shown");
        _shown = file.At<uint>("shown", Count);
        _texts = file.At<byte>("texts", -1);
        _divisions = file.At<DivisionEntry>("divisions", -1);
        var countries = file.Copy<CountryEntry>("countries");
        _codes = [.. countries.Select(country => country.Code)];
        _countries = [.. countries.Select(country => (country.Place, country.Capital))];
        _features = file.Text("features").Split('\n');
        _sorts = [.. _features.Select(SortOf)];
    }

    /// <summary>The gazetteer that lies in <c>models/places</c> beside the executable or in a folder above it, opened once.</summary>
    /// <exception cref="InvalidModelException">It is missing, or cut short.</exception>
    public static Gazetteer Default => s_default.Value;

    /// <summary>How many places it has.</summary>
    public int Count { get; }

    /// <summary>Opens the gazetteer of a folder without reading it through; that its bytes are unaltered is checked meanwhile, see <see cref="Verify"/>.</summary>
    /// <exception cref="InvalidModelException">A file is missing, cut short, or no gazetteer.</exception>
    public static Gazetteer Open(string? folder)
    {
        if (folder is null)
            Models.Throw.MissingFile(Path.Combine(AppContext.BaseDirectory, "models", "places", FileName));
        ModelManifest.VerifySizes(folder, FileName);
        var file = SectionFile.Open(Path.Combine(folder, FileName));
        try
        {
            return new Gazetteer(file, Task.Run(() => ModelManifest.Verify(folder, FileName)));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Waits until the file has been held against its manifest.</summary>
    /// <exception cref="InvalidModelException">It was altered.</exception>
    public void Verify()
    {
        if (!_check.IsCompletedSuccessfully)
            _check.GetAwaiter().GetResult();
    }

    /// <summary>Adds all places of a name, larger kinds and more populous ones first.</summary>
    /// <param name="name">The name as it is written.</param>
    /// <param name="found">Where they are added.</param>
    internal void Find(ReadOnlySpan<char> name, List<GazetteerPlace> found)
    {
        var folded = PlaceName.Fold(name);
        if (folded.Length is < 2 or > LongestName)
            return;
        Span<byte> key = stackalloc byte[Encoding.UTF8.GetMaxByteCount(folded.Length)];
        key = key[..Encoding.UTF8.GetBytes(folded, key)];
        var block = BlockOf(key);
        if (block >= 0)
            FindIn(block, key, found);
    }

    /// <summary>All places of a name.</summary>
    internal List<GazetteerPlace> Find(ReadOnlySpan<char> name)
    {
        var found = new List<GazetteerPlace>();
        Find(name, found);
        return found;
    }

    /// <summary>The name of a place as it is shown.</summary>
    internal string Name(int number)
    {
        var text = _texts + _shown[number];
        return Encoding.UTF8.GetString(text + 1, *text);
    }

    /// <summary>A place by its number.</summary>
    internal GazetteerPlace At(int number, bool isMainName = true)
    {
        var point = _points + number * PointBytes;
        var division = _divisions[*(ushort*)(point + 6)];
        var feature = point[8];
        return new GazetteerPlace(
            number,
            Signed(point) / Degree,
            Signed(point + 3) / Degree,
            _codes[division.Country],
            division.Place,
            _features[feature],
            _sorts[feature],
            point[9] == 0 ? 0 : Math.Pow(2, point[9] / 8.0),
            isMainName
        );
    }

    /// <summary>A country by its code (ISO 3166 alpha-3); null where it is none.</summary>
    internal GazetteerPlace? Country(string code) => Numbers(code) is { Country: >= 0 and var number } ? At(number) : null;

    /// <summary>The capital of a country; null where none is known.</summary>
    internal GazetteerPlace? Capital(string code) => Numbers(code) is { Capital: >= 0 and var number } ? At(number) : null;

    private (int Country, int Capital) Numbers(string code) =>
        code.Length > 0 && Array.BinarySearch(_codes, code, StringComparer.Ordinal) is >= 0 and var at ? _countries[at] : (-1, -1);

    // The last block whose first name is not behind the key.
    private int BlockOf(ReadOnlySpan<byte> key)
    {
        var (low, high) = (0, _blockCount - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var first = _names + _blocks[middle];
            if (new ReadOnlySpan<byte>(first + 2, first[1]).SequenceCompareTo(key) <= 0)
                low = middle + 1;
            else
                high = middle - 1;
        }
        return high;
    }

    private void FindIn(int block, ReadOnlySpan<byte> key, List<GazetteerPlace> found)
    {
        var at = _names + _blocks[block];
        var end = _names + _blocks[block + 1];
        Span<byte> name = stackalloc byte[256];
        for (var n = 0; n < BlockNames && at < end; n++)
        {
            var (shared, rest) = (at[0], at[1]);
            new ReadOnlySpan<byte>(at + 2, rest).CopyTo(name[shared..]);
            at += 2 + rest;
            var isIt = name[..(shared + rest)].SequenceEqual(key);
            var number = 0;
            for (var left = Varint(ref at); left > 0; left--)
            {
                var step = Varint(ref at);
                if (!isIt)
                    continue;
                number += step >> 1;
                found.Add(At(number, (step & 1) != 0));
            }
            if (isIt)
                return;
        }
    }

    private static int Varint(ref byte* at)
    {
        var (value, shift) = (0, 0);
        for (; *at >= 0x80; shift += 7)
            value |= (*at++ & 0x7F) << shift;
        return value | *at++ << shift;
    }

    private static int Signed(byte* at) => (at[0] << 8 | at[1] << 16 | at[2] << 24) >> 8;

    private static PlaceSort SortOf(string feature) =>
        feature switch
        {
            "PCLI" => PlaceSort.Country,
            "ADM1" => PlaceSort.Division,
            "SPOT" => PlaceSort.Spot,
            "STLMT" => PlaceSort.Town,
            _ => feature.StartsWith("PPL", StringComparison.Ordinal) ? PlaceSort.Town : PlaceSort.Region,
        };

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct DivisionEntry
    {
        public readonly ushort Country;
        private readonly ushort _none;
        public readonly int Place;
    }

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct CountryEntry
    {
        private readonly byte _first;
        private readonly byte _second;
        private readonly byte _third;
        private readonly byte _none;
        public readonly int Place;
        public readonly int Capital;

        public string Code => _first == 0 ? "" : $"{(char)_first}{(char)_second}{(char)_third}";
    }
}
