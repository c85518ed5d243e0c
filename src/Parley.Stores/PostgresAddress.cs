using Npgsql;

namespace Parley.Stores;

/// <summary>Addresses of PostgreSQL databases.</summary>
internal static class PostgresAddress
{
    /// <summary>True for <c>postgres://…</c>, <c>postgresql://…</c> and connection strings with <c>Host=</c>.</summary>
    public static bool Is(string ledger) =>
        ledger.StartsWith("postgres://", StringComparison.Ordinal)
        || ledger.StartsWith("postgresql://", StringComparison.Ordinal)
        || ledger.Contains("Host=", StringComparison.OrdinalIgnoreCase);

    /// <summary>The connection string; throws <see cref="ArgumentException"/> where it is no address.</summary>
    public static string ToConnectionString(string address, TimeSpan patience)
    {
        var text = new NpgsqlConnectionStringBuilder();
        if (address.Contains("://", StringComparison.Ordinal))
        {
            if (!Uri.TryCreate(address, UriKind.Absolute, out var uri))
                throw new ArgumentException("no address", nameof(address));
            text.Host = uri.Host;
            text.Port = uri.Port > 0 ? uri.Port : NpgsqlConnection.DefaultPort;
            text.Database = Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/'));
            var user = uri.UserInfo.Split(':', 2);
            if (user[0].Length > 0)
                text.Username = Uri.UnescapeDataString(user[0]);
            if (user.Length > 1)
                text.Password = Uri.UnescapeDataString(user[1]);
            foreach (var pair in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
                if (pair.Split('=', 2) is [var key, var value])
                    text[Uri.UnescapeDataString(key)] = Uri.UnescapeDataString(value);
        }
        else
            text.ConnectionString = address;
        text.Pooling = false;
        text.CommandTimeout = Math.Max(text.CommandTimeout, (int)patience.TotalSeconds + 5);
        return text.ToString();
    }

    /// <summary>The address without its password.</summary>
    public static string Shown(string address) =>
        System.Text.RegularExpressions.Regex.Replace(address, "(:)[^:@/]+(@)|(Password=)[^;]*", "$1$3…$2");
}
