#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension UncertainSum {
  /// With what is shared counted as shared.
  ///
  /// Two parts have E[XᵢXⱼ] − 1 = Π (1 + cₛ) − 1 in common, over the sources s that both have: the sum of Π cₛ
  /// over all sets of these. Taken set by set, parts add up before they are squared, and no pair of parts is
  /// looked at: ten thousand meters would be a hundred million. A part has a few sources, and few sets.
  public var variance: Double {
    var users: [UInt64: Int] = [:]
    for part in parts { for error in part.errors { users[error.source, default: 0] += 1 } }
    var sum = 0.0
    var sets = CommonErrors()
    for part in parts {
      let common = part.errors.filter { users[$0.source] ?? 0 > 1 }
      if common.count < part.errors.count {
        let own = part.errors.filter { users[$0.source] ?? 0 == 1 }
        // What is a part's own comes on top of what it shares.
        sum += part.amount * part.amount * exp(Self.squared(common)) * expm1(Self.squared(own))
      }
      sets.add(part.amount, common)
    }
    return sum + sets.variance
  }

  /// ln E[X²] of what errs by all of these.
  private static func squared(_ errors: [Error]) -> Double {
    errors.reduce(0) { $0 + $1.spread.shared(with: $1.spread) }
  }

  /// What parts have in common, for each set of sources that any of them have.
  private struct CommonErrors {
    /// Amounts that err alike in a set of sources.
    private struct Member {
      let errors: [Error]
      var amount: Double
    }

    /// Members of one set of sources: a source may be spread otherwise from part to part.
    private var sets: [[Member]] = []
    private var places: [[UInt64]: Int] = [:]
    private var members: [[Error]: Int] = [:]

    mutating func add(_ amount: Double, _ errors: [Error]) {
      for chosen in 1..<(1 << errors.count) {
        let some = errors.indices.filter { chosen >> $0 & 1 == 1 }.map { errors[$0] }
        let sources = some.map(\.source)
        let place = places[sources] ?? sets.count
        if place == sets.count {
          places[sources] = place
          sets.append([])
        }
        if let member = members[some] {
          sets[place][member].amount += amount
        } else {
          members[some] = sets[place].count
          sets[place].append(Member(errors: some, amount: amount))
        }
      }
    }

    var variance: Double {
      var sum = 0.0
      for set in sets {
        for (place, one) in set.enumerated() {
          sum += one.amount * one.amount * Self.product(one, one)
          for other in set[(place + 1)...] {
            sum += 2 * one.amount * other.amount * Self.product(one, other)
          }
        }
      }
      return sum
    }

    private static func product(_ one: Member, _ other: Member) -> Double {
      zip(one.errors, other.errors).reduce(1) { $0 * expm1($1.0.spread.shared(with: $1.1.spread)) }
    }
  }
}
