import Foundation
import TestSupport

/// Small campuses made for one test.
enum CampusFixture {
  static let yaml = """
    format: 1
    name: Test campus
    language: en
    numbers: {decimal: point}
    sites:
      main:
        name: Main site
    years:
      2023:
        students: 100

    """

  /// Gas and water of one year; gas 2022 on: 0.215 kgCO2e/kWh PCS (Base Carbone 37133).
  static let rows = """
    period,site,activity,quantity,unit
    2023-01,main,natural-gas,1000,kWh PCS
    2023-02,main,natural-gas,2000,kWh PCS
    2023,main,water-supply,50,m3

    """

  /// A campus that gives a report without a finding.
  static func sound() throws -> TemporaryFolder { try campus(["activity/2023/a.csv": rows]) }

  /// A campus with these files beside its campus.yaml.
  static func campus(_ files: [String: String], yaml: String = yaml) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(yaml, to: "campus.yaml")
    for (name, text) in files { try folder.write(text, to: name) }
    return folder
  }

  /// An example of the repository, copied so that a test may change it.
  static func copy(of example: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      atPath: Program.root + "/Examples/" + example, toPath: folder.path(of: "campus"))
    return folder
  }
}
