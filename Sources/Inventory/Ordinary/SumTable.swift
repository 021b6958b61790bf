import Quantities

/// Where a thread adds what it reads: by kind of line, and by value of each dimension.
///
/// Sums lie in pages that are made when they are first needed: a building is met with few kinds.
///
/// While rows of one month follow each other, they are added by place only: what the places of a kind have more
/// than its months is the month's, and is given to it when another one comes.
final class SumTable {
  /// Where the sums of a kind are, value by value.
  ///
  /// First the rows of a site that name no building, last those of the buildings, as many as there are. What a
  /// site has is the sum of these.
  struct Layout {
    let month: Int
    let status: Int
    let tags: Int
    let building: Int

    /// Months of an inventory year, and the place of rows that are not told by month.
    static let months = 16
    static let statuses = ActivityLine.Status.allCases.count

    init(sites: Int) {
      month = sites
      status = month + Self.months
      tags = status + Self.statuses
      building = tags + KnownRows.mostTags + 1
    }

    /// True for the rows of a site or a building, of which each row has one.
    func isPlace(_ index: Int) -> Bool { index < month || index >= building }

    func isMonth(_ index: Int) -> Bool { index >= month && index < status }

    /// How many values a kind may have so far.
    func count(_ known: KnownRows) -> Int { building + known.buildings.count }
  }

  let layout: Layout
  private var pages: UnsafeMutablePointer<SumPage?>
  private var pageCount = 0
  /// Pages to a kind.
  private var stride = 0
  private let calendar: YearCalendar
  /// The month of rows that were added by place only, and how many there are.
  private var owed: (month: Int32, rows: Int) = (-1, 0)
  private var pagesMade = 0
  /// How many rows were added since all sums had room for more.
  private var added = 0

  init(_ known: KnownRows, _ calendar: YearCalendar) {
    layout = Layout(sites: known.siteCount)
    self.calendar = calendar
    pages = .allocate(capacity: 1)
    fit(known)
  }

  deinit {
    for page in 0..<pageCount { pages[page]?.deallocate() }
    pages.deallocate()
  }

  /// Makes room for everything that is known by now.
  func fit(_ known: KnownRows) {
    let needed = layout.count(known) / SumPage.size + 1
    let newStride = max(stride, needed > stride ? needed + 8 : 0)
    let kinds = stride == 0 ? 0 : pageCount / stride
    if newStride == stride, known.kinds.count <= kinds { return }
    let newKinds = max(kinds, known.kinds.count + 16)
    let moved = UnsafeMutablePointer<SumPage?>.allocate(capacity: newKinds * newStride)
    moved.initialize(repeating: nil, count: newKinds * newStride)
    for kind in 0..<kinds {
      for page in 0..<stride { moved[kind * newStride + page] = pages[kind * stride + page] }
    }
    pages.deallocate()
    pages = moved
    stride = newStride
    pageCount = newKinds * newStride
  }

  /// The table while it is only added to.
  struct View: BitwiseCopyable {
    fileprivate let pages: UnsafeMutablePointer<SumPage?>
    fileprivate let stride: Int
    fileprivate let table: Unmanaged<SumTable>

    /// Makes room for so many rows; true when these, of one month or of several, -1, may be added by place only.
    @inline(__always)
    func takes(_ rows: Int, month: Int32) -> Bool {
      table._withUnsafeGuaranteedRef {
        $0.makeRoom(for: rows)
        return month >= 0 && $0.owes(rows, month: month)
      }
    }

    /// Where the pages of a kind begin.
    @inline(__always)
    func first(ofKind kind: Int) -> Int { kind &* stride }

    /// Adds to one sum of a kind a number of millionths that is none too many.
    @inline(__always)
    func add(_ millionths: Int64, _ first: Int, _ index: Int) {
      let (page, place) = (page(first, index), index & (SumPage.size &- 1))
      if page.sums[place].add(millionths) { return }
      page.empty(place)
      _ = page.sums[place].add(millionths)
    }

    /// The same for a mantissa.
    func add(wide mantissa: Int128, _ first: Int, _ index: Int) {
      add(WideSum(mantissa: mantissa, rows: 1), first, index)
    }

    @inline(never)
    fileprivate func add(_ more: WideSum, _ first: Int, _ index: Int) {
      page(first, index).add(more, index & (SumPage.size &- 1))
    }

    @inline(__always)
    private func page(_ first: Int, _ index: Int) -> SumPage {
      let place = first &+ (index &>> SumPage.bits)
      return pages[place] ?? newPage(place)
    }

