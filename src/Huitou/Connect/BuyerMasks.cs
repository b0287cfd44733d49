namespace Huitou.Connect;

/// <summary>What a source masks of a buyer whom it names by something whole: "138****0001". Many people share what is left of it, so it is nobody's id; it is shown.</summary>
/// <param name="Id">Its own id of the buyer. Null, as each of them, where it tells none, or a whole one.</param>
/// <param name="Phone">The phone.</param>
/// <param name="Email">The e-mail.</param>
/// <param name="Card">The member card.</param>
/// <param name="Nickname">The name on a platform.</param>
public sealed record BuyerMasks(string? Id, string? Phone, string? Email, string? Card, string? Nickname);
