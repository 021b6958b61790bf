import Diagnostics
import Testing

@testable import Tables

@Suite struct DialectTests {
  @Test(arguments: [";", ",", "\t", "|"], ["\n", "\r\n", "\r"])
  func `the delimiter and the line end are recognised`(_ delimiter: String, _ end: String) {
    let lines =
      ["a", "b", "c"].joined(separator: delimiter) + end
      + ["1", "2", "3"].joined(separator: delimiter) + end
    for text in [lines, "\u{FEFF}" + lines, String(lines.dropLast())] {
      let reading = Reading(text)
      #expect(reading.header == ["a", "b", "c"])
      #expect(reading.rows == [["1", "2", "3"]])
      #expect(reading.lines == [2])
      #expect(reading.log.isEmpty)
    }
  }

  @Test func `decimal commas do not make a comma file`() {
    // More commas than semicolons in the rows; the header knows better.
    let reading = Reading("a;b\n1,5;2,5\n3,25,1;4,5\n")
    #expect(reading.rows == [["1,5", "2,5"], ["3,25,1", "4,5"]])
  }

  @Test func `an unknown header is split where all rows have as many fields`() {
    let reading = Reading("site,note; remark,kWh\nx,y,1\nz,t,2\n")
    #expect(reading.header == ["site", "note; remark", "kWh"])
  }

  @Test func `delimiters between quotes do not count`() {
    let reading = Reading("a,b,\"c\"\n\"1;2;3\",\"4;5;6\",7\n")
    #expect(reading.rows == [["1;2;3", "4;5;6", "7"]])
  }

  @Test func `one column alone is a table`() {
    let reading = Reading("a\n1,5\n2,5\n")
    #expect(reading.rows == [["1,5"], ["2,5"]])
  }

  @Test func `blank rows above the header are passed over and counted as lines`() {
    for end in ["\n", "\r\n", "\r"] {
      let reading = Reading("\(end)\(end);;\(end)a;b;c\(end)1,5;2,5;3,5\(end)")
      #expect(reading.header == ["a", "b", "c"])
      #expect(reading.rows == [["1,5", "2,5", "3,5"]])
      #expect(reading.lines == [5])
    }
  }

  @Test(arguments: [";", ",", "\t", "|"], ["\n", "\r\n", "\r"])
  func `a sep line declares the delimiter and is no row`(_ delimiter: String, _ end: String) {
    for mark in ["", "\u{FEFF}"] {
      let reading = Reading("\(mark)sep=\(delimiter)\(end)a\(delimiter)b\(end)x\(delimiter)y\(end)")
      #expect(reading.header == ["a", "b"])
      #expect(reading.rows == [["x", "y"]])
      #expect(reading.lines == [3])
    }
  }

  @Test func `what a sep line declares wins over what the header suggests`() {
    #expect(Reading("SEP=|\na;b;c\n").header == ["a;b;c"])
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `a blank line after the sep line is a line too`(_ end: String) {
    #expect(Reading("sep=;\(end)\(end)a;b\(end)1;2\(end)").lines == [4])
  }

  @Test(arguments: ["sep=x\na;b\n1;2\n", "sep=;;\na;b\n1;2\n", "separator;b\n1;2\n"])
  func `what only looks like a sep line is a row`(_ text: String) {
    #expect(Reading(text).header.first?.hasPrefix("sep") == true)
  }
}
