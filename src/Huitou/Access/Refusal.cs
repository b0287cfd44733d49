namespace Huitou.Access;

/// <summary>Why an operation did not do what was asked: an expected outcome, not a fault.</summary>
/// <param name="Code">One of <see cref="ProblemCode"/>.</param>
/// <param name="Message">What is wrong and what to do, with the value and the limit.</param>
/// <param name="Path">The field it is about, as "owner.name"; empty when it is about the whole.</param>
public sealed record Refusal(string Code, string Message, string Path = "");

/// <summary>What an operation gives back when it may be refused: a value or a <see cref="Access.Refusal"/>.</summary>
public readonly record struct Outcome<T>
{
    private Outcome(T? value, Refusal? refusal) => (Value, Refusal) = (value, refusal);

    /// <summary>The result; meaningful only while <see cref="Refusal"/> is null.</summary>
    public T? Value { get; }

    public Refusal? Refusal { get; }

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);

    /// <summary>Continues with whichever it is.</summary>
    public TOut Match<TOut>(Func<T, TOut> done, Func<Refusal, TOut> refused) => Refusal is { } refusal ? refused(refusal) : done(Value!);
}
