using System.Net;

namespace Kongress.Tests.Hosting;

public sealed class KongressHostTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task The_product_runs_in_the_test_on_the_database_of_the_test(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, Ct);
        await using var host = new KongressHost(database.Settings);
        using var visitor = host.NewVisitor();

        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/health/ready", Ct)).StatusCode);
    }
}
