using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Kongress.Data;

/// <summary>The database of Kongress. It names no feature: every feature brings the mapping of its own tables.</summary>
/// <remarks>All writing goes through <see cref="InTransactionAsync{T}"/>, so that a fact, its audit row and its mail are stored together or not at all.</remarks>
public abstract class KongressDb(DbContextOptions options) : DbContext(options), IDataProtectionKeyContext
{
    private const int Attempts = 3;

    /// <summary>The keys that protect cookies; kept here so that several web nodes share them.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Runs <paramref name="work"/> in one transaction and commits it.</summary>
    /// <remarks>
    /// Where two writers meet in a unique index, a version or a deadlock, the loser starts again from nothing, three times at most:
    /// <paramref name="work"/> must load what it needs itself and must not act on the world outside the database.
    /// A commit that has begun is not cancelled: nobody could tell whether it happened.
    /// </remarks>
    public virtual async Task<T> InTransactionAsync<T>(Func<Task<T>> work, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await Database.CreateExecutionStrategy().ExecuteAsync(
                    async token =>
                    {
                        ChangeTracker.Clear();
                        await using var turn = await EnterWriteAsync(token);
                        await using var transaction = await Database.BeginTransactionAsync(token);
                        var result = await work();
                        await transaction.CommitAsync(CancellationToken.None);
                        return result;
                    },
                    ct);
            }
            catch (Exception e) when (attempt < Attempts && (e is DbUpdateConcurrencyException || IsCollision(e)))
            {
                // The other writer has committed: the next attempt sees its rows.
            }
        }
    }

    /// <inheritdoc cref="InTransactionAsync{T}"/>
    public Task InTransactionAsync(Func<Task> work, CancellationToken ct) =>
        InTransactionAsync(async () => { await work(); return true; }, ct);

    /// <summary>Takes the lock of one row until the transaction ends. False: there is no such row.</summary>
    /// <remarks>
    /// Must be the first statement of the transaction: what is counted afterwards stays true until the commit.
    /// The update itself is the lock on both databases, so no hint of a provider is needed.
    /// </remarks>
    public virtual async Task<bool> LockAsync<T>(Guid id, CancellationToken ct) where T : class, ILockable =>
        await Database.ExecuteSqlRawAsync(LockStatement(Model.FindEntityType(typeof(T))!), [id], ct) == 1;

    /// <summary>Adds the audit row of what is being done; stored with the next <c>SaveChanges</c>.</summary>
    public void Record(Change change) => Set<Change>().Add(change);

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        // Looks for changes; once is enough.
        RenewVersions();
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            await using var turn = Database.CurrentTransaction is null ? await EnterWriteAsync(cancellationToken) : null;
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        RenewVersions();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    /// <summary>Waits for this process's turn to write, where the database has one writer only.</summary>
    protected virtual Task<IAsyncDisposable?> EnterWriteAsync(CancellationToken ct) => Task.FromResult<IAsyncDisposable?>(null);

    /// <summary>Whether the exception says that another writer was there first: a unique index or a deadlock.</summary>
    protected abstract bool IsCollision(Exception exception);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(KongressDb).Assembly);

        // Entities number themselves. Left to EF, a child with a key of its own would be taken for an existing row.
        foreach (var key in modelBuilder.Model.GetEntityTypes().Select(type => type.FindPrimaryKey()).OfType<IMutableKey>())
        {
            if (key.Properties is [{ ClrType: var type } id] && type == typeof(Guid)) id.ValueGenerated = ValueGenerated.Never;
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    // Everybody in a rush waits for this statement of everybody before: written out once, as EF would look at the expression anew each time.
    private string LockStatement(IEntityType type) => type.GetOrAddRuntimeAnnotationValue(
        nameof(LockStatement),
        db =>
        {
            var sql = db!.GetService<ISqlGenerationHelper>();
            string Column(string property) => sql.DelimitIdentifier(type.FindProperty(property)!.GetColumnName());
            var count = Column(nameof(ILockable.LockCount));
            return $"UPDATE {sql.DelimitIdentifier(type.GetTableName()!, type.GetSchema())} SET {count} = {count} + 1 WHERE {Column(nameof(ILockable.Id))} = {{0}}";
        },
        this);

    private void RenewVersions()
    {
        foreach (var entry in ChangeTracker.Entries<IVersioned>())
        {
            if (entry.State == EntityState.Modified)
            {
                entry.Property(row => row.Version).CurrentValue = Guid.CreateVersion7();
            }
        }
    }
}
