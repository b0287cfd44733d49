using System.Data;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Access;

/// <summary>What a new installation is told: its owner, its first shop, and the currency of its reports.</summary>
public sealed record SetUpRequest(string OwnerName, string Password, string ShopName, string TimeZone, string Currency, string? Language);

/// <summary>
/// Makes an empty installation somebody's. The link to do so is a secret that only who started the host sees, and works once:
/// otherwise the first stranger to find the port would own the shop.
/// </summary>
public sealed class SetUp(HuitouDb db, UserAccounts accounts, Shops shops, AuditLog audit)
{
    /// <summary>Whether nobody has an account yet.</summary>
    public async Task<bool> IsNeededAsync(CancellationToken cancel) => !await db.Users.AnyAsync(cancel);

    /// <summary>A fresh token for the link; the one before it is void. Null when the set-up is done.</summary>
    public async Task<string?> NewTokenAsync(CancellationToken cancel)
    {
        if (!await IsNeededAsync(cancel)) return null;
        var token = Secret.New("");
        var stored = await Settings.StoredAsync(db, Settings.SetUpTokenKey, cancel);
        await Settings.SwapAsync(db, Settings.SetUpTokenKey, stored, Kept(token), cancel);
        return token;
    }

    /// <summary>The set-up by link.</summary>
    public async Task<Outcome<User>> RunAsync(string token, SetUpRequest request, CancellationToken cancel)
    {
        if (!await IsNeededAsync(cancel)) return Done();
        var stored = Settings.Parse(await Settings.StoredAsync(db, Settings.SetUpTokenKey, cancel), "");
        if (stored.Length == 0 || stored != Kept(token))
            return new Refusal(ProblemCode.SetUpTokenWrong, "This set-up link is not the newest. Use the one that the console printed last.", "token");
        return await RunAsync(request, new Actor(request.OwnerName.Trim(), Role.Owner), cancel);
    }

    /// <summary>The set-up by whoever started the host.</summary>
    public async Task<Outcome<User>> RunAsync(SetUpRequest request, Actor actor, CancellationToken cancel)
    {
        if (Currencies.Find(request.Currency) is not { } currency)
            return new Refusal(ProblemCode.UnknownCurrency, $"\"{request.Currency}\" is no currency code of ISO 4217.", "shop.currency");
        if (request.Language is { } language && OwnAccount.LanguageFault(language) is { } fault) return fault;

        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancel);
        if (!await IsNeededAsync(cancel)) return Done();
        var owner = await accounts.CreateAsync(request.OwnerName, request.Password, Role.Owner, request.Language);
        if (owner.Refusal is { } ownerFault) return ownerFault with { Path = $"owner.{ownerFault.Path}" };
        var shop = await shops.AddAsync(db, new(request.ShopName, request.TimeZone), cancel);
        if (shop.Refusal is { } shopFault) return shopFault with { Path = $"shop.{shopFault.Path}" };

        var stored = await Settings.StoredAsync(db, Settings.CurrencyKey, cancel);
        await Settings.SwapAsync(db, Settings.CurrencyKey, stored, currency, cancel);
        await db.Settings.Where(s => s.Key == Settings.SetUpTokenKey).ExecuteDeleteAsync(cancel);
        audit.Add(db, actor, $"user:{owner.Value!.Id}", AuditFact.OwnerSetUp());
        audit.Add(db, actor, $"shop:{shop.Value!.Id}", AuditFact.ShopSetUp(request.TimeZone, currency.Code));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return owner;
    }

    private static Refusal Done() => new(ProblemCode.SetUpDone, "This installation is set up. Sign in instead.");

    private static string Kept(string token) => Convert.ToHexStringLower(Secret.Hash(token));
}
