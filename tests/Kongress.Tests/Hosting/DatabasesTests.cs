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
    public void Each_row_names_a_provider_that_can_be_used(string provider) =>
        Assert.True(provider == Databases.Sqlite || Databases.SqlServer is not null, provider);
}
