import CYAML
public import Diagnostics

/// Reads YAML through libyaml's events into a tree that knows where everything is.
///
/// libyaml only says what is written: no implicit types, so `no` is a word and `012` stays as it
/// is. Anchors, aliases and duplicate keys are refused here, because libyaml lets them through.
public enum DocumentParser {
  /// Deeper than any file written by hand.
  private static let depthLimit = 40

  /// The document, or nil when it cannot be read, with the reason in the log.
  ///
  /// A document with nothing in it is nil too, and is no finding: what must be there is for the
  /// caller to say.
  public static func parse(_ original: [UInt8], file: String, log: inout FindingLog) -> Node? {
    let bytes = SourceLines.utf8(original)
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else { return nil }
    defer { yaml_parser_delete(&parser) }
    return bytes.withUnsafeBufferPointer { buffer in
      yaml_parser_set_input_string(&parser, buffer.baseAddress, buffer.count)
      var builder = Builder(file: file, lines: SourceLines(bytes))
      return builder.document(&parser, log: &log)
    }
  }

  /// The same for a document that must hold something: when nothing is in it, the key that it should
  /// begin with is what is missing.
  public static func parse(
    _ original: [UInt8], file: String, requiring key: String, log: inout FindingLog
  ) -> Node? {
    let errors = log.count(of: .error)
    if let root = parse(original, file: file, log: &log) { return root }
    if log.count(of: .error) == errors {
      log.add(
        Finding(DocumentFindings.missingKey, at: Location(file: file), [.init("name", key)]))
    }
    return nil
  }

  private struct Builder {
    let file: String
    let lines: SourceLines
    var failed = false

    mutating func document(_ parser: inout yaml_parser_t, log: inout FindingLog) -> Node? {
      while let event = next(&parser, log: &log) {
        defer { Self.delete(event) }
        switch event.type {
        case YAML_STREAM_START_EVENT, YAML_DOCUMENT_START_EVENT: continue
        case YAML_STREAM_END_EVENT, YAML_DOCUMENT_END_EVENT: return nil
        default:
          let node = self.node(event, &parser, depth: 0, log: &log)
          return !failed && isAlone(&parser, log: &log) ? node : nil
        }
      }
      return nil
    }

    /// A second document would be passed over in silence.
    private mutating func isAlone(_ parser: inout yaml_parser_t, log: inout FindingLog) -> Bool {
      while let event = next(&parser, log: &log) {
        defer { Self.delete(event) }
        if event.type == YAML_STREAM_END_EVENT { return true }
        if event.type == YAML_DOCUMENT_END_EVENT { continue }
        fail(.secondDocument, location(event), log: &log)
        return false
      }
      return false
    }

