import Foundation

/// The program as it is built, run as people run it.
enum Program {
  /// What a run gave.
  struct Result: Sendable {
    var status: Int32
    /// True when a signal ended it: a crash.
    var isCrash: Bool
    var output: String
    var errors: String
  }

  /// …/Tests/EndToEndTests/Program.swift leads to the root.
  static let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  /// The program stands beside the test bundle, wherever the build put it.
  static let path: String = {
    let bundle = Bundle.allBundles.map(\.bundleURL) + [URL(filePath: CommandLine.arguments[0])]
    for url in bundle {
      var folder = url
      for _ in 0..<5 {
        let candidate = folder.appending(path: "empreinte").path
        if FileManager.default.isExecutableFile(atPath: candidate),
          !isFolder(candidate)
        {
          return candidate
        }
        folder.deleteLastPathComponent()
      }
    }
    return "/nowhere/empreinte"
  }()

  /// Runs the program; the data are those of the repository unless the environment says otherwise.
  static func run(
    _ arguments: [String], in folder: String = root, environment: [String: String] = [:],
    output: String? = nil, program: String = path
  ) throws -> Result {
    var variables = ["EMPREINTE_DATA": root, "SWIFT_BACKTRACE": "enable=no"]
    for (name, value) in environment { variables[name] = value }
    return try launch(program, arguments, in: folder, variables, output)
  }

  /// Runs a line of shell in which $B is the program.
  static func shell(_ line: String, in folder: String = root) throws -> Result {
    let variables = [
      "B": path, "EMPREINTE_DATA": root, "SWIFT_BACKTRACE": "enable=no", "PATH": "/usr/bin:/bin",
    ]
    return try launch("/bin/sh", ["-c", line], in: folder, variables, nil)
  }

  private static func launch(
    _ program: String, _ arguments: [String], in folder: String, _ variables: [String: String],
    _ output: String?
  ) throws -> Result {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.environment = variables
    process.currentDirectoryURL = URL(filePath: folder)
    process.standardInput = FileHandle.nullDevice
    // Files rather than pipes: nothing waits for a reader.
    let scratch = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    let outputFile = scratch.appending(path: "output")
    let errorFile = scratch.appending(path: "errors")
    for file in [outputFile, errorFile] { try Data().write(to: file) }
    process.standardOutput = try FileHandle(
      forWritingTo: output.map { URL(filePath: $0) } ?? outputFile)
    process.standardError = try FileHandle(forWritingTo: errorFile)
    try process.run()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, isCrash: process.terminationReason == .uncaughtSignal,
      output: String(decoding: try Data(contentsOf: outputFile), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: errorFile), as: UTF8.self))
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }
}
