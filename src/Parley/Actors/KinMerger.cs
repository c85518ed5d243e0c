using Parley.Records;

namespace Parley.Actors;

/// <summary>
/// Joins an unnamed office holder with the one named person of the same side and office: "Warsaw's chief envoy" and "Piotr Malik,
/// leader of the delegation". Which offices are the same stands in <c>rules/role-kin.tsv</c>.
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
    }
}
