using Kongress.Data;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Database.SqlServer;

/// <summary>For production, and where several web nodes share the work.</summary>
public class SqlServerKongressDb(DbContextOptions options) : KongressDb(options)
{
    private const int UniqueIndexViolation = 2601;
    private const int UniqueConstraintViolation = 2627;
    private const int Deadlock = 1205;

    protected override bool IsCollision(Exception exception) =>
        (exception as SqlException ?? exception.InnerException as SqlException)?.Number
            is UniqueIndexViolation or UniqueConstraintViolation or Deadlock;
}
