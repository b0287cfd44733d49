using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Huitou.Access;

/// <summary>One setting of the installation, as JSON.</summary>
public sealed class Setting
{
    public required string Key { get; set; }

    public required string Value { get; set; }

    internal static void Map(EntityTypeBuilder<Setting> e)
    {
        e.ToTable("setting");
        e.HasKey(s => s.Key);
        e.Property(s => s.Key).HasMaxLength(64);
    }
}
