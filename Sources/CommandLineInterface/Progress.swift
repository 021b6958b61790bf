import Diagnostics
import Files
import Synchronization
import Tables

/// How far the reading of files has come, told on the terminal when it takes long.
///
/// Nothing of it is in any result: it counts bytes as they are read and writes one line that is erased
/// before anything else is said.
final class Progress: Sendable {
  /// Work that is over sooner says nothing.
  private static let patience = 500
  private static let step = 100

  private struct Line {
    var ticks = 0
    var isShown = false
    var isOver = false
  }

  private let readBytes = Atomic<Int>(0)
  private let allBytes = Atomic<Int>(0)
  private let line = Mutex(Line())
  private let write: @Sendable ([UInt8]) -> Void

  init(_ write: @escaping @Sendable ([UInt8]) -> Void) { self.write = write }

  /// A console whose messages and results first put the line away; nothing for one without a terminal.
  static func watching(_ console: Console) -> (console: Console, progress: Progress?) {
    guard console.errorsAreTerminal, console.environment("TERM") != "dumb" else {
      return (console, nil)
    }
    let progress = Progress(console.writeErrors)
    var watched = console
    watched.writeErrors = { bytes in
      progress.stop()
      console.writeErrors(bytes)
    }
    watched.writeOutput = { (bytes) throws(FileProblem) in
      progress.stop()
      try console.writeOutput(bytes)
    }
    return (watched, progress)
  }

  /// Begins to tell; the language is asked for when there is something to say.
  func start(_ language: @escaping @Sendable () -> Language) {
    Ticker.start(every: UInt32(Self.step)) { self.tick(language) }
  }

  /// One look at the counters; false once it is over.
  func tick(_ language: () -> Language) -> Bool {
    line.withLock { line in
      if line.isOver { return false }
      line.ticks += 1
      guard line.ticks * Self.step >= Self.patience else { return true }
      let text = Self.text(
        read: readBytes.load(ordering: .relaxed), of: allBytes.load(ordering: .relaxed), language())
      write(Array("\r\(text)\u{1B}[K".utf8))
      line.isShown = true
      return true
    }
  }

  /// Puts the line away, for good.
  func stop() {
    line.withLock { line in
      if line.isShown, !line.isOver { write(Array("\r\u{1B}[K".utf8)) }
      line.isOver = true
    }
  }

  /// What the line says.
  ///
  /// Some reports read the rows more than once: by then all that can be said is that work goes on.
  static func text(read: Int, of all: Int, _ language: Language) -> String {
    let isFrench = language == .french
    guard read < all else { return isFrench ? "Calcul…" : "Computing…" }
    let percent = "\(read * 100 / all)" + (isFrench ? "\u{A0}%" : "%")
    let megabytes = (all + 999_999) / 1_000_000
    return isFrench
      ? "Lecture : \(percent) de \(megabytes)\u{A0}Mo"
      : "Reading: \(percent) of \(megabytes)\u{A0}MB"
  }

  /// A file whose bytes are counted as they are read.
  func counted(_ source: ByteSource, size: Int) -> ByteSource {
    allBytes.add(size, ordering: .relaxed)
    return ByteSource(
      name: source.name, isSeekable: source.isSeekable,
      reader: { offset, buffer in
        let count = source.read(at: offset, into: buffer)
        self.readBytes.add(count ?? 0, ordering: .relaxed)
        return count
      }, failure: { source.failure })
  }
}
