using System.Threading.RateLimiting;
using Parley.Web.Server;

namespace Parley.Web.Users;

/// <summary>How often may be asked: a user fifty times a second with six hundred in reserve, somebody unknown, by address, five times with sixty.</summary>
internal sealed class RequestRate(ServerOptions options) : IDisposable
{
    private const int UserPerSecond = 50;
    private const int UserReserve = 600;
    private const int UnknownPerSecond = 5;

    private readonly PartitionedRateLimiter<(string? User, string Address)> _rate = PartitionedRateLimiter.Create<
        (string? User, string Address),
        string
    >(who =>
        who.User is { } user
            ? RateLimitPartition.GetTokenBucketLimiter($"user {user}", _ => Bucket(UserReserve, UserPerSecond))
            : RateLimitPartition.GetTokenBucketLimiter($"from {who.Address}", _ => Bucket(options.UnknownReserve, UnknownPerSecond))
    );

    /// <summary>True where one more may be answered.</summary>
    public bool Take(string? user, string address)
    {
        using var lease = _rate.AttemptAcquire((user, address));
        return lease.IsAcquired;
    }

    /// <inheritdoc/>
    public void Dispose() => _rate.Dispose();

    private static TokenBucketRateLimiterOptions Bucket(int reserve, int perSecond) =>
        new()
        {
            TokenLimit = reserve,
            TokensPerPeriod = perSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        };
}
