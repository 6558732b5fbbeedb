using Kongress.Accounts;
using Kongress.Registrations;
using Kongress.Tests.Hosting;

namespace Kongress.Tests.Workshops.Allotment;

/// <summary>After the publication each person reads why they got what they got, in one sentence per wish.</summary>
public sealed class WhatBecameOfWishesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_sentence_for_each_wish_and_nothing_about_others()
    {
        await using var drawn = await DrawnOffice.OpenAsync();
        await using (var before = AsAttendee(drawn, drawn.Ayse))
        {
            Assert.Empty(await SentencesAsync(before));
            Assert.DoesNotContain("Was aus Ihren Wünschen geworden ist", (await before.ReadAsync("/workshops", Ct)).Body!.TextContent, StringComparison.Ordinal);
        }

        await drawn.PublishAsync();
        Assert.Equal(
            [
                "1. Wunsch: Barrierefreie Formulare – Dieser Wunsch ging in Erfüllung.",
                "2. Wunsch: Wie KI Anträge liest – Zur selben Zeit hatten Sie einen Platz in „Barrierefreie Formulare“.",
                "3. Wunsch: Offene Werkstatt – Mit Ihren anderen Plätzen hatten Sie schon so viele Workshops, wie möglich sind.",
            ],
            await ReadAsync(drawn.Ayse));
        Assert.Equal(["1. Wunsch: Wie KI Anträge liest – Diesen Platz hat Ihnen die Organisation gegeben."], await ReadAsync(drawn.Juergen));
        Assert.Equal(["1. Wunsch: Barrierefreie Formulare – Hier hat die Organisation anders entschieden.", "2. Wunsch: Offene Werkstatt – Hier hatten Sie schon einen Platz."], await ReadAsync(drawn.Wilhelm));
        Assert.Equal(["Barrierefreie Formulare – Diesen Platz hat Ihnen die Organisation gegeben."], await ReadAsync(drawn.Olafur));
        // What organisers write as a reason is told to nobody.
        await using var attendee = AsAttendee(drawn, drawn.Wilhelm);
        Assert.DoesNotContain("Leitet zur selben Zeit ein Gespräch", (await attendee.ReadAsync("/workshops/wuensche", Ct)).Body!.TextContent, StringComparison.Ordinal);

        async Task<List<string>> ReadAsync(Registration person)
        {
            await using var desk = AsAttendee(drawn, person);
            Assert.NotNull((await desk.ReadAsync("/workshops", Ct)).QuerySelector("main a[href='/workshops/wuensche']"));
            return await SentencesAsync(desk);
        }
    }

    [Fact]
    public async Task The_same_in_English()
    {
        await using var drawn = await DrawnOffice.OpenAsync();
        await drawn.PublishAsync();
        await using var desk = AsAttendee(drawn, drawn.Huong);
        desk.Browser.DefaultRequestHeaders.Add("Accept-Language", "en");

        Assert.Equal(
            ["Preference 1: Wie KI Anträge liest – Unfortunately there were more preferences for it than seats.", "Preference 2: Hinter den Kulissen – This workshop was meant for others, or you were not registered for that day."],
            await SentencesAsync(desk));
    }

    private static Desk AsAttendee(DrawnOffice drawn, Registration person) =>
        Desk.Open(drawn.Office.Office.Database, drawn.Office.Office.Clock.GetUtcNow(), person.AccountId!.Value, Roles.Attendee);

    private static async Task<List<string>> SentencesAsync(Desk desk) =>
        [.. (await desk.ReadAsync("/workshops/wuensche", Ct)).QuerySelectorAll("main h3 + ul li").Where(li => li.QuerySelector("br") is not null).Select(li => string.Join(" – ", li.ChildNodes.Where(n => n.NodeName != "BR").Select(n => n.TextContent.Trim())))];
}
