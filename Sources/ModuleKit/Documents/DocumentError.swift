public import Language

/// The way to something in a document that cannot be read.
///
/// What stands in JSON is written by `document` and read by `init(document:)`: of a part that gives nil where it cannot be
/// read, and of a whole that people write (a manifest, a call, a line) it throws the way to that part.
public struct DocumentError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The way, such as `operations[0].parameters.silence`.
  public var place: String
  /// The sentence for people.
  public var sentence: Text { Text(en: "'\(place)' cannot be read", es: "no se puede leer «\(place)»") }
  /// The sentence in English, as programs read it.
  public var description: String { sentence.en }

  init(_ place: String) { self.place = place }
}
