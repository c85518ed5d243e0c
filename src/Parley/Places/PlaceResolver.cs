// Guarded by the benchmark of parts: a name may have hundreds of namesakes.
using Parley.Lexicons;

namespace Parley.Places;

/// <summary>Picks the place that each name means, or none: a wrong pin is worse than a missing one.</summary>
/// <remarks>
/// A place's score is the sum of its features (<see cref="PlaceFeature"/>) by their weights, and the scores of one name, that of meaning no known place among
/// them, give probabilities. Names are weighed in rounds: what the others seem to mean in one counts in the next. Weights and thresholds are in
/// <c>rules/places.tsv</c>, learned by <c>tools/Parley.PlaceWeights</c>. Names that are not sure get the division or country that the likely places share.
/// </remarks>
internal sealed class PlaceResolver
{
    /// <summary>How many features there are.</summary>
    public const int Features = (int)PlaceFeature.LonelyVillage + 1;

    /// <summary>Places closer than this are one for the reader of a map, in kilometres.</summary>
    private const double SamePlaceKm = 50;

    /// <summary>So many other places tell enough of where a report plays.</summary>
    private const int MostOthers = 60;

    /// <summary>So many of the likeliest candidates are held against the other places.</summary>
    private const int MostCandidates = 40;

    /// <summary>Below so many people a town is a village.</summary>
    private const double Village = 5000;

    /// <summary>Nearness below which no other place is near: some 120 km.</summary>
    private const double Alone = 0.2;

    /// <summary>So many places, by probability, make a division the home of an article.</summary>
    private const double LeastHome = 1;

    private const int Rounds = 3;

    private readonly double[] _weights = new double[Features];
    private readonly double _sure;
    private readonly double _shared;

    /// <summary>Reads the weights.</summary>
    public PlaceResolver()
    {
        var rules = new WeightTable("rules/places");
        foreach (var feature in Enum.GetValues<PlaceFeature>())
            _weights[(int)feature] = rules[feature.ToString()];
        (_sure, _shared) = (rules["sure"], rules["shared"]);
    }

    /// <summary>Takes other weights, in the order of <see cref="PlaceFeature"/>: for those who learn them.</summary>
    public PlaceResolver(double[] weights)
        : this() => _weights = weights;

    /// <summary>Decides what each name means.</summary>
    /// <param name="cases">The names.</param>
    /// <param name="context">What the article speaks of.</param>
    /// <param name="gazetteer">Where their places are from.</param>
    public void Resolve(List<PlaceCase> cases, PlaceContext context, Gazetteer gazetteer)
    {
        var others = new Others(cases);
        foreach (var one in cases)
        {
            one.Largest = Largest(one.Candidates);
            Weigh(one, context, null);
            one.Keep(MostCandidates);
        }
        for (var round = 1; round < Rounds; round++)
        {
            others.Refresh();
            context.Refresh();
            foreach (var one in cases)
            {
                one.Largest = Largest(one.Candidates);
                Weigh(one, context, others);
            }
        }
        var home = Home(cases);
        foreach (var one in cases)
            one.Choice = Choose(one, home, gazetteer);
    }

    /// <summary>The features of a candidate.</summary>
    public static void Fill(Span<double> features, PlaceCase one, int candidate, PlaceContext context, Others? others)
    {
        var place = one.Candidates[candidate];
        features.Clear();
        void Set(Span<double> to, PlaceFeature feature, bool value) => to[(int)feature] = value ? 1 : 0;
        if (place.IsTown)
        {
            features[(int)PlaceFeature.Population] = Math.Log10(place.Population + 1) / 7;
            Set(features, PlaceFeature.Largest, candidate == one.Largest);
            Set(features, PlaceFeature.Unpeopled, place.Population == 0);
            Set(features, PlaceFeature.Capital, place.IsCapital);
            Set(features, PlaceFeature.Seat, place.Feature is "PPLA");
            Set(features, PlaceFeature.Part, place.Feature is "PPLX" or "PPLH" or "PPLQ" or "PPLW");
        }
        Set(features, PlaceFeature.Country, place.IsCountry);
        Set(features, PlaceFeature.Division, place.IsDivision);
        Set(features, PlaceFeature.Region, place.Sort == PlaceSort.Region);
        Set(features, PlaceFeature.Spot, place.Sort == PlaceSort.Spot);
        Set(features, PlaceFeature.LesserName, !place.IsMainName);
        Set(features, PlaceFeature.County, one.IsCounty && place.IsTown);
        if (one.Kind is { } kind && Agrees(kind, place) is { } agrees)
            Set(features, agrees ? PlaceFeature.KindAgrees : PlaceFeature.KindDiffers, true);
        if (one.Holders.Count > 0)
            Set(features, one.Holders.Exists(holder => holder.Holds(place)) ? PlaceFeature.Held : PlaceFeature.NotHeld, true);
        features[(int)PlaceFeature.Spoken] = context.Of(place.Country);
        Set(features, PlaceFeature.Unspoken, context.NamesCountries && place.Country.Length > 0 && context.Of(place.Country) == 0);
        Set(features, PlaceFeature.SpokenDivision, place.IsTown && place.Division >= 0 && context.Divisions.Contains(place.Division));
        if (context.Dateline is { } dateline && place.Country.Length > 0 && !context.IsDateline(one))
        {
            Set(features, PlaceFeature.DatelineCountry, dateline.Country == place.Country);
            features[(int)PlaceFeature.DatelineNear] = place.IsCountry ? 0 : place.OnGlobe().Nearness(dateline.OnGlobe(), 100);
        }
        Set(features, PlaceFeature.OutletCountry, context.OutletCountry is { } outlet && outlet == place.Country);
        others?.Fill(features, one, candidate);
        var isLonely = features[(int)PlaceFeature.NearMost] < Alone && features[(int)PlaceFeature.Held] == 0;
        Set(features, PlaceFeature.LonelyVillage, isLonely && place.IsTown && place.Population < Village);
    }

