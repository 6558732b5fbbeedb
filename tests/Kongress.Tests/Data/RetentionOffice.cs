using System.Data.Common;
using System.Text;
using Kongress.Conferences;
using Kongress.Data;
using Kongress.Mail;
using Kongress.Registrations;
using Kongress.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Tests.Data;

/// <summary>A congress that people have registered for, and the night's work of deletion at any later time.</summary>
internal sealed class RetentionOffice(Office office, Conference conference) : IAsyncDisposable
{
    public Office Office => office;

    public Conference Conference => conference;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <param name="emails">People with a confirmed registration; each said something about diet and assistance.</param>
    public static async Task<RetentionOffice> OpenAsync(string provider, params string[] emails)
    {
        var office = await Office.OpenAsync(provider, Ct);
        var retention = new RetentionOffice(office, await office.ConferenceAsync(capacity: 800, Ct));
        foreach (var email in emails) await retention.RegisterAsync(email);
        return retention;
    }

    public async Task RegisterAsync(string email)
    {
        await office.SubmitAsync(conference, Any.Submission(email) with { Health = new HealthInput(Diet.Vegan, "Nüsse", Assistance.WheelchairPlace, "Rampe", "2027") }, Ct);
        var secret = await office.LastSecretAsync("Registration.ConfirmEmail", email, Ct);
        await office.UseAsync<RegistrationDesk, (ConfirmEmailOutcome, Guid?)>(desk => desk.ConfirmEmailAsync(secret, Ct));
    }

    public async Task CancelAsync(string email)
    {
        var registration = await office.RegistrationOfAsync(email, Ct);
        await office.UseAsync<AttendeeDesk, CancelOutcome>(desk => desk.CancelAsync(registration.Id, registration.AccountId!.Value, Ct));
    }

    /// <summary>What the nightly job does, at the instant.</summary>
    public async Task EraseAsync(DateTimeOffset at)
    {
        office.Clock.SetUtcNow(at);
        await office.UseAsync<IEnumerable<IHoldsPersonalData>>(async holders =>
        {
            foreach (var holder in holders) await holder.EraseDueAsync(at, Ct);
        });
    }

    public Task EraseAsync(int daysAfterTheCongress, bool aSecondBefore = false) =>
        EraseAsync(conference.EndsAt.AddDays(daysAfterTheCongress).AddSeconds(aSecondBefore ? -1 : 0));

    /// <summary>What the person reads about themself.</summary>
    public Task<List<PersonalDataPart>> ShowAsync(Guid accountId) => office.UseAsync<IEnumerable<IHoldsPersonalData>, List<PersonalDataPart>>(async holders =>
    {
        var parts = new List<PersonalDataPart>();
        foreach (var holder in holders) parts.AddRange(await holder.ShowAsync(accountId, Ct));
        return parts;
    });

    public async Task<int> CountAsync<T>() where T : class => (await office.AllAsync<T>(Ct)).Count;

    /// <summary>Does with every mail that waits what its delivery could do.</summary>
    public async Task WithMailsAsync(Action<OutgoingMail> act)
    {
        await using var db = office.Database.Open();
        foreach (var mail in await db.Set<OutgoingMail>().Where(m => m.State == MailState.Due).ToListAsync(Ct)) act(mail);
        await db.SaveChangesAsync(Ct);
    }

    public Task DeliverAsync() => WithMailsAsync(mail => mail.MarkSent(office.Clock.GetUtcNow()));

    /// <summary>Every value of every table as text, each with the name of its table.</summary>
    public async Task<List<string>> EverythingAsync()
    {
        await using var db = office.Database.Open();
        await db.Database.OpenConnectionAsync(Ct);
        var values = new List<string>();
        foreach (var table in db.Model.GetEntityTypes().Select(type => type.GetTableName()!).Distinct())
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var rows = await command.ExecuteReaderAsync(Ct);
            while (await rows.ReadAsync(Ct)) values.AddRange(Enumerable.Range(0, rows.FieldCount).Select(i => $"{table}: {Text(rows, i)}"));
        }

        return values;
    }

    public ValueTask DisposeAsync() => office.DisposeAsync();

    private static string Text(DbDataReader rows, int column) => rows.GetValue(column) switch
    {
        byte[] bytes => Encoding.UTF8.GetString(bytes),
        var value => FormattableString.Invariant($"{value}"),
    };
}
