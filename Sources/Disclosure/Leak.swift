/// A stretch of a text that tells of a person, by its form. What it says is not kept, so that no message can repeat it.
public struct Leak: Sendable, Hashable {
  /// What it looks like.
  public let kind: LeakKind
  /// The line, from 1.
  public let line: Int
  /// The column of its first character, in Unicode scalars from 1.
  public let column: Int
  /// The name of the field or member that it stands in; nil in a running text.
  public let field: String?
  /// Its first two characters and how many it has, for who looks for it: `99… (9)`.
  public let hint: String
}

/// What a scan found in one text.
public struct LeakReport: Sendable, Equatable {
  /// How many are told in full.
  public static let told = 20

  /// The first ones, in the order of the text.
  public private(set) var leaks: [Leak] = []
  /// How many there are of each kind.
  public private(set) var counts: [LeakKind: Int] = [:]
  /// Of what a mission means to be public, the values and fields that were met.
  public private(set) var met: Set<String> = []

  /// How many there are in all.
  public var total: Int { counts.values.reduce(0, +) }

  mutating func add(_ leak: Leak) {
    counts[leak.kind, default: 0] += 1
    if leaks.count < Self.told { leaks.append(leak) }
  }

  mutating func meet(_ meant: String) { met.insert(meant) }
}
