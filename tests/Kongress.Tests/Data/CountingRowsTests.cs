using Kongress.Database;
using Kongress.Tests.Workshops;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Tests.Data;

/// <summary>The hourly job that lets SQLite look how rows are spread.</summary>
public sealed class CountingRowsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_it_ran_SQLite_knows_how_the_rows_of_each_filled_table_are_spread()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        var workshop = await office.WorkshopAsync("Werkstatt", 20);
        foreach (var person in await office.PeopleAsync(20)) await office.SignUpAsync(workshop, person);
        await using var db = office.Office.Database.Open();
        Assert.Equal(0, await db.Database.SqlQueryRaw<int>("SELECT count(*) AS Value FROM sqlite_master WHERE name = 'sqlite_stat1'").SingleAsync(Ct));

        await db.CountRowsAsync(Ct);

        var counted = await db.Database.SqlQueryRaw<string>("SELECT DISTINCT tbl AS Value FROM sqlite_stat1").ToListAsync(Ct);
        Assert.Empty(new[] { "Conferences", "Registrations", "Workshops", "SignUps" }.Except(counted));
        var spread = await db.Database.SqlQueryRaw<string>("SELECT stat AS Value FROM sqlite_stat1 WHERE tbl = 'Registrations'").ToListAsync(Ct);
        // "rows, rows for one value of the first column of the index, …"
        Assert.All(spread, stat => Assert.StartsWith("20 ", stat, StringComparison.Ordinal));
    }
}
