import Foundation

/// Runs the tools of the machine, for the tests that need one.
enum ShellRun {
  /// What a tool answered.
  struct Result {
    var status: Int32
    var output: String
    var errors: String
  }

  /// True when a tool is installed.
  static func exists(_ tool: String) -> Bool { path(of: tool) != nil }

  private static func path(of tool: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .map { "\($0)/\(tool)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// Runs a tool on a text that it finds in a file, its last argument.
  static func run(_ tool: String, _ arguments: [String], input: String) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "input")
    let errorFile = folder.appending(path: "errors")
    try Data(input.utf8).write(to: file)
    try Data().write(to: errorFile)
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: path(of: tool) ?? "/nowhere")
    process.arguments = arguments + [file.path]
    process.standardOutput = output
    process.standardError = try FileHandle(forWritingTo: errorFile)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, output: String(decoding: bytes, as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: errorFile), as: UTF8.self))
  }
}
