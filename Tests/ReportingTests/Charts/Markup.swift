@testable import Reporting

/// A tiny reader of what our canvas writes: tags must balance, or there is nothing to read.
struct Markup {
  struct Element {
    let name: String
    let attributes: [String: String]
    var text = ""
    /// Whether it only defines something for others.
    let isDefinition: Bool

    func number(_ name: String) -> Double { attributes[name].flatMap { Double($0) } ?? 0 }
  }

  private(set) var elements: [Element] = []

  /// Reads a document; nothing if it is not well-formed.
  init?(_ svg: String) {
    var open: [String] = []
    var rest = Substring(svg)
    var isInText = false
    while let start = rest.firstIndex(of: "<") {
      guard Self.isPlain(rest[..<start]) else { return nil }
      if isInText { elements[elements.count - 1].text += rest[..<start] }
      rest = rest[rest.index(after: start)...]
      guard let end = rest.firstIndex(of: ">") else { return nil }
      var tag = rest[..<end]
      rest = rest[rest.index(after: end)...]
      isInText = tag.first != "/" && tag.last != "/"
      if tag.first == "/" {
        guard open.popLast() == String(tag.dropFirst()) else { return nil }
        continue
      }
      let isClosed = tag.last == "/"
      if isClosed { tag.removeLast() }
      let name = String(tag.prefix { $0 != " " })
      guard let attributes = Self.attributes(tag.dropFirst(name.count)) else { return nil }
      elements.append(
        Element(name: name, attributes: attributes, isDefinition: open.contains("defs")))
      if !isClosed { open.append(name) }
    }
    guard open.isEmpty, rest == "\n" else { return nil }
  }

  private static func attributes(_ text: Substring) -> [String: String]? {
    var attributes: [String: String] = [:]
    var rest = text.drop { $0 == " " }
    while !rest.isEmpty {
      let name = rest.prefix { $0 != "=" }
      rest = rest.dropFirst(name.count)
      guard rest.hasPrefix("=\""), attributes[String(name)] == nil else { return nil }
      let value = rest.dropFirst(2).prefix { $0 != "\"" }
      guard isPlain(value) else { return nil }
      attributes[String(name)] = String(value)
      rest = rest.dropFirst(value.count + 3).drop { $0 == " " }
    }
    return attributes
  }

  /// No raw mark, only the five entities, and no character that XML forbids.
  private static func isPlain(_ text: Substring) -> Bool {
    for part in text.split(separator: "&", omittingEmptySubsequences: false).dropFirst() {
      let known = ["amp;", "lt;", "gt;", "quot;", "#39;"]
      if !known.contains(where: part.hasPrefix) { return false }
    }
    return text.unicodeScalars.allSatisfy { scalar in
      scalar == "\n" || scalar == "\t" || (scalar.value >= 0x20 && scalar.value != 0xFFFF)
    }
  }

  /// The whole picture.
  var sheet: ChartBox {
    let svg = elements.first
    return ChartBox(
      left: 0, top: 0, right: svg?.number("width") ?? 0, bottom: svg?.number("height") ?? 0)
  }

  /// The room that each text takes, by our own estimate, marks in place of entities.
  var texts: [(text: String, box: ChartBox)] {
    elements.filter { $0.name == "text" }.map { element in
      var text = element.text
      for (entity, mark) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'")] {
        text = text.split(separator: entity, omittingEmptySubsequences: false)
          .joined(separator: mark)
      }
      text = text.split(separator: "&amp;", omittingEmptySubsequences: false)
        .joined(separator: "&")
      let size = element.number("font-size")
      let width = TextWidth.of(
        text, size: size, bold: element.attributes["font-weight"] == "bold")
      let anchor = element.attributes["text-anchor"] ?? "start"
      let left =
        element.number("x") - (anchor == "end" ? width : anchor == "middle" ? width / 2 : 0)
      let base = element.number("y")
      return (
        text,
        ChartBox(left: left, top: base - size * 0.73, right: left + width, bottom: base + 2)
      )
    }
  }

  /// Every place that a shape passes.
  var places: [ChartPoint] {
    elements.filter { !$0.isDefinition }.flatMap { element -> [ChartPoint] in
      func corner(_ x: String, _ y: String) -> ChartPoint {
        ChartPoint(element.number(x), element.number(y))
      }
      switch element.name {
      case "rect":
        let start = corner("x", "y")
        return [
          start, ChartPoint(start.x + element.number("width"), start.y + element.number("height")),
        ]
      case "circle":
        let middle = corner("cx", "cy")
        let radius = element.number("r")
        return [
          ChartPoint(middle.x - radius, middle.y - radius),
          ChartPoint(middle.x + radius, middle.y + radius),
        ]
      default:
        let list = element.attributes["points"] ?? element.attributes["d"] ?? ""
        return list.split { "MLZ ".contains($0) }.map { pair in
          let numbers = pair.split(separator: ",").compactMap { Double($0) }
          return numbers.count == 2 ? ChartPoint(numbers[0], numbers[1]) : ChartPoint(-1, -1)
        }
      }
    }
  }
}
