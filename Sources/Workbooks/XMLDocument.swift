import CExpat

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What reads the elements of a part.
protocol XMLHandler: AnyObject {
  /// What stopped it, if something did.
  var problem: WorkbookProblem? { get }
  /// True when there is something to hand over before going on.
  var isPaused: Bool { get }

  func start(_ name: XMLName, _ attributes: XMLAttributes)
  func end()
  func text(_ bytes: UnsafeBufferPointer<UInt8>)
}

extension XMLHandler {
  var isPaused: Bool { false }
}

/// A part read through expat a piece at a time, pausing where its handler has something to say.
struct XMLDocument: ~Copyable {
  /// No part nests deeper than a dozen; expat remembers every open element.
  private static let depthLimit = 64
  private static let pieceSize = 1 << 15

  private var part: ArchivePart
  private let parser: OpaquePointer
  private let context: Context
  private let buffer: UnsafeMutableRawBufferPointer
  private var isSuspended = false
  /// True once expat has been told that nothing follows.
  private var isFinal = false

  /// What the callbacks know; they are C functions and have nothing but this.
  private final class Context {
    let handler: any XMLHandler
    let part: String
    let parser: OpaquePointer
    var depth = 0
    var problem: WorkbookProblem?

    init(_ handler: any XMLHandler, part: String, parser: OpaquePointer) {
      self.handler = handler
      self.part = part
      self.parser = parser
    }

    func afterEvent() {
      if let found = problem ?? handler.problem {
        problem = found
        XML_StopParser(parser, UInt8(XML_FALSE))
      } else if handler.isPaused {
        XML_StopParser(parser, UInt8(XML_TRUE))
      }
    }
  }

  init(_ part: consuming ArchivePart, _ handler: any XMLHandler) throws(WorkbookProblem) {
    // A line feed cannot be in the name of a namespace, so it can stand after it. No single
    // allocation of expat may pass 1 MiB: that bounds an endless tag, and the tables of names too.
    var memory = XML_Memory_Handling_Suite(
      malloc_fcn: { $0 > 1 << 20 ? nil : malloc($0) },
      realloc_fcn: { $1 > 1 << 20 ? nil : realloc($0, $1) },
      free_fcn: { free($0) })
    guard let parser = XML_ParserCreate_MM(nil, &memory, "\n") else {
      throw .tooLarge(part: part.name)
    }
    self.parser = parser
    context = Context(handler, part: part.name, parser: parser)
    buffer = .allocate(byteCount: Self.pieceSize, alignment: 16)
    self.part = part
    XML_SetUserData(parser, Unmanaged.passUnretained(context).toOpaque())
    XML_SetElementHandler(parser, Self.onStart, Self.onEnd)
    XML_SetCharacterDataHandler(parser, Self.onText)
    XML_SetStartDoctypeDeclHandler(parser, Self.onDoctype)
  }

  deinit {
    XML_ParserFree(parser)
    buffer.deallocate()
  }

  /// Reads on until the handler pauses (true) or the part ends (false).
  mutating func advance() throws(WorkbookProblem) -> Bool {
    while isSuspended || !isFinal {
      let status: XML_Status
      if isSuspended {
        isSuspended = false
        status = XML_ResumeParser(parser)
      } else {
        let count = try part.read(into: buffer)
        isFinal = count == 0
        status = XML_Parse(
          parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(count),
          count == 0 ? 1 : 0)
      }
      if status == XML_STATUS_SUSPENDED {
        isSuspended = true
        return true
      }
      if status == XML_STATUS_ERROR { throw problem() }
    }
    return false
  }

  /// Reads all of it.
  consuming func finish() throws(WorkbookProblem) {
    while try advance() {}
  }

  private func problem() -> WorkbookProblem {
    if let known = context.problem { return known }
    return XML_GetErrorCode(parser) == XML_ERROR_NO_MEMORY
      ? .tooLarge(part: context.part) : .damaged(part: context.part)
  }

  private static func context(_ pointer: UnsafeMutableRawPointer?) -> Context? {
    pointer.map { Unmanaged<Context>.fromOpaque($0).takeUnretainedValue() }
  }

  private static let onStart: XML_StartElementHandler = { pointer, name, attributes in
    guard let context = context(pointer), let name, context.problem == nil else { return }
    context.depth += 1
    if context.depth > depthLimit {
      context.problem = .unsafe(part: context.part, .nesting)
    } else {
      context.handler.start(XMLName(name), XMLAttributes(attributes))
    }
    context.afterEvent()
  }

  private static let onEnd: XML_EndElementHandler = { pointer, _ in
    guard let context = context(pointer), context.problem == nil else { return }
    context.depth -= 1
    context.handler.end()
    context.afterEvent()
  }

  private static let onText: XML_CharacterDataHandler = { pointer, bytes, count in
    guard let context = context(pointer), let bytes, context.problem == nil else { return }
    let raw = UnsafeRawBufferPointer(start: bytes, count: Int(count))
    context.handler.text(raw.bindMemory(to: UInt8.self))
    if context.handler.problem != nil { context.afterEvent() }
  }

  private static let onDoctype: XML_StartDoctypeDeclHandler = { pointer, _, _, _, _ in
    guard let context = context(pointer) else { return }
    context.problem = .unsafe(part: context.part, .documentType)
    XML_StopParser(context.parser, UInt8(XML_FALSE))
  }
}
