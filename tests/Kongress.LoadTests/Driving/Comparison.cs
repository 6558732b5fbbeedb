using System.Globalization;
using System.Runtime;

namespace Kongress.LoadTests.Driving;

/// <summary>The product beside something bare: rounds of both take turns, and the median of their ratios is the result.</summary>
internal static class Comparison
{
    public const int Rounds = 3;

    /// <summary>Rounds before the first one that counts, at most.</summary>
    public const int MostWarmRounds = 16;

    // The runtime still compiles a method here and there after minutes.
    private const long FewMethods = 60;

    /// <param name="what">What is compared, for the printed line.</param>
    /// <param name="product">Runs one round; the number of the round is passed in, 0 being the one that only warms up.</param>
    /// <param name="mostWarmRounds">Fewer where each round uses up what there is not enough of.</param>
    /// <remarks>Both run until they are warm: the runtime compiles what is called often a second and a third time, on the same cores, and the product has more to compile.</remarks>
    public static async Task PrintAsync(string what, Func<int, Task<Round>> product, Func<int, Task<Round>> bare, int mostWarmRounds = MostWarmRounds)
    {
        for (var i = 0; i < mostWarmRounds; i++)
        {
            var compiled = JitInfo.GetCompiledMethodCount();
            await product(0);
            await bare(0);
            if (JitInfo.GetCompiledMethodCount() - compiled < FewMethods) break;
        }

        var pairs = new List<(Round Product, Round Bare)>();
        for (var i = 1; i <= Rounds; i++) pairs.Add((await product(i), await bare(i)));
        var median = pairs.OrderBy(pair => pair.Product.PerSecond / pair.Bare.PerSecond).ElementAt(Rounds / 2);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""

            {what}
              product {median.Product.PerSecond,8:0}/s   median {median.Product.Median,7:0.0} ms   p99 {median.Product.P99,7:0.0} ms
              bare    {median.Bare.PerSecond,8:0}/s   median {median.Bare.Median,7:0.0} ms   p99 {median.Bare.P99,7:0.0} ms
              ratio   {median.Product.PerSecond / median.Bare.PerSecond:0.00}   (rounds: {string.Join(", ", pairs.Select(p => (p.Product.PerSecond / p.Bare.PerSecond).ToString("0.00", CultureInfo.InvariantCulture)))})
            """));
    }
}
