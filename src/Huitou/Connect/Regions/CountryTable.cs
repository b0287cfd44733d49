namespace Huitou.Connect.Regions;

/// <summary>A country of ISO 3166-1.</summary>
internal sealed record Country(string Code, string Name, string Chinese);

/// <summary>Countries by their names in English and Chinese, and by their codes.</summary>
internal static class CountryTable
{
    /// <summary>In the sequence of their codes.</summary>
    internal static readonly IReadOnlyList<Country> Countries;

    private static readonly Forms<Country> Named = new();
    private static readonly Forms<Country> ByCode = new();

#pragma warning disable CA1810 // The tables are filled in one pass over one file.
    static CountryTable()
#pragma warning restore CA1810
    {
        var countries = new List<Country>();
        foreach (var line in PlaceFile.Lines("countries.txt"))
        {
            var cells = line.Split('|');
            var country = new Country(cells[0], cells[2], cells[3]);
            countries.Add(country);
            Named.Add(country, [cells[2], cells[3], .. cells[4].Split(';')]);
            ByCode.Add(country, cells[0], cells[1]);
        }
        Countries = countries;
        China = countries.Single(country => country.Code == "CN");
    }

    internal static Country China { get; }

    /// <param name="text">What is told.</param>
    /// <param name="codes">It stands where a country is told. Elsewhere "CA" may be California, "DE" Delaware.</param>
    internal static Country? Find(string text, bool codes) => Named[text] ?? (codes ? ByCode[text] : null);
}
