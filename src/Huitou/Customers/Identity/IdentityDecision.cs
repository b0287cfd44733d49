using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Huitou.Customers.Identity;

/// <summary>
/// That somebody said of two nodes that they are one person, or that they are not. It names them by name and not by number: what people
/// decided outlives the import that brought whom they decided about.
/// </summary>
public sealed class IdentityDecision
{
    public long Id { get; set; }

    /// <summary>What was decided in one act is withdrawn in one.</summary>
    public Guid Act { get; set; }

    public bool IsSame { get; set; }

    public required string OneScope { get; set; }

    public EvidenceKind OneKind { get; set; }

    public required string OneValue { get; set; }

    public required string OtherScope { get; set; }

    public EvidenceKind OtherKind { get; set; }

    public required string OtherValue { get; set; }

    public required string Actor { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>The later act that said the opposite; null while this one holds. Once that is withdrawn, this one holds again.</summary>
    public Guid? OverruledBy { get; set; }

    internal NodeName One => new(OneScope, OneKind, OneValue);

    internal NodeName Other => new(OtherScope, OtherKind, OtherValue);

    internal static void Map(EntityTypeBuilder<IdentityDecision> e)
    {
        e.ToTable("identity_decision");
        foreach (var scope in new[] { nameof(OneScope), nameof(OtherScope) }) e.Property(scope).HasMaxLength(64);
        foreach (var value in new[] { nameof(OneValue), nameof(OtherValue) }) e.Property(value).HasMaxLength(200);
        e.Property(d => d.Actor).HasMaxLength(100);
        e.HasIndex(d => d.Act);
        e.Ignore(d => d.One);
        e.Ignore(d => d.Other);
    }
}
