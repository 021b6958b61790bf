/// Which lines of an inventory something is about; what it does not say, it does not ask.
public struct Selector: Hashable, Sendable {
  public internal(set) var activities: Set<String> = []
  public internal(set) var posts: Set<String> = []
  public internal(set) var sites: Set<String> = []
  public internal(set) var buildings: Set<String> = []
  public internal(set) var tags: Set<String> = []
  /// True when two that were put together have nothing in common.
  var isNothing = false

  /// Every line.
  public init() {}

  /// True for a line it is about.
  func selects(_ line: PlanLine) -> Bool {
    !isNothing && (activities.isEmpty || activities.contains(line.activity))
      && (posts.isEmpty || !posts.isDisjoint(with: line.posts))
      && (sites.isEmpty || sites.contains(line.site))
      && (buildings.isEmpty || buildings.contains(line.building))
      && (tags.isEmpty || !tags.isDisjoint(with: line.tags))
  }
}

extension Selector {
  /// What both select.
  func narrowed(to other: Selector) -> Selector {
    var selector = self
    var isNothing = isNothing || other.isNothing
    func both(_ own: Set<String>, _ others: Set<String>) -> Set<String> {
      if own.isEmpty { return others }
      if others.isEmpty { return own }
      let common = own.intersection(others)
      if common.isEmpty { isNothing = true }
      return common
    }
    selector.activities = both(activities, other.activities)
    selector.posts = both(posts, other.posts)
    selector.sites = both(sites, other.sites)
    selector.buildings = both(buildings, other.buildings)
    selector.tags = both(tags, other.tags)
    selector.isNothing = isNothing
    return selector
  }
}
