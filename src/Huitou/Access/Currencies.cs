namespace Huitou.Access;

/// <summary>The currencies of ISO 4217 that are legal tender, with the digits of their minor units.</summary>
public static class Currencies
{
    private const string None = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF";

    private const string Three = "BHD IQD JOD KWD LYD OMR TND";

    private const string Two =
        "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP CVE CZK " +
        "DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD " +
        "KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP " +
        "PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH " +
        "USD UYU UZS VES WST XCD YER ZAR ZMW ZWG";

    private static readonly Dictionary<string, Currency> ByCode =
        All(None, 0).Concat(All(Two, 2)).Concat(All(Three, 3)).ToDictionary(c => c.Code, StringComparer.Ordinal);

    /// <summary>The currency of a code, or null.</summary>
    public static Currency? Find(string code) => ByCode.GetValueOrDefault(code);

    private static IEnumerable<Currency> All(string codes, int digits) => codes.Split(' ').Select(code => new Currency(code, digits));
}
