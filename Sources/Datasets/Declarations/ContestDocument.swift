import Language
public import Schema

extension Contest {
  /// The contest as keys and the module protocol hold it.
  public var document: Value {
    [
      "id": .string(id), "rule": rule.document,
      "options": .list(options.map(\.document)),
    ]
  }

  /// Reads what ``document`` writes; nil for anything else.
  public init?(document: Value) {
    guard let id = document["id"]?.string, let rule = Rule(document: document["rule"]),
      let list = document["options"]?.list
    else { return nil }
    let options = list.compactMap { it -> Option? in
      guard let id = it["id"]?.string, let name = Text(document: it["name"]) else { return nil }
      return Option(id, name: name, party: Text(document: it["party"]), colour: it["colour"]?.string)
    }
    guard options.count == list.count else { return nil }
    self.init(id, rule: rule, options: options)
  }
}

extension Contest.Option {
  /// The colour stands there only where the mission gives one.
  fileprivate var document: Value {
    var document: [String: Value] = [
      "id": .string(id), "name": name.document, "party": party?.document ?? .null,
    ]
    document["colour"] = colour.map(Value.string)
    return .object(document)
  }
}
