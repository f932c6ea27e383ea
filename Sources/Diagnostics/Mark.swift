/// A position in a text: line and column count from 1, columns in Unicode scalars.
public struct Mark: Sendable, Hashable, Comparable {
  /// The line, from 1.
  public var line: Int
  /// The column, from 1, in Unicode scalars.
  public var column: Int

  /// The position at `line` and `column`, both from 1.
  public init(line: Int, column: Int) { (self.line, self.column) = (line, column) }

  /// Positions compare by line, then column.
  public static func < (a: Mark, b: Mark) -> Bool { (a.line, a.column) < (b.line, b.column) }
}

/// A half-open stretch of a text, from its first scalar to just behind its last.
public struct MarkRange: Sendable, Hashable {
  /// The first position.
  public var start: Mark
  /// The position just behind the last scalar.
  public var end: Mark

  /// The stretch from `start` up to, not including, `end`.
  public init(_ start: Mark, _ end: Mark) { (self.start, self.end) = (start, end) }
}
