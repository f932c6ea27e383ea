/// What stands in a file for a whole number that is withheld, as small ones are so that nobody is known by them.
public struct WithheldText: Sendable, Equatable {
  /// The texts, as they are written.
  public var texts: [String]
  /// Between which numbers such a number lies.
  public var range: ClosedRange<Int>

  /// Numbers in `range`, for which one of `texts` stands.
  public init(_ texts: [String], _ range: ClosedRange<Int>) { (self.texts, self.range) = (texts, range) }
}
