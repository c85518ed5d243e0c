using System.Text.Json.Serialization;
using Parley.Links;

namespace Parley.Cli;

/// <summary>What functions over blocks keep as text.</summary>
[JsonSerializable(typeof(Pledge))]
internal sealed partial class BlockJson : JsonSerializerContext;