    private void Weigh(PlaceCase one, PlaceContext context, Others? others)
    {
        Span<double> features = stackalloc double[Features];
        var scores = new double[one.Candidates.Count];
        var lonely = new bool[scores.Length];
        var most = _weights[(int)PlaceFeature.None];
        for (var c = 0; c < scores.Length; c++)
        {
            Fill(features, one, c, context, others);
            scores[c] = Score(features);
            lonely[c] = features[(int)PlaceFeature.LonelyVillage] > 0;
            most = Math.Max(most, scores[c]);
        }
        var sum = Math.Exp(_weights[(int)PlaceFeature.None] - most);
        var none = sum;
        foreach (var score in scores)
            sum += Math.Exp(score - most);
        one.IsLonely = lonely;
        one.Best = -1;
        var best = none / sum;
        for (var c = 0; c < scores.Length; c++)
        {
            scores[c] = Math.Exp(scores[c] - most) / sum;
            if (scores[c] > best)
                (best, one.Best) = (scores[c], c);
        }
        one.Probabilities = scores;
    }

    private double Score(ReadOnlySpan<double> features)
    {
        var score = 0.0;
        for (var f = 0; f < features.Length; f++)
            score += features[f] * _weights[f];
        return score;
    }

    private static int Largest(List<GazetteerPlace> places)
    {
        var largest = -1;
        for (var p = 0; p < places.Count; p++)
            if (places[p] is { IsTown: true, Population: > 0 } && (largest < 0 || places[p].Population > places[largest].Population))
                largest = p;
        return largest;
    }

    /// <summary>The likeliest of the candidates, of which there are some, and the probability that it or one beside it is meant.</summary>
    public static (GazetteerPlace Place, double Probability, bool IsLonely) Likeliest(PlaceCase one)
    {
        var best = 0;
        for (var c = 1; c < one.Candidates.Count; c++)
            if (one.Probabilities[c] > one.Probabilities[best])
                best = c;
        if (one.Candidates[best].IsDivision && one.Kind is not "division" && Namesake(one, best) is >= 0 and var town)
            best = town;
        var place = one.Candidates[best];
        bool IsSame(GazetteerPlace other) =>
            other.Number == place.Number
            || place.DistanceTo(other) < SamePlaceKm
            || other.IsDivision && place.IsTown && place.Division == other.Number;
        return (place, Mass(one, IsSame), one.IsLonely[best]);
    }

    // A division that bears the name of its town is meant where words say so; else the town, unless it is far less likely.
    private static int Namesake(PlaceCase one, int division)
    {
        var town = -1;
        for (var c = 0; c < one.Candidates.Count; c++)
            if (
                one.Candidates[c] is { IsTown: true, IsMainName: true } candidate
                && candidate.Division == one.Candidates[division].Number
                && one.Probabilities[c] >= one.Probabilities[division] / 3
                && (town < 0 || one.Probabilities[c] > one.Probabilities[town])
            )
                town = c;
        return town;
    }

    private PlaceChoice Choose(PlaceCase one, int home, Gazetteer gazetteer)
    {
        if (one.Candidates.Count == 0)
            return one.IsCounty ? CountyIn(one, home, gazetteer) : default;
        // There are more villages than any gazetteer has: one that nothing else speaks for may be another.
        var (place, probability, isLonely) = Likeliest(one);
        // Many small namesakes take from a capital what none of them could claim.
        if (probability >= (place.IsCapital ? _sure / 2 : _sure) && !isLonely)
            return new PlaceChoice(place, false);
        if (one.IsCounty)
            return CountyIn(one, home, gazetteer);
        if (place.Division >= 0 && !place.IsDivision && Mass(one, other => other.Division == place.Division) >= _shared)
            return new PlaceChoice(gazetteer.At(place.Division), true);
        return
            place.Country.Length > 0
            && !place.IsCountry
            && Mass(one, other => other.Country == place.Country) >= _shared
            && gazetteer.Country(place.Country) is { } country
            ? new PlaceChoice(country, true)
            : default;
    }

    // A county that no town of its name shows lies in the division that is said to hold it, else where the article plays.
    private static PlaceChoice CountyIn(PlaceCase one, int home, Gazetteer gazetteer)
    {
        var division = one.Holders.Find(holder => holder.IsDivision) is { IsDivision: true } holder ? holder.Number : home;
        return division < 0 ? default : new PlaceChoice(gazetteer.At(division), true);
    }

