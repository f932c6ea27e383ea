public import Schema

extension EntryKind {
  /// The values that words such as `severity=major` give to fields. A list has one word for each element.
  ///
  /// What a field does not admit stays as it was typed, for its schema to tell.
  public func fields(from words: [String]) throws(LedgerMessage) -> [String: Value] {
    var texts: [String: [String]] = [:]
    for word in words {
      guard let sign = word.firstIndex(of: "="), sign > word.startIndex else { throw .notAField(word) }
      texts[String(word[..<sign]), default: []].append(String(word[word.index(after: sign)...]))
    }
    var values: [String: Value] = [:]
    for (name, texts) in texts {
      let shape = allFields.first { $0.name == name }?.schema.shape ?? .any
      values[name] = Self.value(texts, shape)
    }
    return values
  }

  private static func value(_ texts: [String], _ shape: Schema.Shape) -> Value {
    if case .list(let element, _) = shape { return .list(texts.map { value([$0], element.shape) }) }
    guard texts.count == 1, let text = texts.first else { return .list(texts.map(Value.string)) }
    return switch shape {
    case .integer, .number: Int(text).map(Value.integer) ?? .string(text)
    case .boolean: text == "true" ? true : text == "false" ? false : .string(text)
    case .any, .string, .choice, .list, .object, .map, .either: .string(text)
    }
  }
}
