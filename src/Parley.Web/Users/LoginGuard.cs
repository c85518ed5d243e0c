using Microsoft.AspNetCore.Http;
using Parley.Web.Server;

namespace Parley.Web.Users;

/// <summary>
/// Counts wrong passwords and tokens, and lets nobody try for a quarter of an hour after five for one name from one address, twenty from one
/// address, or fifty for one name from wherever. Names that do not exist count too: what is locked tells nothing of who is there.
/// </summary>
/// <param name="options">The clock.</param>
internal sealed class LoginGuard(ServerOptions options)
{
    /// <summary>The most for one name from one address.</summary>
    public const int MostHere = 5;

    /// <summary>The most from one address.</summary>
    public const int MostFromAddress = 20;

    private const int MostForName = 50;
    private const int MostKept = 20_000;

    /// <summary>How long failures count.</summary>
    public static readonly TimeSpan Time = TimeSpan.FromMinutes(15);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (int Count, DateTimeOffset Last)> _failures = new(StringComparer.Ordinal);

    /// <summary>Throws where too many were wrong.</summary>
    /// <param name="address">Where it comes from.</param>
    /// <param name="name">The name that is tried; null for a token.</param>
    public void Check(string address, string? name)
    {
        if (Keys(address, name).Any(key => Count(key.Key) >= key.Most))
            throw new ProblemException(UserProblems.TooOften("wrong passwords or tokens"), StatusCodes.Status429TooManyRequests);
    }

    /// <summary>Notes that one was wrong.</summary>
    public void Failed(string address, string? name)
    {
        var now = options.Now();
        lock (_gate)
        {
            if (_failures.Count >= MostKept)
                foreach (var (key, _) in _failures.Where(one => now - one.Value.Last > Time).ToList())
                    _failures.Remove(key);
            foreach (var (key, _) in Keys(address, name))
                if (_failures.Count < MostKept || _failures.ContainsKey(key))
                    _failures[key] = (Recent(key, now) + 1, now);
        }
    }

    /// <summary>Notes that a name came in from an address.</summary>
    public void Succeeded(string address, string name)
    {
        lock (_gate)
            _failures.Remove(Keys(address, name)[0].Key);
    }

    private int Count(string key)
    {
        lock (_gate)
            return Recent(key, options.Now());
    }

    private int Recent(string key, DateTimeOffset now) =>
        _failures.TryGetValue(key, out var failures) && now - failures.Last <= Time ? failures.Count : 0;

    private static (string Key, int Most)[] Keys(string address, string? name)
    {
        var tried = name?.ToLowerInvariant() is { } lower ? lower[..Math.Min(lower.Length, 64)] : null;
        return tried is null
            ? [($"from {address}", MostFromAddress)]
            : [($"{tried} from {address}", MostHere), ($"from {address}", MostFromAddress), ($"{tried}", MostForName)];
    }
}
