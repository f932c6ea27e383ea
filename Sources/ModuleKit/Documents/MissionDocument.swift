extension Mission {
  /// What operations may know of the mission, as keys and the module protocol hold it.
  public var document: Value {
    [
      "id": .string(id), "title": title.document, "election_day": .string(electionDay.iso),
      "time_zone": .string(zone.identifier), "languages": .list(languages.map { .string($0.rawValue) }),
      "notice": notice?.document ?? .null,
    ]
  }

  /// Reads what ``document`` writes; nil for anything else.
  public init?(document: Value) {
    guard let id = document["id"]?.string, let title = Text(document: document["title"]),
      let day = document["election_day"]?.string.flatMap({ Day(iso: $0) }),
      let zone = document["time_zone"]?.string.flatMap({ Zone($0) }), let names = document["languages"]?.texts
    else { return nil }
    let languages = names.compactMap(Language.init)
    guard languages.count == names.count else { return nil }
    self.init(
      id: id, title: title, electionDay: day, zone: zone, languages: languages,
      notice: Text(document: document["notice"]))
  }
}

extension Contest {
  /// The contest as keys and the module protocol hold it.
  public var document: Value {
    [
      "id": .string(id), "rule": .string(rule.rawValue),
      "options": .list(
        options.map { ["id": .string($0.id), "name": $0.name.document, "party": $0.party?.document ?? .null] }),
    ]
  }

  /// Reads what ``document`` writes; nil for anything else.
  public init?(document: Value) {
    guard let id = document["id"]?.string, let rule = document["rule"]?.string.flatMap(Rule.init),
      let list = document["options"]?.list
    else { return nil }
    let options = list.compactMap { it -> Option? in
      guard let id = it["id"]?.string, let name = Text(document: it["name"]) else { return nil }
      return Option(id, name: name, party: Text(document: it["party"]))
    }
    guard options.count == list.count else { return nil }
    self.init(id, rule: rule, options: options)
  }
}
