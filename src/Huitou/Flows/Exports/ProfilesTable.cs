using System.Globalization;
using Huitou.Access;
using Huitou.Connect;
using Huitou.Customers;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Flows.Exports;

/// <summary>
/// What is known of buyers, and what they agreed to or refused: the layout in which customers go from one installation to another. Whoever
/// agreed and refused at different times, or to different words, has a row for each; reading puts them together again.
/// </summary>
internal sealed class ProfilesTable(IDbContextFactory<HuitouDb> databases, Vault vault)
    : StoredTable<ProfilesTable.Row>(databases, "profiles", new Words("客户资料与同意", "Customer profiles and consents"), Permission.CustomersExport, Columns)
{
    private static readonly Words Yes = new("是", "yes");
    private static readonly Words No = new("否", "no");

    private static readonly ExportColumn<Row>[] Columns =
    [
        .. ContactColumns.Of<Row>(row => row.Buyer),
        new(Field.Card, ExportValue.Text, (row, look) => look.Known(row.Carried(EvidenceKind.Card).Text)) { IsPersonal = true },
        new(Field.UnionId, ExportValue.Text, (row, look) => look.Known(row.Carried(EvidenceKind.UnionId).Text)) { IsPersonal = true },
        new(Field.OpenId, ExportValue.Text, (row, look) => look.Known(row.Carried(EvidenceKind.OpenId).Text)) { IsPersonal = true },
        new(Field.Omid, ExportValue.Text, (row, look) => look.Known(row.Carried(EvidenceKind.Omid).Text)) { IsPersonal = true },
        new(Field.PlatformNickname, ExportValue.Text, (row, look) => look.Known(row.Carried(EvidenceKind.Nickname).Text)) { IsPersonal = true },
        new(Field.Platform, ExportValue.Text, (row, _) => Cell.Of(row.Platform)),
        new(Field.BuyerName, ExportValue.Text, (row, look) => look.Name(row.Said.Name.Text)) { IsPersonal = true },
        new(Field.Gender, ExportValue.Text, (row, look) => Enum.TryParse<Gender>(row.Of(BuyerAttribute.Gender), out var gender) ? look.Word(gender, GenderWords(gender)) : Cell.Empty),
        new(Field.Birthday, ExportValue.Text, (row, look) => look.Hidden(row.Of(BuyerAttribute.Birthday))) { IsPersonal = true },
        new(Field.Region, ExportValue.Text, (row, _) => Cell.Of(row.Said.Region.Text)),
        new(Field.City, ExportValue.Text, (row, _) => Cell.Of(row.Said.City.Text)),
        new(Field.District, ExportValue.Text, (row, _) => Cell.Of(row.Said.District)),
        new(Field.Address, ExportValue.Text, (row, look) => look.Hidden(row.Of(BuyerAttribute.Address))) { IsPersonal = true },
        new(Field.Tags, ExportValue.Text, (row, _) => Cell.Of(row.Of(BuyerAttribute.Tags))),
        new(Field.JoinedAt, ExportValue.Time, (row, look) => look.Time(DateTimeOffset.TryParse(row.Of(BuyerAttribute.JoinedAt), CultureInfo.InvariantCulture, out var at) ? at : null)),
        new(Field.ModifiedAt, ExportValue.Time, (row, look) => row.SaidAt > 0 ? look.Moment(row.SaidAt) : Cell.Empty),
        new(Field.SmsConsent, ExportValue.Text, (row, look) => YesOrNo(row.Sms, look)),
        new(Field.EmailConsent, ExportValue.Text, (row, look) => YesOrNo(row.Email, look)),
        new(Field.ConsentAt, ExportValue.Time, (row, look) => look.Time((row.Sms ?? row.Email)?.At)),
        new(Field.ConsentProof, ExportValue.Text, (row, _) => Cell.Of((row.Sms ?? row.Email)?.Proof ?? "")),
    ];

    internal sealed record Row(EvidenceNode Node)
    {
        internal BuyerContact Buyer { get; init; } = BuyerContact.Nobody;

        /// <summary>Nothing on the further rows of a buyer.</summary>
        internal BuyerDescription Said { get; init; } = new();

        /// <summary>When the newest of all that was said: what comes in again is no newer than it was.</summary>
        internal long SaidAt { get; init; }

        internal Consent? Sms { get; init; }

        internal Consent? Email { get; init; }

        internal string Of(string attribute) => Said.More[attribute].Text;

        /// <summary>Of the platform that the row is about: who has ids of two goes by those of the first.</summary>
        internal CarriedValue Carried(EvidenceKind kind) => Ids.FirstOrDefault(id => id.Kind == kind && (kind is not (EvidenceKind.Omid or EvidenceKind.Nickname) || id.Scope == Ids.First(IsPlatforms).Scope), new(kind, "", ""));

        /// <summary>Empty where nobody says which, and ids are compared within the shop.</summary>
        internal string Platform => Ids.FirstOrDefault(IsPlatforms, new(default, "", "")).Scope is var scope && scope.StartsWith(BuyerBook.ShopScope, StringComparison.Ordinal) ? "" : scope;

        private IEnumerable<CarriedValue> Ids => Said.More.All.Where(told => told.Value.Text.Length > 0).Select(told => BuyerAttribute.Carried(told.Key) is { } carried ? carried with { Text = told.Value.Text } : default);

        private static bool IsPlatforms(CarriedValue id) => id.Kind is EvidenceKind.Omid or EvidenceKind.Nickname;
    }

    protected override IQueryable<Row> After(HuitouDb db, long id)
    {
        var told =
            from statement in db.BuyerStatements
            join import in db.Imports on statement.ImportId equals import.Id
            where import.State == ImportState.Committed
            select statement.NodeId;
        return db.EvidenceNodes.Where(node => node.Id > id && told.Contains(node.Id)).OrderBy(node => node.Id).Select(node => new Row(node));
    }

    protected override long IdOf(Row row) => row.Node.Id;

    protected override async Task<IReadOnlyList<Row>> CompleteAsync(HuitouDb db, IReadOnlyList<Row> rows, CancellationToken cancel)
    {
        long[] nodes = [.. rows.Select(row => row.Node.Id)];
        var contacts = await BuyerContacts.ReadAsync(db, vault, nodes, cancel);
        var said = await BuyerContacts.SaidAsync(db, vault, nodes, cancel);
        var consents = (await ConsentWords.Of(db, db.EvidenceNodes.Where(node => EF.Parameter(nodes).Contains(node.Id))).AsNoTracking().ToListAsync(cancel))
            .FindAll(said => said.Consent.Purpose == ConsentPurpose.Marketing);
        foreach (var word in consents) word.Consent.Proof = word.Consent.OpenedProof(vault);
        var agreed = consents.ToLookup(said => said.NodeId, said => said.Consent);
        return
        [
            .. rows.SelectMany(row =>
            {
                var description = said[row.Node.Id];
                var known = row with { Buyer = contacts[row.Node.Id], SaidAt = Newest(description) };
                return WithConsents(known, description, agreed[row.Node.Id]);
            }),
        ];
    }

    /// <summary>Of each channel the newest yes and the newest no; those of one time and proof share a row.</summary>
    private static List<Row> WithConsents(Row row, BuyerDescription said, IEnumerable<Consent> consents)
    {
        var rows = new List<Row> { row with { Said = said } };
        var newest = consents.GroupBy(consent => (consent.Channel, consent.IsGiven)).Select(same => same.MaxBy(consent => (consent.At, consent.ImportId))!);
        foreach (var consent in newest.OrderBy(consent => consent.At).ThenBy(consent => consent.Channel).ThenBy(consent => consent.IsGiven))
        {
            var at = rows.FindIndex(other => Slot(other, consent.Channel) is null && Shares(other.Sms ?? other.Email, consent));
            if (at < 0)
            {
                at = rows.Count;
                rows.Add(row);
            }
            rows[at] = consent.Channel == ConsentChannel.Sms ? rows[at] with { Sms = consent } : rows[at] with { Email = consent };
        }
        return rows;
    }

    private static Consent? Slot(Row row, ConsentChannel channel) => channel == ConsentChannel.Sms ? row.Sms : row.Email;

    private static bool Shares(Consent? one, Consent other) => one is null || (one.At == other.At && one.Proof == other.Proof);

    private static long Newest(BuyerDescription said) =>
        said.More.All.Select(told => told.Value.At).Append(said.Name.At).Append(said.Region.At).Append(said.City.At).Max();

    private static Cell YesOrNo(Consent? consent, ExportLook look) =>
        consent is null ? Cell.Empty : Cell.Of((consent.IsGiven ? Yes : No).In(look.Language));

    private static Words GenderWords(Gender gender) => gender switch
    {
        Gender.Male => new("男", "male"),
        Gender.Female => new("女", "female"),
    };
}
