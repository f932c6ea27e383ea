/// A figure that an operation makes.
public struct FigureKind: Sendable, Equatable {
  /// The name in results.
  public var name: String
  /// What it shows.
  public var title: Text

  /// The figure `name`.
  public init(_ name: String, _ title: Text) { (self.name, self.title) = (name, title) }
}
