/// How much a document may ask for.
public struct YAMLLimits: Sendable {
  /// The most bytes that are read, and the most that all texts take once every alias stands for what it names.
  public var bytes: Int
  /// The most lists and mappings inside one another, aliases followed.
  public var depth: Int
  /// The most values, keys counted, once every alias stands for what it names.
  public var nodes: Int
  /// The most problems that are given; the rest are counted.
  public var problems: Int

  /// Limits that a file written by hand does not meet: 4 MiB, 100 levels, 100,000 values, 50 problems.
  public static let `default` = YAMLLimits(bytes: 4 << 20, depth: 100, nodes: 100_000, problems: 50)

  /// Limits of one's own.
  public init(bytes: Int, depth: Int, nodes: Int, problems: Int) {
    (self.bytes, self.depth, self.nodes, self.problems) = (bytes, depth, nodes, problems)
  }
}
