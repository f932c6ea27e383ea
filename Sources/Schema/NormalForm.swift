import Times

extension Schema {
  /// The value in its normal form: one for all ways of writing the same, so that it can be compared and digested.
  ///
  /// Lengths of time stand in the largest unit that keeps them whole, instants in UTC, proportions as texts, numbers
  /// without a needless fraction; a property that is left out and has a default has its default; keys that begin with
  /// `x_` are left out. The value must be one that the schema admits; what it does not admit stays as it is.
  public func normalised(_ value: Value) -> Value {
    switch shape {
    case .any, .boolean, .choice, .integer: return value
    case .number: return value.double.map { number in Int(exactly: number).map(Value.integer) ?? value } ?? value
    case .string(let format): return format.text(of: value).map { .string(format.normalised($0)) } ?? value
    case .list(let element, _): return value.list.map { .list($0.map(element.normalised)) } ?? value
    case .map(let element):
      guard let members = value.object else { return value }
      return .object(members.filter { !$0.key.hasPrefix("x_") }.mapValues(element.normalised))
    case .object(let properties):
      guard let members = value.object else { return value }
      let known = properties.compactMap { property in
        (members[property.name] ?? property.schema.defaultValue).map { (property.name, property.schema.normalised($0)) }
      }
      return .object(Dictionary(known) { first, _ in first })
    case .either(let schemas):
      return schemas.first { $0.problems(of: value).isEmpty }?.normalised(value) ?? value
    }
  }
}

extension StringFormat {
  /// The normal form of a text of this format.
  func normalised(_ text: String) -> String {
    switch self {
    case .instant: Instant(rfc3339: text)?.rfc3339 ?? text
    case .duration: Self.seconds(ofDuration: text).flatMap { Self.duration(ofSeconds: $0) } ?? text
    case .text, .filled, .identifier, .qualified, .day, .path, .proportion, .optionVotes, .colour: text
    }
  }

  /// A length of time in the largest unit that keeps it whole, else in seconds; nil where no text reads back as it.
  public static func duration(ofSeconds seconds: Double) -> String? {
    let units: [(String, Double)] = [("d", 86_400), ("h", 3600), ("min", 60)]
    let whole = units.lazy.compactMap { unit, length in Int(exactly: seconds / length).map { "\($0)\(unit)" } }
    let text = whole.first ?? canonicalNumber(seconds).map { $0 + "s" }
    return text.flatMap { Self.seconds(ofDuration: $0) == seconds ? $0 : nil }
  }
}
