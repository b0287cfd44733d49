namespace Huitou.Connect.Regions;

/// <summary>Where somebody lives, as far as it is told; empty is not told.</summary>
/// <param name="Region">The province in China, the country or a part of it elsewhere.</param>
/// <param name="City">The city.</param>
/// <param name="District">The district or county.</param>
public readonly record struct PlaceName(string Region, string City = "", string District = "")
{
    internal static readonly PlaceName None = new("");

    internal bool IsNone => Region.Length == 0 && City.Length == 0 && District.Length == 0;
}
