using Xunit;

namespace Parley.Tests.Intake;

public sealed class LanguageTests
{
    public static TheoryData<string, string> Others =>
        new()
        {
            {
                "German",
                "Der Minister sagte am Montag, dass die Gespräche nicht vor dem Ende der Woche beginnen werden, weil noch über die Liste der Gefangenen verhandelt wird. Auch die Frage der Straße nach Karst ist nach seinen Worten noch offen, und eine Lösung ist nicht in Sicht."
            },
            {
                "French",
                "Le ministre a dit lundi que les pourparlers ne commenceront pas avant la fin de la semaine, parce que la liste des prisonniers est encore discutée. La question de la route de Karst est aussi ouverte selon lui, et une solution n'est pas en vue pour les deux camps."
            },
            {
                "Russian",
                "Министр сказал в понедельник, что переговоры не начнутся до конца недели, потому что список пленных ещё обсуждается. Вопрос о дороге на Карст также остаётся открытым, и решения пока не видно, добавил он, выступая перед журналистами после встречи с послом."
            },
            {
                "Ukrainian",
                "Міністр сказав у понеділок, що переговори не почнуться до кінця тижня, бо список полонених ще обговорюється. Питання про дорогу на Карст також залишається відкритим, і рішення поки що не видно, додав він, виступаючи перед журналістами після зустрічі з послом."
            },
            {
                "Turkish",
                "Bakan pazartesi günü yaptığı açıklamada, esirlerin listesi için görüşmeler devam ettiği için toplantıların hafta sonundan önce başlamayacağını söyledi. Ona göre yol ile ilgili soru da açık ve iki taraf için bir çözüm daha görünmüyor, bu nedenle herkes bekliyor."
            },
        };

    [Theory]
    [MemberData(nameof(Others))]
    public void Another_language_is_told_by_name(string language, string text)
    {
        var taken = Assert.Single(Taking.Take("article.txt", Taking.Utf8(text)));
        Assert.Equal("PRL0031", taken.Skipped?.Code);
        Assert.Contains(language, taken.Skipped!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_script_is_told()
    {
        var text = string.Concat(Enumerable.Repeat("المحادثات لن تبدأ قبل نهاية الأسبوع كما قال الوزير يوم الاثنين. ", 6));
        Assert.Contains("Arabic", Assert.Single(Taking.Take("article.txt", Taking.Utf8(text))).Skipped!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_short_text_is_read_whatever_its_language() =>
        Assert.Null(Taking.CodeOf("article.txt", Taking.Utf8("Der Minister schwieg.")));

    [Fact]
    public void Lists_of_names_and_results_pass()
    {
        var text = string.Concat(Enumerable.Range(0, 60).Select(i => $"Player {(char)('A' + (i % 26))}. Surname {i} points. "));
        Assert.Null(Taking.CodeOf("article.txt", Taking.Utf8(text)));
    }

    [Fact]
    public void English_with_quotations_in_another_language_passes()
    {
        var text =
            Pages.Filler
            + " \"Wir werden nicht gehen, und das ist unser letztes Wort in dieser Sache\", he said in his own language, and nobody asked him what it meant.";
        Assert.Null(Taking.CodeOf("article.txt", Taking.Utf8(text)));
    }
}
