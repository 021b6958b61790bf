import Diagnostics
import Files

/// Why a command could not do its work, as facts.
enum CommandProblem: Error {
  case file(FileProblem)
  case noCampus(from: String)
  case noData(searched: [String])
  /// campus.yaml cannot be understood.
  case badCampus(FindingLog)
  case noActivityFiles(folder: String)
  case noSuchYear(Int, known: [Int])
  case nothingToReport
  /// A year of resources cannot be compared by its emissions.
  case noFootprint(Int)
  case unknownSubject(String, nearest: String?)
  case unknownFactor(String, nearest: String?)
  case unknownReading(String, known: [String])
  case unknownScenario(String, nearest: String?)
  /// `--fail-on` names no target of the scenario.
  case unknownTarget(String, known: [String])
  /// The target cannot be computed, and why.
  case notComputable(Text)
  case targetSaysNothing(String, year: Int)
  /// A scenario of targets only, or whose plan has nothing to start from.
  case noPlan(String, reason: Text?)
  case unknownMeasure(String, known: [String])
  case yearOutsidePlan(Int, from: Int, through: Int)
  /// `--chart` without `-O svg`.
  case chartWithoutPicture
  /// The scenario has nothing that such a picture shows.
  case nothingToDraw(String, scenario: String)
  /// A shelf of measures is not run.
  case isLibrary(String)
  /// Two options that ask for different reports.
  case optionsExclude(String, String)
  case badQuantity(String, nearest: String?)
  case cannotConvert(from: String, to: String)
  case tooLarge(unit: String)
  case outputIsInput(String)
  /// A workbook would be written to a terminal.
  case workbookNeedsFile
  /// Only what is in a file can be opened.
  case nothingToOpen
  case cannotOpen(String)
  case folderNotEmpty(String)
  case unknownRelease(String, known: [String])
  case badReleaseName(String)
  /// The name of the file does not say which release it is.
  case releaseNameMissing(file: String)
  /// A release of that name is there, with other content.
  case releaseDiffers(String)
  case damagedRelease(String)
  case unknownProfile(String, known: [String])
  /// No profile has a header like that of the file.
  case fileNotRecognised(known: [String])
  case fileAmbiguous([String])
  case badCell(String, known: [String])
  /// Neither the file nor the command line says these.
  case cellsMissing([String])
  case personsNotErased([String])
  case alreadyImported(String)
  case badTarget(String)
  /// `report --hourly` without a file of intensities.
  case noIntensities(folder: String)
  /// The files of intensities say nothing about the year.
  case noIntensityOfYear(Int)
  /// No load curve of electricity in the year.
  case noCurves(Int)
  /// A year with rejected rows or unread files cannot be locked.
  case incompleteYear(Int, rows: Int, files: Int)
  case yearNotLocked(Int, known: [Int])
  /// `report --factors` with an option of the ordinary report.
  case factorsAlone
  /// `factors diff --used` in a campus without rows.
  case nothingUsed
  /// `factors lock --remove` without a year.
  case noYearToUnlock

  /// What the process says when it ends for this reason.
  var status: ExitStatus {
    switch self {
    case .file(let problem):
      switch problem {
      case .missing: .missingInput
      case .cannotWrite, .noSpace, .closedPipe, .alreadyThere: .cannotWrite
      case .notAFile, .notAllowed, .cannotRead: .unreadable
      }
    case .noCampus, .noData, .noActivityFiles, .noSuchYear, .nothingToReport, .noFootprint:
      .missingInput
    case .badCampus: .unreadable
    case .unknownSubject, .unknownFactor, .unknownReading, .unknownScenario, .unknownTarget,
      .targetSaysNothing, .noPlan, .unknownMeasure, .yearOutsidePlan, .chartWithoutPicture,
      .nothingToDraw, .isLibrary, .workbookNeedsFile, .nothingToOpen, .optionsExclude, .badQuantity,
      .cannotConvert, .tooLarge:
      .usage
    case .outputIsInput, .folderNotEmpty, .releaseDiffers: .cannotWrite
    // The file is written, and whole.
    case .cannotOpen: .ok
    case .badReleaseName, .releaseNameMissing: .usage
    case .unknownRelease: .missingInput
    case .damagedRelease: .unreadable
    case .unknownProfile, .badCell, .cellsMissing, .badTarget, .fileAmbiguous: .usage
    case .fileNotRecognised, .personsNotErased: .unreadable
    case .alreadyImported: .cannotWrite
    case .incompleteYear: .findings
    case .notComputable: .missingInput
    case .yearNotLocked, .nothingUsed: .missingInput
    case .noYearToUnlock, .factorsAlone: .usage
    case .noIntensities, .noIntensityOfYear, .noCurves: .missingInput
    }
  }
}
