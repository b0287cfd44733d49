namespace Huitou.Connect.Presets;

/// <summary>Customers: who they are, and what they consented to or refused.</summary>
internal sealed class CustomerParser(RowReader reader) : RowParser(reader)
{
    protected override SourceFact? Fact(long number)
    {
        if (!Reader.Buyer.Demand(out var buyer) || !Reader.Words.GenderOf(out var gender) || !Reader.Times.Birthday(out var birthday)) return null;
        if (!Reader.Times.Time(Field.JoinedAt, out var joined) || !Reader.Times.Time(Field.ModifiedAt, out var modified)) return null;
        var proof = Cells.Cut(Field.ConsentProof, 500);
        if (!Reader.Times.Time(Field.ConsentAt, out var consentAt)) return null;
        if (!Consent(Field.SmsConsent, proof, out var sms) || !Consent(Field.EmailConsent, proof, out var email)) return null;
        var consents = sms is not null || email is not null;
        var address = Cells.Text(Field.Address) is var text && (text == "***" || ContactText.IsCipher(text)) ? "" : RowCells.Cut(text, 300);
        var place = Reader.Places.Read(address);
        return new SourceCustomer(number)
        {
            Buyer = buyer,
            Name = Reader.Buyer.Name(),
            Gender = gender,
            Birthday = birthday,
            Region = place.Region,
            City = place.City,
            District = place.District,
            Address = address,
            Tags = Reader.Words.Tags(),
            JoinedAt = joined,
            ModifiedAt = modified,
            SmsConsent = sms,
            EmailConsent = email,
            ConsentAt = consents ? consentAt : null,
            ConsentProof = consents ? proof : "",
        };
    }

    /// <summary>
    /// A no is always taken. A yes needs its proof on the same row; where a layout has no such column it is left aside, for a yes
    /// without proof is worth nothing and the rest of the row is.
    /// </summary>
    private bool Consent(Field field, string proof, out bool? consents)
    {
        if (!Reader.Words.YesOrNo(field, out consents)) return false;
        if (consents != true || proof.Length > 0) return true;
        consents = null;
        return Reader.Preset.IgnoresUnprovenYes || Cells.Bad(RejectReason.MissingProof, field);
    }
}
