namespace Huitou.Connect.Files;

/// <summary>The file as a whole cannot be read: too large when unpacked, damaged, or of a kind that is not known.</summary>
/// <param name="code">From a closed set: "file_too_large", "file_damaged", "file_empty", "sheet_missing".</param>
/// <param name="message">What is wrong and what to do.</param>
/// <param name="inner">What the reader said.</param>
public sealed class UnreadableFileException(string code, string message, Exception? inner = null) : Exception(message, inner)
{
    public string Code => code;

    internal static UnreadableFileException TooLarge(string detail) => new("file_too_large", detail);

    internal static UnreadableFileException Damaged(string detail, Exception? inner = null) => new("file_damaged", detail, inner);
}
