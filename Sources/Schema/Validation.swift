public import Language

extension Schema {
  /// Every problem of `value`, in the order of the schema's properties and the value's elements.
  public func problems(of value: Value, at path: Path = []) -> [Problem] {
    var problems: [Problem] = []
    check(value, path, &problems)
    return problems
  }

  private func check(_ value: Value, _ path: Path, _ problems: inout [Problem]) {
    let what = path.isEmpty ? Text(en: "the file", es: "el archivo") : Text(path.text)
    func add(_ message: SchemaMessage) { problems.append(Problem(path, message)) }
    func wrongType() {
      add(.wrongType(what: what, expected: expectation, got: value.typeName))
    }
    switch shape {
    case .any: break
    case .boolean:
      if value.bool == nil { wrongType() }
    case .integer(let range):
      guard let number = value.integer else { return wrongType() }
      if !range.contains(number) {
        add(.outOfRange("\(number)", what: what, low: "\(range.lowerBound)", high: "\(range.upperBound)"))
      }
    case .number(let range):
      guard let number = value.double else { return wrongType() }
      if !range.contains(number) {
        let texts = [number, range.lowerBound, range.upperBound].map { canonicalNumber($0) ?? "\($0)" }
        add(.outOfRange(texts[0], what: what, low: texts[1], high: texts[2]))
      }
    case .string(let format):
      guard let text = format.text(of: value) else { return wrongType() }
      if format == .filled, text.isEmpty { return add(.empty(what: what)) }
      if !format.admits(text) { add(.badFormat(text, what: what, expected: format.expectation)) }
    case .choice(let words):
      guard let word = value.string else { return wrongType() }
      if !words.contains(word) { add(.notAChoice(word, what: what, choices: words)) }
    case .list(let element, let least):
      guard let elements = value.list else { return wrongType() }
      if elements.count < least { add(.tooFew(what: what, atLeast: least)) }
      for (index, it) in elements.enumerated() { element.check(it, path + [.index(index)], &problems) }
    case .map(let element):
      guard let members = value.object else { return wrongType() }
      for (key, it) in members.sorted(by: { $0.key < $1.key }) where !key.hasPrefix("x_") {
        let place = path + [.key(key)]
        if !StringFormat.identifier.admits(key) {
          problems.append(
            Problem(
              place, concernsKey: true,
              .badFormat(
                key, what: Text(en: "the name", es: "el nombre"), expected: StringFormat.identifier.expectation)))
        }
        element.check(it, place, &problems)
      }
    case .object(let properties): checkObject(value, properties, path, &problems)
    case .either(let schemas):
      let fitting = schemas.filter { $0.admitsType(of: value) }
      guard let first = fitting.first else { return wrongType() }
      // Of several kinds of object it is the one whose keys are there.
      (fitting.first { $0.requires(keysOf: value) } ?? first).check(value, path, &problems)
    }
  }

  private func requires(keysOf value: Value) -> Bool {
    guard case .object(let properties) = shape else { return true }
    return properties.allSatisfy { !$0.isRequired || value[$0.name] != nil }
  }

  private func checkObject(_ value: Value, _ properties: [Property], _ path: Path, _ problems: inout [Problem]) {
    guard let members = value.object else {
      let what = path.isEmpty ? Text(en: "the file", es: "el archivo") : Text(path.text)
      problems.append(Problem(path, .wrongType(what: what, expected: expectation, got: value.typeName)))
      return
    }
    for property in properties {
      if let member = members[property.name] {
        property.schema.check(member, path + [.key(property.name)], &problems)
      } else if property.isRequired {
        problems.append(Problem(path, .missingKey(property.name, place: path.text)))
      }
    }
    let known = properties.map(\.name)
    for key in members.keys.sorted() where !known.contains(key) && !key.hasPrefix("x_") {
      let unused = known.filter { members[$0] == nil }
      problems.append(
        Problem(path + [.key(key)], concernsKey: true, .unknownKey(key, place: path.text, known: unused)))
    }
  }

  /// Whether a value of this JSON type can fit at all.
  private func admitsType(of value: Value) -> Bool {
    switch shape {
    case .any: true
    case .boolean: value.bool != nil
    case .integer: value.integer != nil
    case .number: value.double != nil
    case .string(let format): format.text(of: value) != nil
    case .choice: value.string != nil
    case .list: value.list != nil
    case .object, .map: value.object != nil
    case .either(let schemas): schemas.contains { $0.admitsType(of: value) }
    }
  }

  /// What is expected, with its article.
  private var expectation: Text {
    switch shape {
    case .any: Text(en: "anything", es: "cualquier cosa")
    case .boolean: Text(en: "true or false", es: "true o false")
    case .integer: Text(en: "a whole number", es: "un número entero")
    case .number: Text(en: "a number", es: "un número")
    case .string(.filled): Text(en: "a text", es: "un texto")
    case .string(let format): format.expectation
    case .choice(let words):
      Text(en: "one of \(words.joined(separator: ", "))", es: "una de \(words.joined(separator: ", "))")
    case .list: Text(en: "a list", es: "una lista")
    case .object, .map: Text(en: "a mapping", es: "un grupo de claves")
    case .either(let schemas):
      Text(
        en: schemas.map(\.expectation.en).joined(separator: " or "),
        es: schemas.map(\.expectation.es).joined(separator: " o "))
    }
  }
}

extension Value {
  /// The type as messages name it, with its article.
  public var typeName: Text {
    switch self {
    case .null: Text(en: "nothing", es: "nada")
    case .bool(let it): Text(it ? "true" : "false")
    case .integer: Text(en: "a whole number", es: "un número entero")
    case .number: Text(en: "a number", es: "un número")
    case .string: Text(en: "a text", es: "un texto")
    case .list: Text(en: "a list", es: "una lista")
    case .object: Text(en: "a mapping", es: "un grupo de claves")
    }
  }
}
