extension Mission {
  /// What operations may know of the mission, as keys and the module protocol hold it.
  public var document: Value {
    var out: [String: Value] = [
      "id": .string(id), "title": title.document, "election_day": .string(electionDay.iso),
      "time_zone": .string(zone.identifier), "languages": .list(languages.map { .string($0.rawValue) }),
      "notice": notice?.document ?? .null, "numbers": numbers.document,
    ]
    if !names.isEmpty { out["names"] = .list(names.map(Value.string)) }
    if !glossary.words.isEmpty { out["glossary"] = .object(glossary.words.mapValues(\.document)) }
    return .object(out)
  }

  /// Reads what ``document`` writes; nil for anything else.
  public init?(document: Value) {
    guard let id = document["id"]?.string, let title = Text(document: document["title"]),
      let day = document["election_day"]?.string.flatMap({ Day(iso: $0) }),
      let zone = document["time_zone"]?.string.flatMap({ Zone($0) }), let names = document["languages"]?.texts,
      let numbers = NumberStyles(document: document["numbers"])
    else { return nil }
    let languages = names.compactMap(Language.init)
    let words = document["glossary"]?.object ?? [:]
    let glossary = words.compactMapValues { Text(document: $0) }
    guard languages.count == names.count, glossary.count == words.count else { return nil }
    self.init(
      id: id, title: title, electionDay: day, zone: zone, languages: languages,
      notice: Text(document: document["notice"]), names: document["names"]?.texts ?? [], numbers: numbers,
      glossary: Glossary(glossary))
  }
}

extension NumberStyles {
  var document: Value {
    .object(
      Dictionary(
        uniqueKeysWithValues: Language.allCases.map { language in
          let style = self[language]
          return (
            language.rawValue,
            [
              "group": .string(style.group), "decimal": .string(style.decimal),
              "before_percent": .string(style.beforePercent),
            ]
          )
        }))
  }

  init?(document: Value?) {
    self.init()
    for language in Language.allCases {
      guard let style = document?[language.rawValue], let group = style["group"]?.string,
        let decimal = style["decimal"]?.string, let beforePercent = style["before_percent"]?.string
      else { return nil }
      self[language] = NumberStyle(group: group, decimal: decimal, beforePercent: beforePercent)
    }
  }
}
