import Diagnostics
import Footprint
import Inventory
import Quantities

/// The collection matrix: what was asked, of whom, whether it came, and how many rows of it count.
enum CollectionTable {
  static func table(_ footprint: Footprint) -> ReportTable? {
    let entries = footprint.run.campus.collection.filter { $0.covers(footprint.year) }
    if entries.isEmpty { return nil }
    var table = ReportTable(
      "collection", Text(fr: "Matrice de collecte", en: "Collection matrix"),
      columns: [
        .init("post", Text(fr: "Poste", en: "Post")),
        .init("from", Text(fr: "Demandé à", en: "Asked of")),
        .init("asked", Text(fr: "Demandé le", en: "Asked on")),
        .init("received", Text(fr: "Reçu le", en: "Received on")),
        .init("rows", Text(fr: "Lignes comptées", en: "Rows counted"), adds: false),
      ])
    for (place, entry) in entries.enumerated() {
      let accounts = footprint.accounts.filter { entry.files.contains($0.file) }
      table.rows.append(
        .init(
          "collection-\(place + 1)", .outside(entry.what),
          [
            entry.post.isEmpty ? .missing : .words(footprint.label(ofPost: entry.post)),
            .outside(entry.from), entry.asked.map { .date($0) } ?? .missing,
            entry.received.map { .date($0) } ?? .missing,
            entry.files.isEmpty ? .missing : .count(accounts.reduce(0) { $0 + $1.rowsUsed }),
          ], role: .apart))
      if !entry.note.isEmpty { table.notes.append(Text(same: "\(entry.what) · \(entry.note)")) }
    }
    let (came, all) = (entries.filter { $0.received != nil }.count, entries.count)
    table.notes.insert(
      Text(fr: "Reçu : \(came) sur \(all).", en: "Received: \(came) of \(all)."), at: 0)
    return table
  }
}
