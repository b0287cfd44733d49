using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Huitou.Data;

/// <summary>
/// A link of the <see cref="BlindChain"/>, sealed. It lies beside what was hashed with it, so that the two change in one transaction; and
/// who can open it holds the keys of this database.
/// </summary>
public sealed class BlindLink
{
    /// <summary>From 1, in the sequence of the chain.</summary>
    public int Id { get; set; }

    public required string Sealed { get; set; }

    internal static void Map(EntityTypeBuilder<BlindLink> e)
    {
        e.ToTable("blind_link");
        e.Property(l => l.Id).ValueGeneratedNever();
    }
}

/// <summary>The links of a database.</summary>
internal static class BlindLinks
{
    private const string Kind = "link";

    internal static BlindChain Read(HuitouDb db, Vault vault)
    {
        var links = db.BlindLinks.AsNoTracking().OrderBy(link => link.Id).ToList();
        return new(links.Count == 0 ? [vault.FirstLink] : links.Select(link => Open(link, vault)));
    }

    /// <summary>Stores the first link of a new database; of any other finds out whether these are its keys.</summary>
    /// <exception cref="KeyFaultException">They are not.</exception>
    internal static async Task BeginAsync(HuitouDb db, Vault vault, CancellationToken cancel)
    {
        var links = await db.BlindLinks.AsNoTracking().ToListAsync(cancel);
        if (!Fit(links, vault)) throw new KeyFaultException("The key is not that of this database. Set HUITOU_KEY, or put the data folder's own keys/data.key back.");
        if (links.Count > 0) return;
        db.BlindLinks.Add(Make(1, vault.FirstLink, vault));
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Whether these keys are those of a database with these links; of one without links any are.</summary>
    internal static bool Fit(IEnumerable<BlindLink> links, Vault vault)
    {
        try
        {
            foreach (var link in links) Open(link, vault);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    internal static BlindLink Make(int id, byte[] link, Vault vault) => new() { Id = id, Sealed = vault.Seal(Convert.ToBase64String(link), Kind, id) };

    internal static byte[] Open(BlindLink link, Vault vault) => Convert.FromBase64String(vault.Open(link.Sealed, Kind, link.Id));
}
