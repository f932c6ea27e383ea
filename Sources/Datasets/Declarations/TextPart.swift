internal import Schema

/// One of several things that a column holds in one text, such as the town in `South / Lakeview / School 4`.
public struct TextPart: Sendable, Equatable {
  /// What stands between them.
  public var separator: String
  /// Which it is, from 1.
  public var number: Int

  /// The part `number` between separators.
  public init(_ number: Int, by separator: String) { (self.number, self.separator) = (number, separator) }

  /// The part as keys of results hold it.
  var document: Value { ["by": .string(separator), "part": .integer(number)] }
}
