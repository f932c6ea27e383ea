/// A stretch of a text that is looked at for itself.
struct TextPiece {
  /// Its bytes.
  let range: Range<Int>
  /// The line on which it begins, from 1, and where that begins.
  let line: Int, lineStart: Int
  /// The field or member; nil in a running text.
  var field: NamedField?
  /// Whether it is all that a field holds.
  var isField = false
  /// Whether escapes of JSON stand in it.
  var isJSON = false
}

/// A column, or a member, by its name.
struct NamedField {
  let name: String
  /// What the name says of what stands there; nil where it says nothing.
  let kind: LeakKind?

  init(_ name: String) { (self.name, kind) = (name, ContextWords.kind(ofField: name)) }
}
