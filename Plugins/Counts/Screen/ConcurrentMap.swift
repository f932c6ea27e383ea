extension Array where Element: Sendable {
  /// What `transform` makes of each element, in their order: made side by side, the first ones begun first.
  func concurrentMap<Value: Sendable>(
    _ transform: @escaping @Sendable (Element) async throws -> Value
  ) async throws -> [Value] {
    try await withThrowingTaskGroup(of: (Int, Value).self) { group in
      for (place, element) in enumerated() { group.addTask { (place, try await transform(element)) } }
      var values = [Value?](repeating: nil, count: count)
      for try await (place, value) in group { values[place] = value }
      return values.compactMap(\.self)
    }
  }
}
