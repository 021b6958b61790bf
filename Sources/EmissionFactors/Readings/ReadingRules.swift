/// Where each sort of emission goes in a reading.
///
/// A rule names a post and may name a nature, a stage, a characterisation and a choice of the
/// campus; what it does not name, it leaves open. The closest rule wins: that of the sub-post before
/// that of its post, then by nature, by stage, by characterisation. The order of rows is nothing.
struct ReadingRules: Sendable {
  struct Key: Hashable, Sendable {
    var post: String
    var nature: String
    var stage: String
    var characterisation: String
    /// `students=visitors`.
    var choice: String
  }

  private(set) var codes: [Key: String] = [:]

  /// Adds a rule; false when another one says the same of something else.
  mutating func add(_ key: Key, code: String) -> Bool {
    codes.updateValue(code, forKey: key).map { $0 == code } ?? true
  }

  /// The code for emissions filed under these posts, the sub-post first; nil when no rule fits.
  func code(
    posts: [String], nature: String, stage: Stage, characterisation: Characterisation,
    choices: [String]
  ) -> String? {
    // What a published total holds beyond its stages is filed with the upstream.
    let stage = stage == .rounding ? Stage.upstream : stage
    let natures = [nature, ""]
    let stages = [stage.identifier, ""]
    var characterisations = [characterisation.rawValue]
    if characterisation.isOperated, characterisation != .operated {
      characterisations.append(Characterisation.operated.rawValue)
    }
    characterisations.append("")
    for post in posts {
      for nature in natures {
        for stage in stages {
          for characterisation in characterisations {
            for choice in choices + [""] {
              let key = Key(
                post: post, nature: nature, stage: stage, characterisation: characterisation,
                choice: choice)
              if let code = codes[key] { return code }
            }
          }
        }
      }
    }
    return nil
  }
}

extension Activity {
  /// What rules go by: how its emissions come about, or that it is known by money or as a whole.
  public var nature: String {
    if ledger == .declared { return "declared" }
    return basis == .spend ? "spend" : scopeRule.rawValue
  }
}

extension FactorCatalog {
  /// The code of a reading for emissions of an activity; `unfiled` when no rule fits.
  public func code(
    in reading: Reading, activity: Activity, post: String, stage: Stage,
    characterisation: Characterisation, choices: [String]
  ) -> String {
    reading.rules.code(
      posts: postsUpwards(from: post), nature: activity.nature, stage: stage,
      characterisation: characterisation, choices: choices) ?? ReadingCode.unfiled
  }

  /// A post, then the posts above it.
  private func postsUpwards(from identifier: String) -> [String] {
    var posts = [identifier]
    while posts.count < 8, let parent = post(named: posts[posts.count - 1])?.parent,
      !parent.isEmpty
    {
      posts.append(parent)
    }
    return posts
  }
}
