using System.Globalization;

namespace Huitou.Connect.Presets;

/// <summary>The instants and days of a row.</summary>
internal sealed class RowTimes
{
    private readonly RowCells _cells;
    private readonly DateOrder _order;
    private readonly ShopClock _clock;
    private readonly DateTimeOffset _earliest;
    private readonly DateTimeOffset _latest;

    /// <summary>Rows of a time stand together, lines of an order above all, so the last one read is nearly always the next one.</summary>
    private readonly (string Text, DateTimeOffset Instant)[] _last = new (string, DateTimeOffset)[Enum.GetValues<Field>().Length];

    internal RowTimes(RowCells cells, DateOrder order, ShopBooks books)
    {
        (_cells, _order, _clock) = (cells, order, books.Clock);
        _earliest = books.Clock.Instant(new DateTime(1990, 1, 1));
        _latest = books.Now.AddDays(1);
    }

    /// <summary>Null where the row says nothing. What lies before 1990, or more than a day ahead, is a mistake.</summary>
    internal bool Time(Field field, out DateTimeOffset? instant)
    {
        instant = null;
        var text = _cells.Text(field);
        if (text.Length == 0) return true;
        ref var last = ref _last[(int)field];
        if (last.Text != text)
        {
            if (!TimeText.TryParse(text, _order, out var told)) return _cells.Bad(RejectReason.BadTime, field);
            if (told.Civil.Year is < 1989 or > 2169) return _cells.Bad(RejectReason.TimeOutOfRange, field);
            last = (text, told.In(_clock));
        }
        if (last.Instant < _earliest || last.Instant > _latest) return _cells.Bad(RejectReason.TimeOutOfRange, field);
        instant = last.Instant;
        return true;
    }

    /// <summary>The time of a row that is nothing without one.</summary>
    internal bool Demand(Field field, out DateTimeOffset instant)
    {
        instant = default;
        if (!Time(field, out var told)) return false;
        if (told is null) return _cells.Bad(RejectReason.MissingTime, field);
        instant = told.Value;
        return true;
    }

    /// <summary>A civil day; where the file gives a whole time with its offset, the shop's day of it.</summary>
    internal bool Day(Field field, out DateOnly? day, int yearsAhead = 0)
    {
        day = null;
        var text = _cells.Text(field);
        if (text.Length == 0) return true;
        if (!TimeText.TryParse(text, _order, out var told)) return _cells.Bad(RejectReason.BadTime, field);
        if (told.Civil.Year is < 1989 or > 2169) return _cells.Bad(RejectReason.TimeOutOfRange, field);
        var given = told.Offset is null ? DateOnly.FromDateTime(told.Civil) : _clock.Day(told.In(_clock));
        if (given.Year < 1990 || given > _clock.Day(_latest).AddYears(yearsAhead)) return _cells.Bad(RejectReason.TimeOutOfRange, field);
        day = given;
        return true;
    }

    /// <summary>"1990-05-17", or "--05-17" where no year is told; a birthday of which digits are masked says nothing.</summary>
    internal bool Birthday(out string birthday)
    {
        birthday = "";
        var text = _cells.Text(Field.Birthday);
        if (text.Length == 0 || ContactText.IsMasked(text)) return true;
        if (TimeText.TryMonthAndDay(text, _order, out var month, out var date))
        {
            birthday = string.Create(CultureInfo.InvariantCulture, $"--{month:00}-{date:00}");
            return true;
        }
        if (!TimeText.TryParse(text, _order, out var told)) return _cells.Bad(RejectReason.BadTime, Field.Birthday);
        var day = DateOnly.FromDateTime(told.Civil);
        if (day.Year < 1900 || day > _clock.Day(_latest)) return _cells.Bad(RejectReason.TimeOutOfRange, Field.Birthday);
        birthday = day.ToString("O", CultureInfo.InvariantCulture);
        return true;
    }
}
