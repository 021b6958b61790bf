import Quantities

/// Where a thread adds what it reads: by kind of line, and by value of each dimension.
///
/// Sums lie in pages that are made when they are first needed: a building is met with few kinds.
///
/// While rows of one month follow each other, they are added by place only: what the places of a kind have more
/// than its months is the month's, and is given to it when another one comes.
final class SumTable {
  /// A sum while it is added to: short, so that those that are added to in turn stay near the processor.
  fileprivate struct Sum: BitwiseCopyable {
    var millionths: Int64 = 0
    var rows = 0
  }

  /// A sum as others understand it.
  private struct WideSum {
    var mantissa: Int128 = 0
    var rows = 0

    mutating func add(_ other: WideSum) {
      mantissa += other.mantissa
      rows += other.rows
    }

    mutating func subtract(_ other: WideSum) {
      mantissa -= other.mantissa
      rows -= other.rows
    }
  }

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

  fileprivate typealias Page = UnsafeMutablePointer<Sum>

  let layout: Layout
  private var pages: UnsafeMutablePointer<Page?>
  private var pageCount = 0
  /// Pages to a kind.
  private var stride = 0
  private let calendar: YearCalendar
  /// The month of rows that were added by place only, and how many there are.
  private var owed: (month: Int32, rows: Int) = (-1, 0)
  private var pagesMade = 0
  /// What is no whole number of millionths, or more than fit, by the sum it belongs to: hardly ever any.
  private var wide: [UnsafeMutablePointer<Sum>: Int128] = [:]

  /// Sums to a page, as a power of two.
  fileprivate static let pageBits = 5
  fileprivate static let pageSize = 1 << pageBits

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
    let needed = layout.count(known) / Self.pageSize + 1
    let newStride = max(stride, needed > stride ? needed + 8 : 0)
    let kinds = stride == 0 ? 0 : pageCount / stride
    if newStride == stride, known.kinds.count <= kinds { return }
    let newKinds = max(kinds, known.kinds.count + 16)
    let moved = UnsafeMutablePointer<Page?>.allocate(capacity: newKinds * newStride)
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
    fileprivate let pages: UnsafeMutablePointer<Page?>
    fileprivate let stride: Int
    fileprivate let table: Unmanaged<SumTable>

    /// As the table has it.
    @inline(__always)
    func owes(_ rows: Int, month: Int32) -> Bool {
      table._withUnsafeGuaranteedRef { $0.owes(rows, month: month) }
    }

    /// Where the pages of a kind begin.
    @inline(__always)
    func first(ofKind kind: Int) -> Int { kind &* stride }

    /// Adds to one sum of a kind.
    @inline(__always)
    func add(_ millionths: Int64, _ first: Int, _ index: Int) {
      let sum = sum(first, index)
      let (total, isTooMuch) = sum.pointee.millionths.addingReportingOverflow(millionths)
      if isTooMuch {
        add(wide: Int128(millionths) * ShortNumbers.millionth, first, index)
      } else {
        sum.pointee.millionths = total
        sum.pointee.rows &+= 1
      }
    }

    /// The same for a mantissa.
    @inline(never)
    func add(wide mantissa: Int128, _ first: Int, _ index: Int) {
      let sum = sum(first, index)
      sum.pointee.rows &+= 1
      table._withUnsafeGuaranteedRef { $0.wide[sum, default: 0] += mantissa }
    }

    @inline(__always)
    fileprivate func sum(_ first: Int, _ index: Int) -> UnsafeMutablePointer<Sum> {
      let place = first &+ (index &>> SumTable.pageBits)
      let page = pages[place] ?? newPage(place)
      return page + (index & (SumTable.pageSize &- 1))
    }

    @inline(never)
    private func newPage(_ place: Int) -> Page {
      let page = Page.allocate(capacity: SumTable.pageSize)
      page.initialize(repeating: Sum(), count: SumTable.pageSize)
      pages[place] = page
      table._withUnsafeGuaranteedRef { $0.pagesMade += 1 }
      return page
    }
  }

  /// The table, until `fit` is called again.
  var view: View { View(pages: pages, stride: stride, table: .passUnretained(self)) }

  private func sum(kind: Int, _ index: Int) -> WideSum {
    guard let page = pages[kind * stride + index / Self.pageSize] else { return WideSum() }
    let sum = page + index % Self.pageSize
    var mantissa = Int128(sum.pointee.millionths) * ShortNumbers.millionth
    if !wide.isEmpty { mantissa += wide[sum, default: 0] }
    return WideSum(mantissa: mantissa, rows: sum.pointee.rows)
  }

  /// True when so many rows of one month may be added by place only.
  func owes(_ rows: Int, month: Int32) -> Bool {
    if month != owed.month {
      // Where months take turns, looking through all sums each time would be in vain.
      if owed.rows < pagesMade * Self.pageSize { return false }
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
        for index in (page * Self.pageSize)..<((page + 1) * Self.pageSize) {
          if layout.isPlace(index) { rest.add(sum(kind: kind, index)) }
          if layout.isMonth(index) { rest.subtract(sum(kind: kind, index)) }
        }
      }
      if rest.rows != 0 { add(rest, kind, layout.month + Int(owed.month)) }
    }
    owed = (-1, 0)
  }

  private func add(_ more: WideSum, _ kind: Int, _ index: Int) {
    let view = view
    let sum = view.sum(view.first(ofKind: kind), index)
    let before = WideSum(
      mantissa: Int128(sum.pointee.millionths) * ShortNumbers.millionth, rows: sum.pointee.rows)
    sum.pointee.rows += more.rows
    let whole = before.mantissa + more.mantissa
    let (millionths, rest) = whole.quotientAndRemainder(dividingBy: ShortNumbers.millionth)
    if rest == 0, let short = Int64(exactly: millionths) {
      sum.pointee.millionths = short
    } else {
      wide[sum, default: 0] += more.mantissa
    }
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
