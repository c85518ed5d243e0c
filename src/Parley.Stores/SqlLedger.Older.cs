using System.Collections.Immutable;
using Parley.Ledger;

namespace Parley.Stores;

/// <summary>Results that another version of a function made: they are put aside under another name, and answer until those of this version are all made.</summary>
public abstract partial class SqlLedger
{
    /// <summary>Behind the names of functions and kinds, where rows are put aside.</summary>
    private const string Aside = "~";

    /// <summary>Taken from the numbers of the subjects of rows that are put aside, since new subjects get the old numbers.</summary>
    private const long AsideBy = 1L << 48;

    /// <inheritdoc/>
    public bool GivesOlder { get; set; }

    /// <inheritdoc/>
    public bool IsBehind(IBlockFunction function) => IsMade(function) ? HasAside(function) : HasAside(function) || IsOfForm(function);

    /// <summary>The rows that another version made.</summary>
    private ImmutableArray<DerivedRow> Older(IBlockFunction function, DerivedQuery query)
    {
        var isAside = HasAside(function);
        var (name, kind) = isAside ? (NameAside(function), query.Kind + Aside) : (function.Name, query.Kind);
        query = query with { Kind = kind };
        var rows = function is RowsByArticle ? RowsOf(name, query, isAside ? AsideBy : 0) : Kept(name, query);
        return isAside ? [.. rows.Select(row => row with { Kind = row.Kind[..^Aside.Length] })] : rows;
    }

    /// <summary>
    /// Puts the rows of another version aside, where they are whole and can be read. Where some are aside already, the version between never made all of
    /// its own: those that are aside stay.
    /// </summary>
    private void PutAside(IBlockFunction function)
    {
        foreach (
            var other in _database
                .Rows("SELECT DISTINCT derivation FROM derived", row => row.GetString(0))
                .Where(name => name.StartsWith(function.Name + Aside, StringComparison.Ordinal) && name != NameAside(function))
        )
            _database.Run("DELETE FROM derived WHERE derivation = @name", ("@name", other));
        if (!HasAside(function) && IsOfForm(function))
            _database.Run(
                "UPDATE derived SET derivation = @aside, kind = kind || @mark, subject = subject - @by WHERE derivation = @name",
                ("@aside", NameAside(function)),
                ("@mark", Aside),
                ("@by", AsideBy),
                ("@name", function.Name)
            );
    }

    /// <summary>Forgets what is aside, once all of this version is made.</summary>
    private void ForgetOlder(IBlockFunction function)
    {
        if (HasAside(function))
            _database.Write(() => _database.Run("DELETE FROM derived WHERE derivation = @name", ("@name", NameAside(function))));
    }

    private bool HasAside(IBlockFunction function) =>
        _database.Number("SELECT 1 FROM derived WHERE derivation = @name LIMIT 1", ("@name", NameAside(function))) is not null;

    private static string NameAside(IBlockFunction function) => $"{function.Name}{Aside}{function.Form}";

    /// <summary>True where what is kept under the function's name comes from its present version.</summary>
    private bool IsMade(IBlockFunction function) => VersionOf(function) == StampOf(function);

    /// <summary>The form and version that made what is kept; null where nothing is.</summary>
    private string? VersionOf(IBlockFunction function) =>
        _database.Text("SELECT version FROM derivation WHERE name = @name", ("@name", function.Name));

    /// <summary>True where what another version made under the function's name is whole and can be read.</summary>
    private bool IsOfForm(IBlockFunction function) => VersionOf(function)?.Split(' ')[0] == function.Form && IsWhole(function);

    private static string StampOf(IBlockFunction function) => $"{function.Form} {function.Version}";
}