    @inline(never)
    private func newPage(_ place: Int) -> SumPage {
      let page = SumPage()
      pages[place] = page
      table._withUnsafeGuaranteedRef { $0.pagesMade += 1 }
      return page
    }
  }

  /// The table, until `fit` is called again.
  var view: View { View(pages: pages, stride: stride, table: .passUnretained(self)) }

  private func sum(kind: Int, _ index: Int) -> WideSum {
    pages[kind * stride + index / SumPage.size]?[index % SumPage.size] ?? WideSum()
  }

  /// Makes room in all sums before one of them could have counted too far.
  fileprivate func makeRoom(for rows: Int) {
    added += rows
    if added <= ShortSum.mostRows { return }
    for page in 0..<pageCount {
      for place in 0..<SumPage.size { pages[page]?.empty(place) }
    }
    added = rows
  }

  /// True when so many rows of one month may be added by place only.
  fileprivate func owes(_ rows: Int, month: Int32) -> Bool {
    if month != owed.month {
      // Where months take turns, looking through all sums each time would be in vain.
      if owed.rows < pagesMade * SumPage.size { return false }
      settle()
      owed.month = month
    }
    owed.rows += rows
    return true
  }

  /// Gives the month what is owed to it.
  private func settle() {
    if owed.rows == 0 { return }
    for kind in 0..<(pageCount / stride) {
      var rest = WideSum()
      for page in 0..<stride where pages[kind * stride + page] != nil {
        for index in (page * SumPage.size)..<((page + 1) * SumPage.size) {
          if layout.isPlace(index) { rest.add(sum(kind: kind, index)) }
          if layout.isMonth(index) { rest.subtract(sum(kind: kind, index)) }
        }
      }
      if rest.rows != 0 {
        view.add(rest, view.first(ofKind: kind), layout.month + Int(owed.month))
      }
    }
    owed = (-1, 0)
  }

  /// Where the months of an inventory year are counted from.
  static func firstMonth(of year: Int, _ calendar: YearCalendar) -> Int32 {
    let start = calendar.period(of: year).start
    return Int32(start.year * 12 + start.month - 1)
  }

  /// What several threads added, as others understand it: in an order that owes nothing to threads.
  ///
  /// What is told by a column that the file does not have stands with the rows that name nothing.
  static func sums(
    _ tables: [SumTable], _ known: KnownRows, _ columns: OrdinaryColumns
  ) -> LineSums {
    var result = LineSums()
    for table in tables {
      table.settle()
      table.fit(known)
    }
    guard let first = tables.first else { return result }
    for (place, kind) in known.kinds.enumerated() {
      var parts: [LineSums.Part] = []
      func sum(_ index: Int) -> WideSum {
        tables.reduce(into: WideSum()) { $0.add($1.sum(kind: place, index)) }
      }
      func add(_ dimension: LineSums.Dimension, _ sum: WideSum, _ value: Int32) {
        if sum.rows == 0 { return }
        parts.append(
          LineSums.Part(
            dimension: dimension, value: value, mantissa: sum.mantissa, rows: sum.rows))
      }
      let layout = first.layout
      let buildings = known.buildings.indices.map { sum(layout.building + $0) }
      let apart = (0..<known.siteCount).map { sum($0) }
      var sites = apart
      for (sum, site) in zip(buildings, known.buildingSites) { sites[Int(site) + 1].add(sum) }
      let whole = sites.reduce(into: WideSum()) { $0.add($1) }
      if whole.rows == 0 { continue }
      for (site, sum) in sites.enumerated() { add(.site, sum, Int32(site) - 1) }
      let firstMonth = firstMonth(of: kind.year, first.calendar)
      add(.month, sum(layout.month), -1)
      for month in 1..<Layout.months {
        add(.month, sum(layout.month + month), firstMonth + Int32(month) - 1)
      }
      add(.building, apart.reduce(into: WideSum()) { $0.add($1) }, -1)
      for (building, sum) in zip(known.buildings, buildings) { add(.building, sum, building) }
      add(.tags, columns.places.tags < 0 ? whole : sum(layout.tags), -1)
      for (number, tags) in known.tags.enumerated() {
        add(.tags, sum(layout.tags + 1 + number), tags)
      }
      if columns.places.status < 0 { add(.status, whole, 0) }
      for status in 0..<Layout.statuses {
        add(.status, sum(layout.status + status), Int32(status))
      }
      result.kinds.append(
        LineSums.Kind(
          activity: kind.activity, unit: kind.unit, year: kind.year, parts: parts))
    }
    return result
  }
}
