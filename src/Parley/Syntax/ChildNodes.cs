namespace Parley.Syntax;

/// <summary>The dependents of a node, for <c>foreach</c>; allocates nothing.</summary>
/// <param name="parent">The node.</param>
public readonly struct ChildNodes(Node parent)
{
    /// <summary>Begins at the first dependent.</summary>
    public Enumerator GetEnumerator() => new(parent);

    /// <summary>Walks the dependents in the order of the text.</summary>
    public struct Enumerator
    {
        private readonly ParsedText _parsed;
        private int _next;

        internal Enumerator(Node parent)
        {
            _parsed = parent.Parsed;
            _next = _parsed.FirstChild(parent.Index);
            Current = Node.None;
        }

        /// <summary>The dependent stepped to.</summary>
        public Node Current { get; private set; }

        /// <summary>Steps to the next dependent; false behind the last.</summary>
        public bool MoveNext()
        {
            if (_next < 0)
                return false;
            Current = new Node(_parsed, _next);
            _next = _parsed.NextSibling(_next);
            return true;
        }
    }
}