    private mutating func node(
      _ event: yaml_event_t, _ parser: inout yaml_parser_t, depth: Int, log: inout FindingLog
    ) -> Node? {
      let location = self.location(event)
      guard depth < DocumentParser.depthLimit else {
        fail(.tooDeep, location, log: &log)
        return nil
      }
      switch event.type {
      case YAML_SCALAR_EVENT:
        let scalar = event.data.scalar
        refuseAnchor(scalar.anchor, location, log: &log)
        let text = String(
          decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
        let isQuoted = scalar.style != YAML_PLAIN_SCALAR_STYLE
        return Node(content: .scalar(text, isQuoted: isQuoted), location: location)
      case YAML_SEQUENCE_START_EVENT:
        refuseAnchor(event.data.sequence_start.anchor, location, log: &log)
        return sequence(location, &parser, depth: depth, log: &log)
      case YAML_MAPPING_START_EVENT:
        refuseAnchor(event.data.mapping_start.anchor, location, log: &log)
        return mapping(location, &parser, depth: depth, log: &log)
      default:
        fail(DocumentFindings.alias, location, [], log: &log)
        return nil
      }
    }

    private mutating func sequence(
      _ location: Location, _ parser: inout yaml_parser_t, depth: Int, log: inout FindingLog
    ) -> Node? {
      var items: [Node] = []
      while let event = next(&parser, log: &log) {
        defer { Self.delete(event) }
        if event.type == YAML_SEQUENCE_END_EVENT {
          return Node(content: .sequence(items), location: location)
        }
        guard let item = node(event, &parser, depth: depth + 1, log: &log) else { return nil }
        items.append(item)
      }
      return nil
    }

    private mutating func mapping(
      _ location: Location, _ parser: inout yaml_parser_t, depth: Int, log: inout FindingLog
    ) -> Node? {
      var entries: [Node.Entry] = []
      var seen: Set<String> = []
      while let event = next(&parser, log: &log) {
        defer { Self.delete(event) }
        if event.type == YAML_MAPPING_END_EVENT {
          return Node(content: .mapping(entries), location: location)
        }
        guard let key = node(event, &parser, depth: depth + 1, log: &log) else { return nil }
        guard let name = key.scalar else {
          failed = true
          Fields.wrongType(key, expected: Text(fr: "un nom", en: "a name"), log: &log)
          return nil
        }
        if !seen.insert(name).inserted {
          fail(DocumentFindings.duplicateKey, key.location, [.init("name", name)], log: &log)
        }
        guard let valueEvent = next(&parser, log: &log) else { return nil }
        defer { Self.delete(valueEvent) }
        guard let value = node(valueEvent, &parser, depth: depth + 1, log: &log) else {
          return nil
        }
        entries.append(Node.Entry(key: name, location: key.location, value: value))
      }
      return nil
    }

    private mutating func next(_ parser: inout yaml_parser_t, log: inout FindingLog)
      -> yaml_event_t?
    {
      if failed && parser.error != YAML_NO_ERROR { return nil }
      var event = yaml_event_t()
      if yaml_parser_parse(&parser, &event) == 1 { return event }
      let problem = DocumentProblem(libyaml: parser.problem.map { String(cString: $0) } ?? "?")
      // A reader error has no mark of its own: libyaml reads far ahead of what it understands.
      let place =
        parser.error == YAML_READER_ERROR
        ? lines.place(ofWrongByte: Int(parser.problem_offset))
        : (Int(parser.problem_mark.line), Int(parser.problem_mark.column))
      fail(problem, location(line: place.0, column: place.1), log: &log)
      return nil
    }

    private mutating func refuseAnchor(
      _ anchor: UnsafeMutablePointer<yaml_char_t>?, _ location: Location, log: inout FindingLog
    ) {
      if anchor != nil { fail(DocumentFindings.alias, location, [], log: &log) }
    }

    private mutating func fail(
      _ kind: FindingKind, _ location: Location, _ facts: [Finding.Fact], log: inout FindingLog
    ) {
      failed = true
      log.add(Finding(kind, at: location, facts))
    }

    private mutating func fail(
      _ problem: DocumentProblem, _ location: Location, log: inout FindingLog
    ) {
      fail(
        DocumentFindings.syntax, location,
        [.init("problem-fr", problem.words.fr), .init("problem-en", problem.words.en)], log: &log)
    }

    private func location(_ event: yaml_event_t) -> Location {
      let (start, end) = (event.start_mark, event.end_mark)
      let length = start.line == end.line ? Int(end.column) - Int(start.column) : 1
      return location(line: Int(start.line), column: Int(start.column), length: max(1, length))
    }

    /// libyaml counts lines from 0, and columns from 0 in Unicode scalars.
    ///
    /// Far into a line nobody wrote by hand there is no excerpt, or one line of a megabyte would
    /// be walked again for each of its values.
    private func location(line: Int, column: Int, length: Int = 1) -> Location {
      guard column <= SourceLines.shown, let text = lines.beginning(line)?.unicodeScalars else {
        return Location(file: file, line: line + 1, column: column + 1)
      }
      let before = String(text.prefix(column))
      let rest = text.dropFirst(column)
      return Location(
        file: file, line: line + 1, column: before.count + 1,
        excerpt: Excerpt(
          before: before, marked: String(rest.prefix(length)),
          after: String(rest.dropFirst(length).prefix(2 * Excerpt.width))))
    }

    private static func delete(_ event: yaml_event_t) {
      var event = event
      yaml_event_delete(&event)
    }
  }
}
