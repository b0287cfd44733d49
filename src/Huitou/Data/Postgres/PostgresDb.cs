using Microsoft.EntityFrameworkCore;

namespace Huitou.Data.Postgres;

/// <summary>The database for production.</summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options) : HuitouDb(options);
