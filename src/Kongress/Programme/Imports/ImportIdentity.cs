using System.Security.Cryptography;
using System.Text;

namespace Kongress.Programme.Imports;

/// <summary>Under which ids foreign things are known here: their own, unless another edition has it already; then always the same other one.</summary>
/// <param name="taken">Ids of rooms, people, slots and sessions of other editions.</param>
internal sealed class ImportIdentity(Guid conferenceId, IReadOnlySet<Guid> taken)
{
    public Guid Of(Guid foreign) => taken.Contains(foreign) ? Derived(foreign.ToString()) : foreign;

    /// <summary>An id made of anything that stays the same from one reading to the next.</summary>
    public Guid Derived(string key) => Hashed($"{conferenceId:N}:{key}");

    /// <summary>The session that the import makes for a slot, so that it is known again when it has no slot any more.</summary>
    public Guid SessionOf(Guid slotId) => Derived($"session:{slotId:N}");

    private static Guid Hashed(string text) => new(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}
