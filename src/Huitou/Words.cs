namespace Huitou;

/// <summary>Words in the two languages of the pages.</summary>
public sealed record Words(string Zh, string En)
{
    public string In(string language) => language == "zh" ? Zh : En;
}
