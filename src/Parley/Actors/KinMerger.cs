using Parley.Records;

namespace Parley.Actors;

/// <summary>
/// Joins an unnamed office holder with the one named person of the same side and office: "Warsaw's chief envoy" and "Piotr Malik,
/// leader of the delegation". Which offices are the same stands in <c>rules/role-kin.tsv</c>. Joins, too, a body of unknown country with the one of its name whose country is known.
/// </summary>
internal static class KinMerger
{
    /// <summary>Moves the mentions of unnamed office holders to the named ones.</summary>
    public static void Merge(ActorRegister actors)
    {
        var named = new Dictionary<(string Code, string Kin), Entity?>();
        foreach (var entity in actors.All)
            if (entity.IsPerson && entity.IsNamed && entity.Code.Length > 0)
                foreach (var kin in entity.RoleNouns)
                    named[(entity.Code, kin)] = named.ContainsKey((entity.Code, kin)) ? null : entity;
        foreach (var entity in actors.All)
            if (entity.IsPerson && !entity.IsNamed && entity.Code.Length > 0 && entity.CodeRank >= 2)
                foreach (var kin in entity.RoleNouns)
                    if (ActorWords.IsKin(kin) && named.GetValueOrDefault((entity.Code, kin)) is { } person)
                    {
                        person.Mentions.AddRange(entity.Mentions);
                        entity.Mentions.Clear();
                        entity.MergedInto = person;
                        break;
                    }
        JoinBodies(actors);
    }

    // "The General Staff", whose country only what follows tells: the one body of that name of which it is known.
    private static void JoinBodies(ActorRegister actors)
    {
        var known = new Dictionary<string, Entity?>(StringComparer.Ordinal);
        foreach (var entity in actors.All)
            if (IsBody(entity) && entity.Code.Length > 0)
                known[entity.Name] = known.ContainsKey(entity.Name) ? null : entity;
        foreach (var entity in actors.All)
            if (IsBody(entity) && entity.Code.Length == 0 && known.GetValueOrDefault(entity.Name) is { } body && body.Kind == entity.Kind)
            {
                body.Mentions.AddRange(entity.Mentions);
                entity.Mentions.Clear();
                entity.MergedInto = body;
            }
    }

    private static bool IsBody(Entity entity) =>
        !entity.IsPerson
        && entity.Mentions.Count > 0
        && entity.Name.Length > 0
        && char.IsUpper(entity.Name[0])
        && entity.Kind is ActorKind.Government or ActorKind.Military or ActorKind.Organization;
}
