// swift-tools-version: 6.2
import PackageDescription

// Warnings are errors for us and in CI only: a newer compiler must never stop a user's build.
let strict = Context.environment["EMPREINTE_STRICT"] != nil

let settings: [SwiftSetting] =
  [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ] + (strict ? [.treatAllWarnings(as: .error)] : [])

func module(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// A fuzzer has no entry point of its own: an ordinary build must not know it.
func fuzzer(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .executableTarget(
    name: name, dependencies: dependencies, path: "Tests/Fuzz/\(name)", swiftSettings: settings)
}

let fuzzers: [Target] =
  Context.environment["EMPREINTE_FUZZ"] == nil
  ? []
  : [
    fuzzer("FuzzTables", ["Tables", "Diagnostics"]),
    fuzzer("FuzzNumbers", ["Quantities"]),
    fuzzer("FuzzDates", ["Quantities"]),
    fuzzer("FuzzWorkbook", ["Workbooks", "Tables", "Diagnostics", "TestSupport"]),
    fuzzer(
      "FuzzProfile", ["Inventory", "EmissionFactors", "Diagnostics", "Quantities", "Tables"]),
    fuzzer(
      "FuzzScenario",
      [
        "Scenarios", "Reporting", "Footprint", "Inventory", "EmissionFactors", "Files",
        "Diagnostics", "Tables",
      ]),
  ]

let package = Package(
  name: "empreinte",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "empreinte", targets: ["empreinte"])],
  targets: [
    // C libraries: a module map and a shim, nothing else.
    .systemLibrary(
      name: "CCSV", providers: [.apt(["libcsv-dev"]), .brew(["libcsv"])]),
    .systemLibrary(
      name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .systemLibrary(
      name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"]), .brew(["libzip"])]),
    .systemLibrary(
      name: "CXLSXWriter", pkgConfig: "xlsxwriter",
      providers: [.apt(["libxlsxwriter-dev"]), .brew(["libxlsxwriter"])]),
    .systemLibrary(
      name: "CExpat", providers: [.apt(["libexpat1-dev"]), .brew(["expat"])]),
    .systemLibrary(
      name: "CZlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    // No libraries: headers with the vector instructions that Swift cannot ask for.
    .systemLibrary(name: "CScan"),
    .systemLibrary(name: "CDigits"),
    .systemLibrary(name: "CWords"),
    // A function of the C library that Swift's module of it leaves out.
    .systemLibrary(name: "CMalloc"),

    // Data flows downwards in this list, never up; ArchitectureTests holds it.
    module("Diagnostics", []),
    module("Quantities", ["CDigits"]),
    module("Files", ["CMalloc"]),
    module("Tables", ["CCSV", "CZlib", "CScan", "Diagnostics"]),
    module("Workbooks", ["CXLSXWriter", "CZip", "CExpat", "Diagnostics", "Quantities", "Tables"]),
    module("Documents", ["CYAML", "Diagnostics"]),
    module("EmissionFactors", ["Diagnostics", "Quantities", "Tables"]),
    module(
      "Inventory",
      [
        "CWords", "Diagnostics", "Quantities", "Tables", "Workbooks", "Documents",
        "EmissionFactors",
      ]),
    module(
      "Footprint", ["Diagnostics", "Quantities", "Tables", "EmissionFactors", "Inventory"]),
    module(
      "Uncertainty",
      ["Diagnostics", "Quantities", "Tables", "EmissionFactors", "Inventory", "Footprint"]),
    module(
      "Scenarios",
      [
        "Diagnostics", "Quantities", "Documents", "EmissionFactors", "Inventory", "Footprint",
        "Uncertainty",
      ]),
    module(
      "Reporting",
      [
        "Diagnostics", "Quantities", "Workbooks", "EmissionFactors", "Inventory", "Footprint",
        "Uncertainty", "Scenarios",
      ]),
    module(
      "CommandLineInterface",
      [
        "Diagnostics", "Quantities", "Files", "Tables", "Workbooks", "Documents",
        "EmissionFactors", "Inventory", "Footprint", "Scenarios", "Reporting",
      ]),
    .executableTarget(
      name: "empreinte", dependencies: ["CommandLineInterface", "Files"], swiftSettings: settings),

    // Tests
    .target(
      name: "TestSupport", dependencies: ["CZlib"], path: "Tests/TestSupport",
      swiftSettings: settings),
    tests("QuantitiesTests", ["Quantities"]),
    tests("DiagnosticsTests", ["Diagnostics", "TestSupport"]),
    tests("TablesTests", ["Tables", "Diagnostics", "TestSupport"]),
    tests("WorkbooksTests", ["Workbooks", "Tables", "Diagnostics", "TestSupport"]),
    tests("DocumentsTests", ["Documents", "Diagnostics", "TestSupport"]),
    tests("FilesTests", ["Files", "TestSupport"]),
    tests(
      "CommandLineInterfaceTests", ["CommandLineInterface", "Diagnostics", "Files", "Tables"]),
    tests(
      "EmissionFactorsTests",
      ["EmissionFactors", "Diagnostics", "Quantities", "Tables", "TestSupport"]),
    tests(
      "BaseCarboneTests",
      [
        "CommandLineInterface", "Diagnostics", "EmissionFactors", "Files", "Quantities", "Tables",
        "TestSupport",
      ]),
    tests(
      "InventoryTests",
      [
        "Inventory", "EmissionFactors", "Diagnostics", "Quantities", "Tables", "Documents",
        "TestSupport",
      ]),
    tests(
      "FootprintTests",
      [
        "Footprint", "Inventory", "EmissionFactors", "Diagnostics", "Quantities", "Tables",
        "TestSupport",
      ]),
    tests(
      "UncertaintyTests", ["Uncertainty", "Inventory", "Quantities", "Diagnostics", "TestSupport"]),
    tests(
      "ScenariosTests",
      [
        "Scenarios", "Footprint", "Inventory", "EmissionFactors", "Diagnostics", "Quantities",
        "Tables", "TestSupport",
      ]),
    tests(
      "ReportingTests",
      [
        "Reporting", "CommandLineInterface", "Files", "Footprint", "Inventory", "EmissionFactors",
        "Tables", "Quantities", "Diagnostics", "TestSupport",
      ]),
    tests(
      "LockTests",
      [
        "CommandLineInterface", "Diagnostics", "EmissionFactors", "Files", "Quantities", "Tables",
        "TestSupport",
      ]),
    tests("ArchitectureTests", ["TestSupport"]),
    .testTarget(
      name: "EndToEndTests", dependencies: ["empreinte", "TestSupport"], exclude: ["Golden"],
      swiftSettings: settings),
    tests(
      "DocumentationTests",
      [
        "CommandLineInterface", "Diagnostics", "Files", "Tables", "Workbooks", "EmissionFactors",
        "Inventory", "Footprint", "Reporting", "TestSupport",
      ]),
  ] + fuzzers,
  swiftLanguageModes: [.v6]
)
