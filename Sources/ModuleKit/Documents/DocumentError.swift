/// The way to something in a document that cannot be read.
public struct DocumentError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The way, such as `operations[0].parameters.silence`.
  public var place: String
  /// The sentence for people.
  public var description: String { "'\(place)' cannot be read" }

  init(_ place: String) { self.place = place }
}
