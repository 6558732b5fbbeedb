using Microsoft.EntityFrameworkCore;

namespace Kongress.LoadTests.Hosting;

internal sealed class BareDb(DbContextOptions<BareDb> options) : DbContext(options)
{
    public DbSet<BareHouse> Houses => Set<BareHouse>();

    public DbSet<BareTicket> Tickets => Set<BareTicket>();

    public DbSet<BareSession> Sessions => Set<BareSession>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<BareHouse>().HasData(new BareHouse { Id = 1, Capacity = int.MaxValue });
        modelBuilder.Entity<BareBooking>();
        modelBuilder.Entity<BareTicket>().HasIndex(t => t.Code).IsUnique();
        modelBuilder.Entity<BareScan>();
    }
}

internal sealed class BareHouse
{
    public int Id { get; init; }

    public int Taken { get; init; }

    public int Capacity { get; init; }
}

internal sealed class BareBooking
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public string Text { get; init; } = "";
}

internal sealed class BareTicket
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public string Code { get; init; } = "";

    public DateTime? AdmittedAt { get; init; }
}

internal sealed class BareScan
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid TicketId { get; init; }

    public DateTime At { get; init; }

    public bool Admitted { get; init; }
}

internal sealed class BareSession
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public string Title { get; init; } = "";

    public string Room { get; init; } = "";

    public string People { get; init; } = "";

    public DateTime StartsAt { get; init; }
}
