using Kongress.Data;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Registrations;

/// <summary>Writes the answers about diet and assistance, or removes them when consent is missing.</summary>
internal static class HealthRecords
{
    /// <summary>Whoever does not come any more needs neither diet nor assistance: the answers go with the end of the registration. Runs at once, in the caller's transaction.</summary>
    public static Task EraseAsync(KongressDb db, IReadOnlyCollection<Guid> registrationIds, CancellationToken ct) =>
        db.Set<HealthAnswers>().Where(h => registrationIds.Contains(h.RegistrationId)).ExecuteDeleteAsync(ct);

    /// <param name="input">Null: no consent, or nothing said; what was stored before goes.</param>
    public static async Task KeepAsync(KongressDb db, Guid registrationId, HealthInput? input, DateTimeOffset now, CancellationToken ct)
    {
        var stored = db.Set<HealthAnswers>().Local.SingleOrDefault(h => h.RegistrationId == registrationId)
            ?? await db.Set<HealthAnswers>().SingleOrDefaultAsync(h => h.RegistrationId == registrationId, ct);
        if (input is null)
        {
            if (stored is not null) db.Remove(stored);
            return;
        }

        var answers = stored ?? new HealthAnswers(registrationId) { ConsentAt = now };
        answers.Diet = input.Diet;
        answers.DietNote = input.DietNote;
        answers.Assistance = input.Assistance;
        answers.AssistanceNote = input.AssistanceNote;
        if (answers.ConsentText != input.ConsentText) answers.ConsentAt = now;
        answers.ConsentText = input.ConsentText;
        if (answers.IsEmpty)
        {
            if (stored is not null) db.Remove(stored);
        }
        else if (stored is null)
        {
            db.Add(answers);
        }
    }
}
