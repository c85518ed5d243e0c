namespace Parley.Syntax;

/// <summary>An edit script from form to lemma: <c>L2+y</c> lowers the case, cuts two characters and adds "y"; <c>K0+</c> keeps all.</summary>
public static class LemmaScript
{
    /// <summary>Applies a script; a script that cuts more than there is leaves the form as it is.</summary>
    public static string Apply(string script, ReadOnlySpan<char> form)
    {
        var plus = script.IndexOf('+');
        var cut = int.Parse(script.AsSpan(1, plus - 1), System.Globalization.CultureInfo.InvariantCulture);
        if (cut > form.Length)
            cut = 0;
        var stem = form[..^cut].ToString();
        return (script[0] == 'L' ? stem.ToLowerInvariant() : stem) + script[(plus + 1)..];
    }
}
