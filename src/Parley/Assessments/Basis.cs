namespace Parley.Assessments;

/// <summary>How the one who tells a thing knows it.</summary>
public enum Basis
{
    /// <summary>Seen, heard, counted or measured by the teller.</summary>
    Witnessed,

    /// <summary>In a document that is shown.</summary>
    Document,

    /// <summary>Told by a named person or body that can know.</summary>
    Told,

    /// <summary>Concluded from other things.</summary>
    Deduced,

    /// <summary>Told by somebody who is not named.</summary>
    Unnamed,
}
