extension Schema {
  /// The schema as JSON Schema (draft 2020-12).
  ///
  /// Formats of our own carry an `x-` prefix, which validators pass over; `x_unit` names the unit of a number.
  public var jsonSchema: Value {
    var out: [String: Value] = [:]
    switch shape {
    case .any: break
    case .boolean: out["type"] = "boolean"
    case .integer(let range):
      out["type"] = "integer"
      if range.lowerBound > .min { out["minimum"] = .integer(range.lowerBound) }
      if range.upperBound < .max { out["maximum"] = .integer(range.upperBound) }
    case .number(let range):
      out["type"] = "number"
      if range.lowerBound > -.greatestFiniteMagnitude { out["minimum"] = .number(range.lowerBound) }
      if range.upperBound < .greatestFiniteMagnitude { out["maximum"] = .number(range.upperBound) }
    case .string(let format):
      out["type"] = format == .proportion ? ["string", "number"] : "string"
      if format != .text { out["format"] = .string(format.rawValue) }
    case .choice(let words): out["enum"] = .list(words.map(Value.string))
    case .list(let element, let least):
      out["type"] = "array"
      out["items"] = element.jsonSchema
      if least > 0 { out["minItems"] = .integer(least) }
    case .map(let element):
      out["type"] = "object"
      out["patternProperties"] = ["^x_": true, "^(?!x_)[a-z][a-z0-9_]*$": element.jsonSchema]
      out["additionalProperties"] = false
    case .object(let properties):
      out["type"] = "object"
      out["properties"] = .object(
        Dictionary(properties.map { ($0.name, $0.schema.jsonSchema) }) { first, _ in first })
      out["patternProperties"] = ["^x_": true]
      out["additionalProperties"] = false
      let required = properties.filter(\.isRequired).map { Value.string($0.name) }
      if !required.isEmpty { out["required"] = .list(required) }
    case .either(let schemas): out["anyOf"] = .list(schemas.map(\.jsonSchema))
    }
    if let summary { out["description"] = .string(summary) }
    if let defaultValue { out["default"] = defaultValue }
    if let unit { out["x_unit"] = .string(unit) }
    return .object(out)
  }

  /// The schema as a JSON Schema document of its own.
  public func document(title: String) -> Value {
    var document = jsonSchema.object ?? [:]
    document["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    document["title"] = .string(title)
    return .object(document)
  }

  /// Reads back the JSON Schema of one parameter, as an external module's manifest gives it; nil for what
  /// ``jsonSchema`` would not write.
  public init?(jsonSchema value: Value) {
    guard let object = value.object, let shape = Self.shape(object) else { return nil }
    self.init(shape, object["description"]?.string, default: object["default"], unit: object["x_unit"]?.string)
  }

  private static func shape(_ object: [String: Value]) -> Shape? {
    if let words = object["enum"]?.list {
      let texts = words.compactMap(\.string)
      return texts.count == words.count && !texts.isEmpty ? .choice(texts) : nil
    }
    let type = object["type"] == ["string", "number"] ? "string" : object["type"]?.string
    switch type {
    case "boolean": return .boolean
    case "integer":
      let (low, high) = (object["minimum"]?.integer ?? .min, object["maximum"]?.integer ?? .max)
      return low <= high ? .integer(low...high) : nil
    case "number":
      let low = object["minimum"]?.double ?? -.greatestFiniteMagnitude
      let high = object["maximum"]?.double ?? .greatestFiniteMagnitude
      return low <= high ? .number(low...high) : nil
    case "string":
      guard let format = object["format"]?.string else { return .string(.text) }
      return StringFormat(rawValue: format).map(Shape.string)
    case "array":
      guard let items = object["items"], let element = Schema(jsonSchema: items) else { return nil }
      return .list(element, atLeast: object["minItems"]?.integer ?? 0)
    default: return nil
    }
  }
}
