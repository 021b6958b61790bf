import Diagnostics
import Files
import Reporting

extension CommandProblem {
  /// The message: what is wrong, then what to do.
  func message(in language: Language, style: TextStyle) -> String {
    if case .badCampus(let log) = self {
      let renderer = FindingRenderer(language: language, style: style)
      return log.sortedGroups.flatMap(\.first).map { renderer.text($0) }.joined(separator: "\n")
    }
    return "empreinte: " + words[language] + "\n"
  }

  private var words: Text {
    switch self {
    case .file(let problem): problem.words
    case .noCampus(let folder):
      Text(
        fr:
          "pas de campus.yaml dans \(shown(folder)) ni au-dessus.\n  Créez un campus avec "
          + "`empreinte init DOSSIER`, ou désignez-en un avec -C.",
        en:
          "no campus.yaml in \(shown(folder)) or above.\n  Make a campus with `empreinte init "
          + "DIR`, or point to one with -C."
      )
    case .noData(let searched):
      Text(
        fr:
          "les facteurs livrés sont introuvables.\n  Cherchés dans : "
          + "\(searched.map(shown).joined(separator: ", "))\n  Indiquez leur dossier avec "
          + "--data ou EMPREINTE_DATA.",
        en:
          "the shipped factors cannot be found.\n  Looked in: "
          + "\(searched.map(shown).joined(separator: ", "))\n  Name their folder with --data or "
          + "EMPREINTE_DATA."
      )
    case .badCampus: Text(same: "")
    case .noActivityFiles(let folder):
      Text(
        fr:
          "aucun fichier .csv sous \(shown(folder)).\n  Ajoutez-y vos relevés ; "
          + "docs/activity-files.md dit comment.",
        en:
          "no .csv file under \(shown(folder)).\n  Add your consumption there; "
          + "docs/activity-files.md says how."
      )
    case .noFootprint(let year):
      Text(
        fr: "\(year) ne dit que des ressources : il n'y a pas d'empreinte à comparer.",
        en: "\(year) tells resources only: there is no footprint to compare.")
    case .noSuchYear(let year, let known):
      Text(
        fr: "rien pour \(year).\n  Les années connues : \(list(known))",
        en: "nothing for \(year).\n  The years known: \(list(known))")
    case .nothingToReport:
      Text(
        fr:
          "aucune ligne lisible, et aucune année dans campus.yaml.\n  `empreinte check` dit "
          + "pourquoi.",
        en: "no readable row, and no year in campus.yaml.\n  `empreinte check` says why.")
    case .unknownSubject(let name, let nearest):
      Text(
        fr:
          "« \(shown(name)) » n'est ni un poste, ni une activité, ni "
          + "FICHIER:LIGNE.\(hint(nearest, .french))",
        en: "“\(shown(name))” is no post, activity or FILE:LINE.\(hint(nearest, .english))")
    case .unknownFactor(let name, let nearest):
      Text(
        fr:
          "ni activité ni facteur « \(shown(name)) ».\(hint(nearest, .french))\n  Cherchez avec "
          + "`empreinte factors search`.",
        en:
          "no activity or factor “\(shown(name))”.\(hint(nearest, .english))\n  Look with "
          + "`empreinte factors search`."
      )
    case .unknownTarget(let name, let known):
      Text(
        fr: "aucun objectif « \(shown(name)) ».\n  Il y a : \(names(known))",
        en: "no target “\(shown(name))”.\n  There are: \(names(known))")
    case .notComputable(let reason):
      Text(
        fr: "cet objectif n'est pas calculable : \(reason.fr).",
        en: "this target is not computable: \(reason.en).")
    case .targetSaysNothing(let name, let year):
      Text(
        fr: "l'objectif « \(shown(name)) » ne dit rien de \(year).",
        en: "the target “\(shown(name))” says nothing about \(year).")
    case .noPlan(let name, let reason?):
      Text(
        fr: "le plan de « \(shown(name)) » n'est pas calculable : \(reason.fr).",
        en: "the plan of “\(shown(name))” is not computable: \(reason.en).")
    case .noPlan(let name, nil):
      Text(
        fr: "« \(shown(name)) » n'a pas de mesure.", en: "“\(shown(name))” has no measure.")
    case .unknownMeasure(let name, let known):
      Text(
        fr: "aucune mesure « \(shown(name)) ».\n  Il y a : \(names(known))",
        en: "no measure “\(shown(name))”.\n  There are: \(names(known))")
    case .yearOutsidePlan(let year, let first, let last):
      Text(
        fr: "le plan va de \(first) à \(last) : il ne dit rien de \(year).",
        en: "the plan goes from \(first) to \(last): it says nothing about \(year).")
    case .chartWithoutPicture:
      Text(fr: "`--chart` demande `-O svg`.", en: "`--chart` needs `-O svg`.")
    case .nothingToDraw(let chart, let name):
      Text(
        fr: "« \(shown(name)) » n'a rien à montrer dans le dessin « \(chart) ».",
        en: "“\(shown(name))” has nothing to show in the picture “\(chart)”.")
    case .isLibrary(let name):
      Text(
        fr:
          "« \(shown(name)) » est une réserve de mesures, pas un scénario.\n  Prenez-y des mesures "
          + "avec `from: \(shown(name))` ; docs/scenarios.md dit comment.",
        en:
          "“\(shown(name))” is a shelf of measures, not a scenario.\n  Take measures from it with "
          + "`from: \(shown(name))`; docs/scenarios.md says how.")
    case .unknownScenario(let name, let nearest):
      Text(
        fr:
          "aucun scénario « \(shown(name)) ».\(hint(nearest, .french))\n  La liste : "
          + "`empreinte scenario list`",
        en:
          "no scenario “\(shown(name))”.\(hint(nearest, .english))\n  The list: "
          + "`empreinte scenario list`")
    case .unknownReading(let name, let known):
      Text(
        fr: "aucune lecture « \(shown(name)) ».\n  Il y a : \(known.joined(separator: ", "))",
        en: "no reading “\(shown(name))”.\n  There are: \(known.joined(separator: ", "))")
    case .optionsExclude(let first, let second):
      Text(
        fr: "\(first) et \(second) demandent deux rapports différents : choisissez.",
        en: "\(first) and \(second) ask for two different reports: choose one.")
    case .badQuantity(let text, let nearest):
      Text(
        fr:
          "« \(shown(text)) » n'est pas une quantité : un nombre et une unité, '12 "
          + "MWh'.\(hint(nearest, .french))",
        en:
          "“\(shown(text))” is not a quantity: a number and a unit, '12 "
          + "MWh'.\(hint(nearest, .english))"
      )
    case .cannotConvert(let from, let to):
      Text(
        fr: "« \(shown(from)) » et « \(shown(to)) » ne mesurent pas la même chose.",
        en: "“\(shown(from))” and “\(shown(to))” do not measure the same thing.")
    case .tooLarge(let unit):
      Text(
        fr: "le résultat est trop grand pour être écrit en \(shown(unit)).",
        en: "the result is too large to be written in \(shown(unit)).")
    case .workbookNeedsFile:
      Text(
        fr: "un classeur ne se lit pas dans un terminal : ajoutez `-o rapport.xlsx`.",
        en: "a workbook cannot be read in a terminal: add `-o report.xlsx`.")
    case .nothingToOpen:
      Text(
        fr: "--open ouvre un fichier : ajoutez `-o rapport.html`.",
        en: "--open opens a file: add `-o report.html`.")
    case .cannotOpen(let path):
      Text(
        fr: "\(shown(path)) est écrit, mais rien ici n'ouvre de fichiers (xdg-open).",
        en: "\(shown(path)) is written, but nothing here opens files (xdg-open).")
    case .outputIsInput(let path):
      Text(
        fr: "\(shown(path)) est un fichier d'entrée : le résultat ne peut pas le remplacer.",
        en: "\(shown(path)) is an input file: the result cannot replace it.")
    case .folderNotEmpty(let path):
      Text(
        fr: "\(shown(path)) contient déjà un campus : rien n'y est changé.",
        en: "\(shown(path)) already holds a campus: nothing there is changed.")
    case .unknownRelease, .badReleaseName, .releaseNameMissing, .releaseDiffers, .damagedRelease:
      releaseWords
    case .unknownProfile, .fileNotRecognised, .fileAmbiguous, .badCell, .cellsMissing,
      .personsNotErased, .alreadyImported, .badTarget, .noIntensities, .noIntensityOfYear,
      .noCurves:
      importWords
    case .incompleteYear, .yearNotLocked, .noYearToUnlock, .nothingUsed, .factorsAlone: lockWords
    }
  }

