using Kongress.Data;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Tests.Hosting;

public sealed class DatabasesTests
{
    [Fact]
    public void Without_a_server_the_second_row_is_there_and_says_why_it_is_skipped()
    {
        var rows = Databases.Rows(null);

        Assert.Equal(["Sqlite", "SqlServer"], rows.Select(row => row.GetData()[0]));
        Assert.Equal([null, "KONGRESS_TEST_SQLSERVER is not set"], rows.Select(row => row.Skip));
    }

    [Fact]
    public void With_a_server_both_rows_run() => Assert.All(Databases.Rows("Server=x"), row => Assert.Null(row.Skip));

    [Theory, EveryDatabase]
    public async Task A_row_gets_a_migrated_database_of_its_own(string provider)
    {
        await using var one = await TestDatabase.CreateAsync(provider, TestContext.Current.CancellationToken);
        await using var other = await TestDatabase.CreateAsync(provider, TestContext.Current.CancellationToken);
        await using (var writing = one.Open())
        {
            writing.Record(new Change(null, Actor.System, "Test.Written", Guid.CreateVersion7(), DateTimeOffset.UnixEpoch));
            await writing.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await using var reading = one.Open();
        await using var elsewhere = other.Open();
        Assert.Equal("Test.Written", (await reading.Set<Change>().SingleAsync(TestContext.Current.CancellationToken)).Action);
        Assert.Empty(await elsewhere.Set<Change>().ToListAsync(TestContext.Current.CancellationToken));
    }
}
