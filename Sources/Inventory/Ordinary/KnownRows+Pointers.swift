extension KnownRows {
  /// What is known, while nothing is learned: asking costs no reference count and no check.
  struct Pointers {
    let words: CellWords.View
    let kindPlaces: UnsafeBufferPointer<Int32>
    let isKnown: UnsafeBufferPointer<Bool>
    let yearPlaces: UnsafeBufferPointer<Int8>
    let measures: UnsafeBufferPointer<Measure>
    /// The least of their limits.
    let leastLimit: UInt64
    let kindCount: Int
    let siteCount: Int
    let isForeign: Bool
    let comparesRows: Bool
  }

  func withPointers<Result>(_ body: (Pointers) -> Result) -> Result {
    words.withView { words in
      kindPlaces.withUnsafeBufferPointer { kindPlaces in
        isKnown.withUnsafeBufferPointer { isKnown in
          yearPlaces.withUnsafeBufferPointer { yearPlaces in
            measures.withUnsafeBufferPointer { measures in
              body(
                Pointers(
                  words: words, kindPlaces: kindPlaces, isKnown: isKnown, yearPlaces: yearPlaces,
                  measures: measures, leastLimit: leastLimit, kindCount: kinds.count,
                  siteCount: siteCount, isForeign: isForeign, comparesRows: comparesRows))
            }
          }
        }
      }
    }
  }
}
