public import Language
public import Schema

/// A field of a kind of entry: what its value may be, and what it means in both languages.
///
///     EntryField("channel", .choice(["phone", "form"]), en: "how it came in", es: "por qué medio llegó")
public struct EntryField: Sendable {
  /// What the texts of a field name.
  public enum Naming: Sendable, Equatable {
    /// Records of the kind with this id.
    case records(of: String)
    /// What other records name too, by the same words: an area, a category, a source.
    case sharedWords
  }

  /// Its name.
  public let name: String
  /// What its value may be.
  public let schema: Schema
  /// What it means.
  public let meaning: Text
  /// Whether a record must have it from its beginning.
  public let isRequired: Bool
  /// Whether its value stands apart from the entry, which holds a salted hash of it: it is given when a record is opened, and is no
  /// field of the record's view.
  public let isPrivate: Bool
  /// What its texts name; nil where they name nothing.
  public let naming: Naming?

  /// The field `name`, whose values are those of `shape`.
  public init(
    _ name: String, _ shape: Schema.Shape, required: Bool = false, isPrivate: Bool = false, naming: Naming? = nil,
    en: String, es: String
  ) {
    (self.name, isRequired, self.isPrivate, self.naming) = (name, required, isPrivate, naming)
    (schema, meaning) = (Schema(shape, en), Text(en: en, es: es))
  }

  /// The field as a member of what an opening entry holds.
  public var property: Schema.Property { .init(name, schema, required: isRequired) }

  /// The kind of the records that it names; nil where it names none.
  var namedKind: String? {
    guard case .records(let kind)? = naming else { return nil }
    return kind
  }
}
