import Diagnostics
import EmissionFactors
import TestSupport
import Testing

/// Factors that cannot be right, and the shipped ones, which must be.
struct LintTests {
  private static let header =
    "factor,family,stage,total,unit,release,source,licence,note,co2-fossil,ch4-biogenic\n"
  private static let fuel = """
    id,label-fr,label-en,family,unit,post,scope-rule,ledger
    f,Carburant,Fuel,own,L,p,mobile-fuel,footprint

    """

  private func lint(
    _ rows: String, activities: String = fuel, conversions: String = "", blends: String = ""
  ) -> [String] {
    let (catalog, _) = catalog(
      factors: Self.header + rows, activities: activities, blends: blends,
      conversions: conversions)
    var log = FindingLog()
    FactorLint.run(catalog, log: &log)
    return log.sortedGroups.map(\.kind.identifier).sorted()
  }

  @Test func `the shipped tables have nothing to be ashamed of`() {
    var log = FindingLog()
    FactorLint.run(Shipped.catalog, log: &log)
    #expect(log.sortedGroups.map(\.subject) == [])
  }

  /// 44/12 = 3.667: the 6.083 of a published table of boat petrol is refused, 2.2 is not.
  @Test func `a litre of petrol cannot give six kilograms of CO2`() {
    #expect(lint("x,own,whole,6.083,L,r,s,l,,,\n") == ["carbon-balance"])
    #expect(lint("x,own,combustion,2.2,L,r,s,l,,2.2,\n") == [])
    // 3 670 kg a tonne is over 44/12 × 1 000, 3 660 is not.
    #expect(lint("x,own,combustion,3670,t,r,s,l,,3670,\n") == ["carbon-balance"])
    #expect(lint("x,own,combustion,3660,t,r,s,l,,3660,\n") == [])
  }

  @Test func `zero needs a reason`() {
    #expect(lint("x,other,whole,0,kg,r,s,l,,,\n") == ["zero-without-reason"])
    #expect(lint("x,other,whole,0,kg,r,s,l,walking,,\n") == [])
  }

  @Test func `swapped stages are told, fuels from biomass are not`() {
    let upstream = "x,other,upstream,2.68,L,r,s,l,,2.68,\n"
    #expect(lint(upstream + "x,other,combustion,0.05,L,r,s,l,,0.05,\n") == ["upstream-too-large"])
    #expect(lint(upstream + "x,other,combustion,0.05,L,r,s,l,,0.04,0.01\n") == [])
  }

  @Test func `a factor without source or licence is refused`() {
    #expect(lint("x,other,whole,1,kg,r,,l,,,\n") == ["missing-provenance"])
    #expect(lint("x,other,whole,1,kg,r,s,,,,\n") == ["missing-provenance"])
  }

  @Test func `two activities with one name are told`() {
    let twice = Self.fuel + "g,CARBURANT,Other,own,L,p,mobile-fuel,footprint\n"
    #expect(
      lint("x,own,whole,1,L,r,s,l,,,\n", activities: twice).contains("duplicate-label"))
  }

  /// 0.239 / 0.215 = 1.1116, within 2 % of 1.11; equal values are 10 % off.
  @Test func `PCS and PCI factors must keep their ratio`() {
    let conversions =
      "id,family,from,to,ratio-numerator,ratio-denominator,label-fr,label-en,source\n"
      + "c,gas,kWh PCI,kWh PCS,1.11,1,a,b,s\n"
    let higher = "h,gas,whole,0.215,kWh PCS,r,s,l,,,\n"
    #expect(lint(higher + "l,gas,whole,0.239,kWh PCI,r,s,l,,,\n", conversions: conversions) == [])
    #expect(
      lint(higher + "l,gas,whole,0.215,kWh PCI,r,s,l,,,\n", conversions: conversions)
        == ["heating-value-ratio"])
    // 239 kg a MWh PCI is the same factor in another unit.
    #expect(lint(higher + "l,gas,whole,239,MWh PCI,r,s,l,,,\n", conversions: conversions) == [])
  }

  @Test func `the components of a blend make a hundred`() {
    let blends = "blend,component,mass-percent,source\nR-1,R-32,50,s\nR-1,R-125,40,s\n"
    #expect(lint("x,other,whole,1,kg,r,s,l,,,\n", blends: blends) == ["blend-incomplete"])
  }
}
