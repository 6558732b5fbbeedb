namespace Kongress.Data;

/// <summary>A feature that stores something about people: it can show it to them, and it deletes it when its time is over.</summary>
public interface IHoldsPersonalData
{
    /// <summary>Everything the feature holds about the account, for the person themself (Art. 15 GDPR). Empty when there is nothing.</summary>
    Task<IReadOnlyList<PersonalDataPart>> ShowAsync(Guid accountId, CancellationToken ct);

    /// <summary>Deletes or empties what has reached its end at <paramref name="now"/>; returns how many rows.</summary>
    Task<int> EraseDueAsync(DateTimeOffset now, CancellationToken ct);
}

/// <summary>A heading in German and what stands under it, in the order in which it is shown.</summary>
public sealed record PersonalDataPart(string Heading, IReadOnlyList<KeyValuePair<string, string?>> Values);
