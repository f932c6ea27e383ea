/// One step through a document, as libyaml reports it.
struct Event {
  enum Kind {
    case documentStart
    /// The end of the document; behind it nothing is read any more.
    case documentEnd
    case streamStart
    case streamEnd
    case alias(String)
    case scalar(String, Scalar.Style)
    case sequenceStart
    case sequenceEnd
    case mappingStart
    case mappingEnd
  }

  let kind: Kind
  var anchor: String? = nil
  /// The tag spelt out, `tag:yaml.org,2002:int` for `!!int`.
  var tag: String? = nil
  /// Offsets in the checked text.
  let range: Range<Int>

  /// The bytes that its own text takes.
  var textSize: Int { if case .scalar(let text, _) = kind { text.utf8.count } else { 0 } }
}

/// Why libyaml reads no further, in its own words.
struct SyntaxError: Error {
  let problem: String
  let context: String
  /// Offsets in the checked text.
  let place: Int
  let contextPlace: Int
}