  private func shown(_ text: String) -> String { VisibleText.shortened(text, to: 200) }

  private func names(_ names: [String]) -> String {
    names.isEmpty ? "–" : names.map(shown).joined(separator: ", ")
  }

  private func list(_ years: [Int]) -> String {
    years.isEmpty ? "–" : years.map { String($0) }.joined(separator: ", ")
  }

  private func hint(_ nearest: String?, _ language: Language) -> String {
    guard let nearest else { return "" }
    return language == .french
      ? "\n  Vouliez-vous dire « \(nearest) » ?" : "\n  Did you mean “\(nearest)”?"
  }
}

extension FileProblem {
  var words: Text {
    switch self {
    case .missing(let path):
      Text(fr: "\(safe(path)) est introuvable.", en: "\(safe(path)) cannot be found.")
    case .notAFile(let path):
      Text(fr: "\(safe(path)) n'est pas un fichier.", en: "\(safe(path)) is not a file.")
    case .notAllowed(let path):
      Text(
        fr: "\(safe(path)) ne peut pas être lu : droits insuffisants.",
        en: "\(safe(path)) cannot be read: permission denied.")
    case .cannotRead(let path, let code):
      Text(
        fr: "\(safe(path)) ne peut pas être lu (erreur \(code)).",
        en: "\(safe(path)) cannot be read (error \(code)).")
    case .cannotWrite(let path, let code):
      Text(
        fr: "\(safe(path)) ne peut pas être écrit (erreur \(code)) ; rien n'a été changé.",
        en: "\(safe(path)) cannot be written (error \(code)); nothing was changed.")
    case .noSpace(let path):
      Text(
        fr: "plus de place pour écrire \(safe(path)).", en: "no space left to write \(safe(path)).")
    case .closedPipe: Text(fr: "la sortie a été fermée.", en: "the output was closed.")
    case .alreadyThere(let path):
      Text(fr: "\(safe(path)) existe déjà.", en: "\(safe(path)) is already there.")
    }
  }

  private func safe(_ path: String) -> String { VisibleText.shortened(path, to: 200) }
}
