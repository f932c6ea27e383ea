import ModuleKit
import Statistics

/// The tables of `counts.compare`.
struct CompareReport {
  static let tables = [
    CodedTable(
      "differences", Text(en: "Sheets that differ", es: "Actas que difieren"),
      columns: [
        .init("sheet", .text, Text(en: "Sheet", es: "Acta")),
        .init("area", .text, Text(en: "Area", es: "Área")),
        .init("margin_change", .integer, Text(en: "Margin, first less second", es: "Margen, primera menos segunda")),
        .init("first_a", .integer, Text(en: "First track, first option", es: "Primera fuente, primera opción")),
        .init("first_b", .integer, Text(en: "First track, second option", es: "Primera fuente, segunda opción")),
        .init("second_a", .integer, Text(en: "Second track, first option", es: "Segunda fuente, primera opción")),
        .init("second_b", .integer, Text(en: "Second track, second option", es: "Segunda fuente, segunda opción")),
        .init("kind", .text, Text(en: "What differs", es: "Qué difiere")),
      ]),
    CodedTable(
      "options", Text(en: "Field by field, on sheets of both tracks", es: "Campo a campo, en actas de ambas fuentes"),
      columns: [
        .init("field", .text, Text(en: "Option or field", es: "Opción o campo")),
        .init("compared", .integer, Text(en: "Sheets compared", es: "Actas comparadas")),
        .init("first", .integer, Text(en: "First track", es: "Primera fuente")),
        .init("second", .integer, Text(en: "Second track", es: "Segunda fuente")),
        .init("net", .integer, Text(en: "First less second", es: "Primera menos segunda")),
        .init("differing", .integer, Text(en: "Sheets that differ", es: "Actas que difieren")),
        .init("more_sheets", .integer, Text(en: "Sheets with more on the first", es: "Actas con más en la primera")),
        .init("more_votes", .integer, Text(en: "Votes more", es: "Votos de más")),
        .init("fewer_sheets", .integer, Text(en: "Sheets with fewer", es: "Actas con menos")),
        .init("fewer_votes", .integer, Text(en: "Votes fewer", es: "Votos de menos")),
      ]),
    CodedTable(
      "coverage", Text(en: "Sheets by the tracks that have them", es: "Actas según las fuentes que las tienen"),
      columns: [
        .init("on", .text, Text(en: "On", es: "En")),
        .init("figures_of", .text, Text(en: "Figures of", es: "Cifras de")),
        .init("sheets", .integer, Text(en: "Sheets", es: "Actas")),
        .init("registered", .integer, Text(en: "Registered", es: "Inscritos")),
        .init("valid", .integer, Text(en: "Valid votes", es: "Votos válidos")),
        .init("votes_a", .integer, Text(en: "First option", es: "Primera opción")),
        .init("votes_b", .integer, Text(en: "Second option", es: "Segunda opción")),
        .init("margin_points", .number, Text(en: "Margin (points)", es: "Margen (puntos)")),
      ]),
    CodedTable(
      "areas", Text(en: "By area", es: "Por área"),
      columns: [.init("area", .text, Text(en: "Area; all where empty", es: "Área; todas si está vacío"))]
        + counts.map { .init($0.name, .integer, $0.heading) }
        + [.init("sign_probability", .number, Text(en: "Sign test", es: "Prueba de los signos"))]),
  ]

  /// The whole numbers of the table `areas`.
  private static let counts: [(name: String, heading: Text, value: @Sendable (AreaComparison) -> Int64)] = [
    ("known", Text(en: "Sheets known", es: "Actas conocidas"), { Int64($0.known) }),
    ("both", Text(en: "On both tracks", es: "En ambas fuentes"), { Int64($0.both) }),
    ("only_first", Text(en: "On the first alone", es: "Solo en la primera"), { Int64($0.onlyFirst) }),
    ("only_second", Text(en: "On the second alone", es: "Solo en la segunda"), { Int64($0.onlySecond) }),
    ("neither", Text(en: "On neither", es: "En ninguna"), { Int64($0.neither) }),
    ("first_a", Text(en: "First track, first option", es: "Primera fuente, primera opción"), { $0.first.a }),
    ("first_b", Text(en: "First track, second option", es: "Primera fuente, segunda opción"), { $0.first.b }),
    ("second_a", Text(en: "Second track, first option", es: "Segunda fuente, primera opción"), { $0.second.a }),
    ("second_b", Text(en: "Second track, second option", es: "Segunda fuente, segunda opción"), { $0.second.b }),
    ("identical", Text(en: "Same votes", es: "Mismos votos"), { Int64($0.identical) }),
    ("differing", Text(en: "Other votes", es: "Otros votos"), { Int64($0.differing) }),
    ("incomplete", Text(en: "Compared in part", es: "Comparadas en parte"), { Int64($0.incomplete) }),
    ("anything", Text(en: "Any field differs", es: "Difiere algún campo"), { Int64($0.anything) }),
    ("margin_changed", Text(en: "Margin differs", es: "Difiere el margen"), { Int64($0.changed) }),
    (
      "favour_a_sheets", Text(en: "Better for the first option", es: "A favor de la primera opción"),
      { Int64($0.favourA.sheets) }
    ),
    ("favour_a_votes", Text(en: "by votes", es: "por votos"), { $0.favourA.votes }),
    (
      "favour_b_sheets", Text(en: "Better for the second option", es: "A favor de la segunda opción"),
      { Int64($0.favourB.sheets) }
    ),
    ("favour_b_votes", Text(en: "by votes", es: "por votos"), { $0.favourB.votes }),
    ("net", Text(en: "Net", es: "Neto"), { $0.net }),
    ("ten", Text(en: "10 votes or more", es: "10 votos o más"), { Int64($0.ten) }),
    ("hundred", Text(en: "100 votes or more", es: "100 votos o más"), { Int64($0.hundred) }),
    ("swapped", Text(en: "Swapped", es: "Intercambiados"), { Int64($0.swapped) }),
    ("registered", Text(en: "Another register", es: "Otro número de inscritos"), { Int64($0.registered) }),
  ]

