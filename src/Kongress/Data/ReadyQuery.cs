using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Kongress.Data;

/// <summary>A query that EF Core translates once and then runs as it is: for what is asked behind a lock for which hundreds wait. Elsewhere EF's own look for a known query is quick enough.</summary>
/// <param name="compile">Calls <c>EF.CompileAsyncQuery</c>.</param>
/// <remarks>A compiled query belongs to one model, and each database has its own.</remarks>
internal sealed class ReadyQuery<T>(Func<T> compile) where T : Delegate
{
    private readonly ConditionalWeakTable<IModel, T> compiled = [];

    public T For(KongressDb db) => compiled.GetValue(db.Model, _ => compile());
}