    // The division of most of the places of an article; -1 where no division has most.
    private static int Home(List<PlaceCase> cases)
    {
        var masses = new Dictionary<int, double>();
        var all = 0.0;
        foreach (var one in cases)
            for (var c = 0; c < one.Candidates.Count; c++)
                if (one.Candidates[c].Division >= 0 && !one.IsCounty)
                {
                    all += one.Probabilities[c];
                    masses[one.Candidates[c].Division] = masses.GetValueOrDefault(one.Candidates[c].Division) + one.Probabilities[c];
                }
        var most = masses.Count > 0 ? masses.MaxBy(division => division.Value) : new(-1, 0);
        return most.Value >= LeastHome && most.Value >= all / 2 ? most.Key : -1;
    }

    private static double Mass(PlaceCase one, Func<GazetteerPlace, bool> counts)
    {
        var mass = 0.0;
        for (var c = 0; c < one.Candidates.Count; c++)
            if (counts(one.Candidates[c]))
                mass += one.Probabilities[c];
        return mass;
    }

    // A kind that says neither way gives null.
    private static bool? Agrees(string kind, GazetteerPlace place) =>
        kind switch
        {
            "town" => place.IsTown,
            "division" => place.IsDivision ? true
            : place.IsTown ? false
            : null,
            "area" => !place.IsTown && !place.IsDivision,
            _ => null,
        };

    /// <summary>The other places of an article, as far as they are likely.</summary>
    /// <param name="cases">All names of the article.</param>
    public sealed class Others(List<PlaceCase> cases)
    {
        /// <summary>A candidate less likely than this counts for nothing.</summary>
        private const double Least = 0.1;

        private readonly Dictionary<int, PlaceCase> _byName = Index(cases);
        private readonly List<(PlaceCase Case, GazetteerPlace Place, GlobePoint Point, double Probability)> _likely = [];
        private readonly List<PlaceCase> _counted = [];

        /// <summary>Takes what the names seem to mean now.</summary>
        public void Refresh()
        {
            _likely.Clear();
            _counted.Clear();
            foreach (var one in cases)
            {
                var before = _likely.Count;
                for (var c = 0; c < one.Candidates.Count && _counted.Count < MostOthers; c++)
                    if (one.Probabilities[c] >= Least && IsSpot(one.Candidates[c]))
                        _likely.Add((one, one.Candidates[c], one.Points[c], one.Probabilities[c]));
                if (_likely.Count > before)
                    _counted.Add(one);
            }
        }

        /// <summary>Sets the features that hang on the other places.</summary>
        public void Fill(Span<double> features, PlaceCase one, int candidate)
        {
            var (place, at) = (one.Candidates[candidate], one.Points[candidate]);
            var isSpot = IsSpot(place);
            var (most, sum, same, held, count, last) = (0.0, 0.0, 0.0, 0.0, 0, (PlaceCase?)null);
            var closest = 0.0;
            foreach (var (other, where, point, probability) in _likely)
            {
                if (other == one)
                    continue;
                if (other != last)
                    (most, closest, count, last) = (Math.Max(most, closest), 0, count + 1, other);
                same += place.Country.Length > 0 && where.Country == place.Country ? probability : 0;
                held += place.Holds(where) ? probability : 0;
                if (!isSpot)
                    continue;
                closest += probability * at.Nearness(point, 60);
                sum += probability * at.Nearness(point, 200);
            }
            features[(int)PlaceFeature.SameCountry] = same / (count + 1);
            features[(int)PlaceFeature.HoldsOthers] = held / (count + 1);
            if (!isSpot)
                return;
            features[(int)PlaceFeature.NearMost] = Math.Max(most, closest);
            features[(int)PlaceFeature.NearMean] = sum / (count + 1);
            features[(int)PlaceFeature.NearNext] = Math.Max(At(one, one.Names[0] - 1, at, 80), At(one, one.Names[0] + 1, at, 80));
            foreach (var beside in one.Beside)
                features[(int)PlaceFeature.Beside] = Math.Max(features[(int)PlaceFeature.Beside], At(one, beside, at, 50));
        }

        private static bool IsSpot(GazetteerPlace place) => !place.IsCountry && place.Sort != PlaceSort.Region;

        private double At(PlaceCase one, int name, GlobePoint at, double reach)
        {
            if (!_byName.TryGetValue(name, out var other) || other == one)
                return 0;
            var sum = 0.0;
            for (var c = 0; c < other.Candidates.Count; c++)
                if (other.Probabilities[c] >= Least && IsSpot(other.Candidates[c]))
                    sum += other.Probabilities[c] * at.Nearness(other.Points[c], reach);
            return sum;
        }

        private static Dictionary<int, PlaceCase> Index(List<PlaceCase> cases)
        {
            var index = new Dictionary<int, PlaceCase>();
            foreach (var one in cases)
            foreach (var name in one.Names)
                index[name] = one;
            return index;
        }
    }
}
