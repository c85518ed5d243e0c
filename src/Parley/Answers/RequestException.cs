namespace Parley.Answers;

/// <summary>What is asked of a ledger names something that it does not have, or a change that cannot be. Nothing was done.</summary>
/// <param name="fault">What is wrong.</param>
/// <param name="kind">What it would be ("undertaking"), or the field that is at fault ("verb").</param>
/// <param name="name">What was named.</param>
/// <param name="toDo">What there is, or where to see it; for <see cref="RequestFault.CannotCorrect"/> why it cannot be.</param>
public sealed class RequestException(RequestFault fault, string kind, string name, string toDo) : Exception($"{kind} '{name}': {toDo}")
{
    /// <summary>What is wrong.</summary>
    public RequestFault Fault { get; } = fault;

    /// <summary>What it would be, or the field that is at fault.</summary>
    public string Kind { get; } = kind;

    /// <summary>What was named.</summary>
    public string Name { get; } = name;

    /// <summary>What there is, or where to see it; or why it cannot be.</summary>
    public string ToDo { get; } = toDo;
}

/// <summary>What can be wrong with what is asked.</summary>
public enum RequestFault
{
    /// <summary>No article, or more than one, is called so.</summary>
    NoArticle,

    /// <summary>No record is called so.</summary>
    NoRecord,

    /// <summary>The ledger has no claim, undertaking or story of that id.</summary>
    NotInLedger,

    /// <summary>No article names that party.</summary>
    NoParty,

    /// <summary>A record cannot be changed so.</summary>
    CannotCorrect,

    /// <summary>A judgement has no reason.</summary>
    NoReason,

    /// <summary>A value is none of those that there are.</summary>
    NotOneOf,

    /// <summary>No correction in force is called so.</summary>
    NoCorrection,
}
