using Huitou.Access;

namespace Huitou.Connect.Files;

/// <summary>The file as a whole cannot be read. Its code tells what to do next, its message what is wrong and where.</summary>
/// <param name="code">One of <see cref="ProblemCode"/>.</param>
/// <param name="message">What is wrong, where, the limit, and what to do.</param>
/// <param name="inner">What the reader said.</param>
public sealed class UnreadableFileException(string code, string message, Exception? inner = null) : Exception(message, inner)
{
    public string Code => code;

    internal static UnreadableFileException TooLargeInside(string detail) => new(ProblemCode.FileTooLargeInside, detail);

    internal static UnreadableFileException Damaged(string detail, Exception? inner = null) => new(ProblemCode.UnreadableFile, detail, inner);

    internal static UnreadableFileException Truncated(string detail, Exception? inner = null) => new(ProblemCode.TruncatedFile, detail, inner);

    internal static UnreadableFileException Empty() =>
        new(ProblemCode.EmptyFile, "The file holds no rows. Export it again, and look whether it has any when it is opened.");
}
