using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Huitou.Customers.Erasures;

/// <summary>
/// That whoever bears a name was erased and is not to be taken in again. Only a keyed hash of the name is kept: it recognises the person, and
/// tells nobody who it was.
/// </summary>
public sealed class Erasure
{
    public long Id { get; set; }

    /// <summary>One person has as many names as evidence.</summary>
    public Guid Act { get; set; }

    /// <summary>As of the evidence node: "shop:1", or empty for phones and e-mails; of what was carried besides as of the claim.</summary>
    public required string Scope { get; set; }

    public EvidenceKind Kind { get; set; }

    /// <summary>The blind index of the name, as it was stored.</summary>
    public required string Hash { get; set; }

    public DateTimeOffset At { get; set; }

    public required string Actor { get; set; }

    internal static void Map(EntityTypeBuilder<Erasure> e)
    {
        e.ToTable("erasure");
        e.Property(x => x.Id).ValueGeneratedOnAdd();
        e.Property(x => x.Scope).HasMaxLength(64);
        e.Property(x => x.Hash).HasMaxLength(64);
        e.Property(x => x.Actor).HasMaxLength(100);
        e.HasIndex(x => new { x.Scope, x.Kind, x.Hash }).IsUnique();
    }
}
