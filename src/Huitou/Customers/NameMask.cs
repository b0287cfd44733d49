using System.Text;

namespace Huitou.Customers;

/// <summary>What a page shows of a name: enough to recognise somebody one knows, too little to take away.</summary>
public static class NameMask
{
    /// <summary>王小明 becomes 王*, Jane Doe becomes J***; who has no name keeps none.</summary>
    public static string Of(string name)
    {
        var trimmed = name.AsSpan().Trim();
        if (Rune.DecodeFromUtf16(trimmed, out var first, out _) != System.Buffers.OperationStatus.Done) return "";
        return first + (IsIdeograph(first) ? "*" : "***");
    }

    private static bool IsIdeograph(Rune rune) => rune.Value is (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);
}
