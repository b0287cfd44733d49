using Huitou.Engine;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Huitou.Data;

/// <summary>Instants as Unix milliseconds: they sort and compare the same on every database.</summary>
internal sealed class InstantConverter() : ValueConverter<DateTimeOffset, long>(
    instant => instant.ToUnixTimeMilliseconds(), millis => DateTimeOffset.FromUnixTimeMilliseconds(millis));

/// <summary>Civil days as the ledger numbers them.</summary>
internal sealed class DayConverter() : ValueConverter<DateOnly, int>(
    day => day.DayNumber - CivilDay.First.DayNumber, number => CivilDay.Of(number));
