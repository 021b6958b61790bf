import Diagnostics

extension CommandProblem {
  /// The words of what can be wrong with a release.
  var releaseWords: Text {
    switch self {
    case .unknownRelease(let name, let known):
      let list = known.isEmpty ? "–" : known.joined(separator: ", ")
      return Text(
        fr:
          "aucune version « \(safe(name)) » dans factors/.\n  Les versions importées : "
          + "\(safe(list))\n  `empreinte factors import` en ajoute une.",
        en:
          "no release “\(safe(name))” in factors/.\n  The releases imported: \(safe(list))\n"
          + "  `empreinte factors import` adds one.")
    case .badReleaseName(let name):
      return Text(
        fr:
          "« \(safe(name)) » ne peut pas nommer une version : minuscules, chiffres, point, trait "
          + "d'union et souligné, 64 au plus ; « installed » désigne les tables livrées.",
        en:
          "“\(safe(name))” cannot name a release: lower case letters, digits, point, hyphen and "
          + "underscore, 64 at most; “installed” means the shipped tables.")
    case .releaseNameMissing(let file):
      return Text(
        fr:
          "le nom de \(safe(file)) ne dit pas quelle version c'est.\n  Nommez-la : --release "
          + "base-carbone-v23.6",
        en:
          "the name of \(safe(file)) does not say which release it is.\n  Name it: --release "
          + "base-carbone-v23.6")
    case .releaseDiffers(let name):
      return Text(
        fr:
          "factors/\(safe(name))/ est déjà là, avec un autre contenu ; rien n'a été changé.\n"
          + "  Importez sous un autre nom avec --release.",
        en:
          "factors/\(safe(name))/ is already there, with other content; nothing was changed.\n"
          + "  Import under another name with --release.")
    case .damagedRelease(let name):
      return Text(
        fr:
          "les fichiers de factors/\(safe(name))/ ont été changés depuis l'import.\n  Retirez ce "
          + "dossier et importez à nouveau.",
        en:
          "the files of factors/\(safe(name))/ were changed since the import.\n  Remove that "
          + "folder and import again.")
    default: return Text(same: "")
    }
  }

  private func safe(_ text: String) -> String { VisibleText.shortened(text, to: 200) }
}
