using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Kongress.Data;

/// <summary>Instants are stored as UTC without an offset: SQLite can neither compare nor order an offset.</summary>
public sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTime>(
    instant => instant.UtcDateTime,
    stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));
