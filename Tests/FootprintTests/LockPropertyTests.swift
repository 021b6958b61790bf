import Diagnostics
import EmissionFactors
import Footprint
import Inventory
import Quantities
import Tables
import TestSupport
import Testing

/// What holds of the lock of every year of every campus, tried on random ones.
struct LockPropertyTests {
  /// Any digest will do: FNV-1a.
  private static let digest: LockDigest = { bytes in
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return String(hash, radix: 16)
  }

  private static let sources = Shipped.sources()

  private func amounts(_ footprint: Footprint) -> [String] {
    ["\(footprint.total) \(footprint.biogenic)"]
      + footprint.items.map { "\($0.activity.identifier) \($0.quantity) \($0.total)" }
      + footprint.items.map { $0.resolution?.factor.identifier ?? "" }
      + footprint.items.map { $0.resourceQuantity?.description ?? "" }
      + BreakdownDimension.allCases.flatMap { dimension in
        footprint.breakdown(by: dimension).map {
          "\(dimension) \($0.key) \($0.label.en) \($0.depth) \($0.amount)"
        }
      }
  }

  /// The lock of a footprint, written and read back.
  private func locked(_ footprint: Footprint, _ sources: CatalogSources) throws -> LockedYear {
    let rows = LockCopy(sources, digest: Self.digest).rows(
      footprint.lockSelection, of: footprint.run.catalog)
    var lock = CatalogLock()
    lock.years[footprint.year] = LockedYear(
      year: footprint.year, total: footprint.total, files: [], rows: rows)
    let bytes = LockWriter.bytes(of: lock, digest: Self.digest)
    var log = FindingLog()
    let read = LockReader.read(
      ByteSource(name: "campus.lock", bytes: bytes), digest: Self.digest, log: &log)
    #expect(log.found == [])
    #expect(LockWriter.bytes(of: read, digest: Self.digest) == bytes)
    return try #require(read.years[footprint.year])
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func `a year gives the same amounts under its lock, and the same lock again`(seed: UInt64) throws
  {
    let random = RandomCampus(seed: seed, mistakes: false)
    let live = try CampusCase(random.texts, campus: RandomCampus.yaml)
    for year in live.run.years {
      let footprint = live.run.footprint(year: year)
      let locked = try locked(footprint, Self.sources)
      var log = FindingLog()
      let catalog = FactorCatalogReader.read(locked.sources, log: &log)
      let under = CampusCase(live.campus, catalog, live.files).run.footprint(year: year)
      #expect(amounts(under) == amounts(footprint), "\(seed) \(year)")
      #expect(under.total.exactText == locked.total)
      #expect(under.failedActivities.isEmpty)
      let again = LockCopy(locked.sources, digest: Self.digest).rows(
        under.lockSelection, of: catalog)
      #expect(locked.holds(exactly: again), "\(seed) \(year)")
    }
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func `every row of a lock is a row of the tables, and no edition differs from itself`(
    seed: UInt64
  ) throws {
    let random = RandomCampus(seed: seed)
    let live = try CampusCase(random.texts, campus: RandomCampus.yaml)
    let installed = LockCopy(Self.sources, digest: Self.digest).everyRow()
    for year in live.run.years {
      let footprint = live.run.footprint(year: year)
      #expect(try locked(footprint, Self.sources).rows(missingFrom: installed) == 0)
      let again = Recomputation(footprint, catalog: Shipped.catalog)
      #expect(again.difference.isZero && again.changes.allSatisfy(\.isSame))
      #expect(amounts(again.after) == amounts(footprint))
      #expect(Recomputation.effects(from: again, to: again).allSatisfy { $0.value.isZero })
    }
  }
}
