import TestSupport

/// Findings about what happens after a year was locked, or a release imported.
enum LockExample {
  /// The findings that need one.
  static let all: [String: SpecialExample] = [
    "lock-damaged": locked("lock-damaged", "campus.lock", ",kgCO2e,215,", ",kgCO2e,200,"),
    "lock-file-changed": locked("lock-file-changed", "activity/a.csv", ",1000,", ",2000,"),
    "lock-total-differs": locked("lock-total-differs", "activity/a.csv", ",1000,", ",2000,"),
    "lock-stale": locked(
      "lock-stale", "activity/a.csv", "kWh PCS\n", "kWh PCS\n2023,paper,10,kg\n"),
    "lock-profile-changed": locked(
      "lock-profile-changed", "profiles/hauler.yaml", "unit: kg", "unit: t"),
    "lock-behind": locked("lock-behind", "factors/own.csv", ",0.1,", ",0.2,"),
    "release-damaged": made(
      "release-damaged", by: ["factors", "import", "Base_Carbone_V0.1.csv"],
      "factors/base-carbone-v0.1/elements.csv", ",0.1,", ",0.2,"),
  ]

  /// A finding in a campus whose year 2023 was locked before one of its files was changed.
  private static func locked(
    _ identifier: String, _ file: String, _ old: String, _ new: String
  ) -> SpecialExample {
    made(identifier, by: ["factors", "lock", "2023"], file, old, new)
  }

  /// A finding in the files that its page shows, after a command and a change.
  private static func made(
    _ identifier: String, by arguments: [String], _ file: String, _ old: String, _ new: String
  ) -> SpecialExample {
    SpecialExample(command: "empreinte check") {
      guard let folder = try DiagnosticPage(identifier)?.campus() else { return "" }
      _ = ProgramRun(arguments, in: folder.path)
      let text = folder.text(of: file) ?? ""
      try folder.write(text.replacing(old, with: new), to: file)
      return ProgramRun(["check"], in: folder.path).everything
    }
  }
}
