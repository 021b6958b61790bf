extension FactorCatalog {
  /// The activities that all the words point to, the closest first.
  public func search(_ words: [String]) -> [Activity] { ActivitySearch(self).search(words) }
}
