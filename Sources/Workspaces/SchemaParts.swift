import ModuleKit
import Schema

extension Schema {
  /// A name of the user's own.
  static let name = Schema(.string(.identifier))
  /// A text for readers.
  static let words = Schema(
    .either([
      Schema(.string(.filled)),
      Schema(.object(Language.allCases.map { .init($0.rawValue, Schema(.string(.filled))) })),
    ]), "a text, or one for each language")
}
