using Huitou.Connect;
using Huitou.Customers;

namespace Huitou.Flows.Exports;

/// <summary>The columns that name a buyer: by them an import knows who it is. Masked addresses name nobody when they come in again.</summary>
internal static class ContactColumns
{
    internal static IEnumerable<ExportColumn<TRow>> Of<TRow>(Func<TRow, BuyerContact> of) =>
    [
        new(Field.Buyer, ExportValue.Text, (row, _) => Cell.Of(of(row).Id)),
        new(Field.Phone, ExportValue.Text, (row, look) => look.Phone(of(row).Phone)) { IsPersonal = true },
        new(Field.Email, ExportValue.Text, (row, look) => look.Email(of(row).Email)) { IsPersonal = true },
    ];
}
