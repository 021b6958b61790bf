import EmissionFactors
import Testing

/// The scope of a stage, by what is consumed and who operates it (GHG Protocol, chapter 4; ISO
/// 14064-1): what leaves one's own chimney is 1, the plant of bought energy 2, the rest 3.
struct ScopeTests {
  private func scope(_ rule: ScopeRule, _ stage: Stage) -> Scope {
    rule.scope(of: stage, characterisation: .operated)
  }

  @Test(arguments: [ScopeRule.fuel, .mobileFuel, .ownedVehicle])
  func `a fuel burnt is scope 1, what came before scope 3`(rule: ScopeRule) {
    #expect(scope(rule, .combustion) == .one)
    #expect(scope(rule, .whole) == .one)
    #expect(scope(rule, .upstream) == .three)
    #expect(scope(rule, .manufacture) == .three)
    #expect(scope(rule, .rounding) == .three)
  }

  @Test(arguments: [ScopeRule.electricity, .heat])
  func `bought energy is scope 2 at the plant, its upstream and losses scope 3`(rule: ScopeRule) {
    #expect(scope(rule, .plantCombustion) == .two)
    #expect(scope(rule, .combustion) == .two)
    #expect(scope(rule, .whole) == .two)
    #expect(scope(rule, .upstream) == .three)
    #expect(scope(rule, .transportDistribution) == .three)
    #expect(scope(rule, .losses) == .three)
    #expect(scope(rule, .rounding) == .three)
  }

  @Test func `leaks of one's own equipment are scope 1`() {
    #expect(scope(.fugitive, .fugitive) == .one)
    #expect(scope(.fugitive, .whole) == .one)
  }

  @Test func `whatever is bought is scope 3`() {
    for stage in Stage.allCases {
      #expect(scope(.purchased, stage) == .three)
      #expect(scope(.none, stage) == .three)
    }
  }

  @Test(arguments: [Characterisation.notOperated, .rentedOut, .leased])
  func `what somebody else operates is scope 3 whatever it is`(by: Characterisation) {
    for rule in ScopeRule.allCases {
      for stage in Stage.allCases {
        #expect(rule.scope(of: stage, characterisation: by) == .three)
      }
    }
  }

  @Test func `no rule ever gives what only declared figures have`() {
    for rule in ScopeRule.allCases {
      for stage in Stage.allCases {
        #expect(scope(rule, stage) != .notSplit)
      }
    }
  }
}
