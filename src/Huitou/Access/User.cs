using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Huitou.Access;

/// <summary>Who signs in. Passwords, lock-out and stamps are Identity's.</summary>
public sealed class User : IdentityUser<long>
{
    public Role Role { get; set; }

    /// <summary>Ids of the shops whose rows they see; null for all.</summary>
    public int[]? Shops { get; set; }

    /// <summary>"zh" or "en"; null follows the browser.</summary>
    public string? Language { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    internal static void Map(EntityTypeBuilder<User> e)
    {
        e.ToTable("app_user");
        e.Property(u => u.Role).HasConversion<string>().HasMaxLength(16);
        e.Property(u => u.Language).HasMaxLength(8);
    }
}
