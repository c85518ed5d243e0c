using System.IO.Compression;
using Parley.Records;

namespace Parley.Cli.Archives;

/// <summary>A shard as it is written: lines of JSON in gzip, without a time in its head, so that the same lines give the same bytes.</summary>
/// <param name="path">Its place.</param>
/// <param name="size">Articles that it takes.</param>
internal sealed class ShardFile(string path, int size) : IDisposable
{
    /// <summary>Inputs that were skipped stand in shards too; so many for each article fill one as well.</summary>
    private const int SkippedForEach = 4;

    private readonly AtomicFile _file = new(path);
    private readonly HashSet<string> _articles = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> _skipped = new(StringComparer.Ordinal);
    private GZipStream? _gzip;
    private int _duplicates;
    private string? _first;
    private string? _last;
    private string? _firstDay;
    private string? _lastDay;

    /// <summary>True where it takes no more.</summary>
    public bool IsFull => _articles.Count >= size || _skipped.Values.Sum() >= (long)size * SkippedForEach;

    /// <summary>True where nothing is in it.</summary>
    public bool IsEmpty => _articles.Count == 0 && _skipped.Count == 0;

    /// <summary>Adds an article, unless its text is there already.</summary>
    /// <param name="article">Its id.</param>
    /// <param name="day">The ISO day of its publication; null where unknown.</param>
    /// <param name="line">Its line.</param>
    public void Add(string article, string? day, ReadOnlySpan<byte> line)
    {
        if (!_articles.Add(article))
        {
            _duplicates++;
            return;
        }
        _first ??= article;
        _last = article;
        if (day is not null)
        {
            _firstDay = _firstDay is null || string.CompareOrdinal(day, _firstDay) < 0 ? day : _firstDay;
            _lastDay = _lastDay is null || string.CompareOrdinal(day, _lastDay) > 0 ? day : _lastDay;
        }
        Write(line);
    }

    /// <summary>Adds an input that could not be taken in.</summary>
    public void Add(Skipped skipped, ReadOnlySpan<byte> line)
    {
        _skipped[skipped.Code] = _skipped.GetValueOrDefault(skipped.Code) + 1;
        Write(line);
    }

    /// <summary>Puts the shard in its place.</summary>
    /// <param name="inputs">Inputs that were taken in up to its end.</param>
    public ShardEntry Finish(long inputs)
    {
        _gzip ??= new GZipStream(_file, CompressionLevel.Optimal, leaveOpen: true);
        _gzip.Dispose();
        var (sha256, bytes) = _file.Commit();
        return new ShardEntry(
            Path.GetFileName(path),
            sha256,
            bytes,
            _articles.Count,
            _duplicates,
            _skipped,
            inputs,
            _first,
            _last,
            _firstDay,
            _lastDay
        );
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private void Write(ReadOnlySpan<byte> line)
    {
        _gzip ??= new GZipStream(_file, CompressionLevel.Optimal, leaveOpen: true);
        _gzip.Write(line);
        _gzip.Write("\n"u8);
    }
}
