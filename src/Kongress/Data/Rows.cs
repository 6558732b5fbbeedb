namespace Kongress.Data;

/// <summary>A row that can be locked by <see cref="KongressDb.LockAsync{T}"/>.</summary>
public interface ILockable
{
    Guid Id { get; }

    /// <summary>How often the row was locked. The value read after locking belongs to this transaction alone, so it also numbers what is made under the lock.</summary>
    long LockCount { get; }
}

/// <summary>A row that people edit in a form: the form carries the version, and an edit based on an old one is refused.</summary>
public interface IVersioned
{
    /// <summary>Renewed with every change; a concurrency token on both databases.</summary>
    Guid Version { get; }
}
