import ModuleKit
import Statistics

/// What opened boxes hold one by one, and what follows for all with each box at its own size.
struct ScrutinyReport {
  /// An option of an opened box whose votes differ.
  struct Change {
    let box: Scrutiny.Box
    let area: String?
    let option: Contest.Option
    let before, after: Int
  }

  /// The boxes of an area, or opened for a reason.
  struct Group {
    let level: String?
    let name: String?
    let moved: MovedMargin
  }

  static let changes = TableKind<Change>(
    "changed_boxes", Text(en: "Opened boxes that differ", es: "Urnas abiertas que difieren"),
    columns: [
      .init("sheet", Text(en: "Sheet", es: "Acta")) { $0.box.sheet },
      .init("area", Text(en: "Area", es: "Área")) { $0.area },
      .init("reason", Text(en: "Opened because", es: "Abierta porque")) { $0.box.reason },
      .init("attended", Text(en: "Attended", es: "Asistieron")) {
        $0.box.attended.isEmpty ? nil : $0.box.attended.joined(separator: "; ")
      },
      .init("option", Text(en: "Option", es: "Opción")) { $0.option },
      .init("before", .votes, Text(en: "Before", es: "Antes")) { $0.before },
      .init("after", .votes, Text(en: "After", es: "Después")) { $0.after },
    ])
  static let places = groups("opened_by_area", Text(en: "Opened boxes by area", es: "Urnas abiertas por área"))
  static let reasons = groups("opened_by_reason", Text(en: "Opened boxes by reason", es: "Urnas abiertas por motivo"))
  static let attendance = groups(
    "opened_by_attendance", Text(en: "Opened boxes by who attended", es: "Urnas abiertas según quién asistió"))
  static let bounds = TableKind<OwnSizeBound>(
    "bounds",
    Text(en: "Leads in the whole contest, over every rival", es: "Ventajas en toda la elección, sobre cada rival"),
    columns: [
      .init("leader", Text(en: "Ahead", es: "Por delante")) { $0.leader },
      .init("rival", Text(en: "Rival", es: "Rival")) { $0.rival },
      .init(
        "lead", .votes,
        Text(
          en: "Lead by the boxes opened and the other sheets", es: "Ventaja según las urnas abiertas y las demás actas")
      ) {
        $0.lead
      },
      .init("least", .votes, Text(en: "Least", es: "Mínima")) { $0.least },
      .init("most", .votes, Text(en: "Most", es: "Máxima")) { $0.most },
    ])

  private static func groups(_ name: String, _ title: Text) -> TableKind<Group> {
    TableKind(
      name, title,
      columns: [
        .init("level", Text(en: "Level", es: "Nivel")) { $0.level },
        .init("name", Text(en: "Name", es: "Nombre")) { $0.name },
        .init("boxes", .boxes, Text(en: "Boxes opened", es: "Urnas abiertas")) { $0.moved.boxes },
        .init("compared", .boxes, Text(en: "Known before and after", es: "Conocidas antes y después")) {
          $0.moved.compared
        },
        .init("differing", .boxes, Text(en: "Differ", es: "Difieren")) { $0.moved.differing },
        .init("change", .votes, Text(en: "Change of the margin", es: "Cambio del margen")) {
          $0.moved.after - $0.moved.before
        },
        .init("rose", .boxes, Text(en: "Boxes in which it rose", es: "Urnas en que subió")) { $0.moved.rose },
        .init("fell", .boxes, Text(en: "Boxes in which it fell", es: "Urnas en que bajó")) { $0.moved.fell },
      ])
  }

  let scrutiny: Scrutiny
  let pair: (first: Int, second: Int)

  /// Adds what the boxes hold.
  func addBoxes(to findings: inout Findings) throws {
    let (first, second) = pair
    let moved = MovedMargin(scrutiny.boxes, first, second)
    let source = scrutiny.source.citation.source.label
    let dataset = scrutiny.source.dataset
    if moved.compared > 0 {
      findings.add(
        Partial.OpenedBoxes(source: source, moved: moved), about: dataset,
        from: [scrutiny.evidence])
      let options = scrutiny.contest.options
      findings.add(
        Partial.MarginMoved(moved: moved, first: options[first].name, second: options[second].name), about: dataset,
        from: [scrutiny.evidence])
    }
    if moved.unknown > 0 {
      findings.add(Partial.UnknownCounts(source: source, moved: moved), about: dataset, from: [scrutiny.evidence])
    }
    try findings.add(Self.changes, changes)
    try findings.add(Self.places, places)
    try findings.add(Self.reasons, grouped { [$0.reason] })
    try findings.add(Self.attendance, grouped { $0.attended.isEmpty ? [nil] : $0.attended })
  }

  private var changes: [Change] {
    let finest = scrutiny.areas.levels.indices.last
    return scrutiny.boxes.enumerated().flatMap { row, box -> [Change] in
      guard let (before, after) = box.compared else { return [] }
      let area = finest.map { scrutiny.areas.units[$0][scrutiny.areas.unit($0, row)].name }
      return scrutiny.contest.options.indices.filter { before[$0] != after[$0] }.map {
        Change(box: box, area: area, option: scrutiny.contest.options[$0], before: before[$0], after: after[$0])
      }
    }
  }

  private var places: [Group] {
    scrutiny.areas.levels.enumerated().flatMap { level, name in
      zip(scrutiny.areas.units[level], scrutiny.areas.rowsByUnit(level)).map { unit, rows in
        Group(
          level: name, name: unit.name,
          moved: MovedMargin(rows.map { scrutiny.boxes[$0] }, pair.first, pair.second))
      }
    }
  }

  /// The boxes by what `key` says of each, in the order of the words; those of which nothing is said last.
  private func grouped(_ key: (Scrutiny.Box) -> [String?]) -> [Group] {
    var out: [String?: MovedMargin] = [:]
    for box in scrutiny.boxes {
      for word in Set(key(box)) { out[word, default: MovedMargin([], 0, 0)].add(box, pair.first, pair.second) }
    }
    return out.sorted { ($0.key == nil ? 1 : 0, $0.key ?? "") < ($1.key == nil ? 1 : 0, $1.key ?? "") }
      .map { Group(level: nil, name: $0.key, moved: $0.value) }
  }
}

/// What the lead over a rival can be in the whole contest, whatever the boxes hold that nobody opened.
struct OwnSizeBound {
  let leader, rival: Contest.Option
  /// By what was found in opened boxes and what the sheets of the others state; at the least and at the most.
  let lead, least, most: Int
}