  private let comparison: TrackComparison

  init(_ comparison: TrackComparison) { self.comparison = comparison }

  func add(to findings: inout CodedFindings<CompareCode>) throws {
    for (kind, rows) in zip(Self.tables, [differences, options, coverage, areas]) {
      findings.add(table: try kind.table(rows), as: kind.name)
    }
  }

  /// Every sheet that differs in anything: by the size of the difference of the margin, then in the first track's order.
  private var differences: [[Cell]] {
    let (it, match) = (comparison.differences, comparison.match)
    let others = it.changes.indices.filter {
      it.margins[$0] == 0 && !it.changes[$0].isDisjoint(with: [.anything, .registered, .incomplete])
    }
    let areas = match.first.areas
    return (comparison.ranked + others).map { place in
      let (item, change) = (it.items[place], it.changes[place])
      let (row, other) = (Int(item.first), Int(item.second))
      let votes: [Cell] =
        comparison.pair.map { pair in
          [(match.first, row), (match.second, other)].flatMap { sheets, row in
            [pair.a, pair.b].map { sheets.votes[$0][row].map(Cell.integer) ?? .missing }
          }
        } ?? Array(repeating: .missing, count: 4)
      let finest = areas.levels.indices.last
      let area = finest.map { Cell.text(areas.units[$0][areas.unit($0, row)].name) } ?? .missing
      return [
        .text(match.first.keys[row] ?? ""), area,
        change.contains(.margin) ? .integer(it.margins[place]) : .missing,
      ] + votes + [.text(Self.kind(change))]
    }
  }

  private static func kind(_ change: SheetDifferences.Change) -> String {
    let names: [(SheetDifferences.Change, String)] = [
      (.swapped, "swapped"), (.options, "options"), (.incomplete, "incomplete"), (.registered, "registered"),
    ]
    let found = names.filter { change.contains($0.0) }.map(\.1)
    return (found + (change.contains(.anything) && !change.contains(.options) ? ["other_ballots"] : []))
      .joined(separator: " ")
  }

  private var options: [[Cell]] {
    comparison.differences.fields.map { field in
      [.text(field.name)]
        + [
          Int64(field.compared), field.first, field.second, field.net, Int64(field.differing),
          Int64(field.moreSheets), field.moreVotes, Int64(field.fewerSheets), field.fewerVotes,
        ].map(Cell.integer)
    }
  }

  private var coverage: [[Cell]] {
    let rows: [(SheetMatch.Place, String, Bool?)] = [
      (.both, "both", true), (.both, "both", false), (.onlyFirst, "only_first", true),
      (.onlySecond, "only_second", false), (.neither, "neither", nil),
    ]
    return rows.map { place, name, isFirst in
      let group = comparison.group(place, ofFirst: isFirst ?? true)
      let votes = isFirst == nil ? [] : [group.valid, group.a, group.b].map(Cell.integer)
      return [
        .text(name), isFirst.map { .text($0 ? "first" : "second") } ?? .missing, .integer(Int64(group.sheets)),
        .integer(group.registered),
      ] + (votes.isEmpty ? Array(repeating: .missing, count: 3) : votes) + [
        isFirst == nil ? .missing : group.points.map(Cell.number) ?? .missing
      ]
    }
  }

  private var areas: [[Cell]] {
    ([(path: [], it: comparison.all)] + comparison.areas).map { path, it in
      [.text(path.joined(separator: " / "))] + Self.counts.map { .integer($0.value(it)) }
        + [it.changed == 0 ? .missing : .number(it.signs.probability)]
    }
  }
}
