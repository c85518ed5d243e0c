namespace Parley.Actors;

/// <summary>What speaks for and against an earlier mention being what a pronoun means; <c>rules/antecedents.tsv</c> weighs each.</summary>
internal enum Trait
{
    /// <summary>How many sentences back.</summary>
    Sentence,

    /// <summary>In an earlier sentence.</summary>
    EarlierSentence,

    /// <summary>How many words back, up to 100.</summary>
    Word,

    /// <summary>In an earlier paragraph.</summary>
    EarlierParagraph,

    /// <summary>How many others that the pronoun could mean stand nearer, up to 5.</summary>
    Rank,

    /// <summary>A subject.</summary>
    Subject,

    /// <summary>The subject of a verb of saying.</summary>
    Speaker,

    /// <summary>The subject of the main clause.</summary>
    MainSubject,

    /// <summary>The first subject of its paragraph.</summary>
    Opener,

    /// <summary>An object.</summary>
    Object,

    /// <summary>Within another phrase, or its owner.</summary>
    Modifier,

    /// <summary>Owner of another phrase.</summary>
    Owner,

    /// <summary>Itself a pronoun.</summary>
    Pronoun,

    /// <summary>A pronoun of the same sort.</summary>
    SamePronoun,

    /// <summary>Both are subjects.</summary>
    Parallel,

    /// <summary>Both own something.</summary>
    ParallelOwner,

    /// <summary>The subject of the innermost clause that the pronoun stands in.</summary>
    NearestSubject,

    /// <summary>That, where the pronoun owns something.</summary>
    NearestSubjectOfOwner,

    /// <summary>The subject of an outer clause.</summary>
    HigherSubject,

    /// <summary>How often the actor was mentioned, up to 8.</summary>
    Mention,

    /// <summary>The logarithm of that.</summary>
    Frequency,

    /// <summary>Owner of a thing of the same noun: "Smith's mother … her mother".</summary>
    SameOwned,

    /// <summary>Within the words before the clause that the pronoun is subject of: "in a book by Smith, he …".</summary>
    Fronted,

    /// <summary>A row of several: "Smith and Jones".</summary>
    Joint,

    /// <summary>In a quotation other than the pronoun's.</summary>
    OtherQuotation,

    /// <summary>Speaker of the sentence before a quotation that the pronoun says.</summary>
    Introduced,

    /// <summary>Known by name.</summary>
    Named,

    /// <summary>Told as someone's relative.</summary>
    Relative,

    /// <summary>Of a gender not told.</summary>
    GenderUnknown,

    /// <summary>Several people, or a group.</summary>
    Several,

    /// <summary>A state.</summary>
    State,

    /// <summary>A state, where the pronoun is no subject.</summary>
    StateOfObject,

    /// <summary>A government.</summary>
    Government,

    /// <summary>Armed forces or an armed group.</summary>
    Force,

    /// <summary>An outlet.</summary>
    Outlet,

    /// <summary>Any other body.</summary>
    Body,

    /// <summary>No actor: a thing, or someone who does nothing that is told of.</summary>
    Thing,

    /// <summary>That, where the pronoun is subject of a verb of saying.</summary>
    ThingThatSpeaks,

    /// <summary>A thing that is a subject.</summary>
    ThingSubject,

    /// <summary>A thing that is a pronoun of the same sort.</summary>
    ThingPronoun,

    /// <summary>A thing with a name.</summary>
    ThingNamed,

    /// <summary>Behind an article or owner that makes it known.</summary>
    Definite,

    /// <summary>Plural in form.</summary>
    Plural,

    /// <summary>Nothing that was mentioned: always holds of that.</summary>
    None,

    /// <summary>Nothing, where the pronoun is a subject.</summary>
    NoneSubject,

    /// <summary>Nothing, where the pronoun is a subject of a passive.</summary>
    NonePassive,

    /// <summary>Nothing, where the pronoun owns something.</summary>
    NoneOwner,

    /// <summary>Nothing, where the pronoun is subject of a verb of saying.</summary>
    NoneSpeaks,

    /// <summary>Nothing, where the pronoun stands in a quotation.</summary>
    NoneQuoted,

    /// <summary>Nothing, where the pronoun's predicate is no verb.</summary>
    NonePredicate,

    /// <summary>Nothing, where the pronoun opens its sentence.</summary>
    NoneOpening,

    /// <summary>How many traits there are.</summary>
    Count,
}
