using Microsoft.EntityFrameworkCore;

namespace Huitou.Data.Sqlite;

/// <summary>The one-file database: the default.</summary>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options) : HuitouDb(options);
