namespace Huitou.Flows;

/// <summary>Work that cannot go on, for a reason that people are told by its code.</summary>
internal sealed class JobFaultException(string code, string message, Exception? inner = null) : Exception(message, inner)
{
    internal string Code => code;
}
