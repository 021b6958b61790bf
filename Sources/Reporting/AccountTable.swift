import Diagnostics
public import Footprint
import Inventory
import Quantities

/// Rows and sums of every file: read = used + other years + excluded + rejected.
public enum AccountTable {
  /// The accounts as a table.
  public static func table(_ accounts: [Account]) -> ReportTable {
    var table = ReportTable(
      "files", Text(fr: "Fichiers", en: "Files"),
      columns: [
        .init("unit", Text(fr: "Unité", en: "Unit")),
        .init("read", Text(fr: "Lu", en: "Read"), decimals: 2),
        .init("used", Text(fr: "Utilisé", en: "Used"), decimals: 2),
        .init("other-years", Text(fr: "Autres années", en: "Other years"), decimals: 2),
        .init("excluded", Text(fr: "Exclu", en: "Excluded"), decimals: 2),
        .init("rejected", Text(fr: "Rejeté", en: "Rejected"), decimals: 2),
      ], reach: .data)
    for account in accounts {
      let excluded = account.rowsExcluded.reduce(0) { $0 + $1.rows }
      table.rows.append(
        .init(
          account.file, .outside(account.file),
          [
            .words(Text(fr: "lignes", en: "rows")), .count(account.rowsRead),
            .count(account.rowsUsed), .count(account.rowsOfOtherYears), .count(excluded),
            .count(account.rowsRejected),
          ]))
      for sum in account.sums {
        table.rows.append(
          .init(
            account.file + "#" + sum.unit, .outside(account.file),
            [
              .outside(sum.unit), .number(sum.read), .number(sum.used), .number(sum.otherYears),
              .number(sum.excluded), .number(sum.rejected),
            ], role: .detail))
      }
      if account.rowsWithoutQuantity > 0 {
        table.notes.append(
          Text(
            fr:
              "\(account.file) : \(account.rowsWithoutQuantity) ligne(s) sans quantité lisible, "
              + "dans aucune somme.",
            en:
              "\(account.file): \(account.rowsWithoutQuantity) row(s) without a readable "
              + "quantity, in no sum."
          ))
      }
    }
    return table
  }
}
