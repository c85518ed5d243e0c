namespace Parley.Intake.Pages;

/// <summary>One paragraph, heading, list item or line of a page.</summary>
/// <param name="Text">Its text, white space as single blanks, without blanks around.</param>
/// <param name="Linked">How much of it stands in links, 0 to 1.</param>
/// <param name="IsHeading">True where the page sets it as a heading.</param>
internal sealed record PageBlock(string Text, double Linked, bool IsHeading);
