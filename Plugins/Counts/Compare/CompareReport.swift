import ModuleKit
import Statistics

/// The tables of `counts.compare`.
struct CompareReport {
  /// The tracks that a sheet is on.
  enum On: String, CellWord {
    case both
    case onlyFirst = "only_first"
    case onlySecond = "only_second"
    case neither

    var text: Text {
      switch self {
      case .both: Text(en: "both tracks", es: "ambas fuentes")
      case .onlyFirst: Text(en: "the first alone", es: "solo la primera")
      case .onlySecond: Text(en: "the second alone", es: "solo la segunda")
      case .neither: Text(en: "neither", es: "ninguna")
      }
    }

    var place: SheetMatch.Place {
      switch self {
      case .both: .both
      case .onlyFirst: .onlyFirst
      case .onlySecond: .onlySecond
      case .neither: .neither
      }
    }
  }

  /// One of the two tracks.
  enum Side: String, CellWord {
    case first, second

    var text: Text {
      switch self {
      case .first: Text(en: "the first track", es: "la primera fuente")
      case .second: Text(en: "the second track", es: "la segunda fuente")
      }
    }
  }

  /// A sheet of both tracks, by its place among those.
  struct DifferenceRow {
    let comparison: TrackComparison
    let place: Int

    private var match: SheetMatch { comparison.match }
    private var item: SheetMatch.Item { comparison.differences.items[place] }
    private var change: SheetDifferences.Change { comparison.differences.changes[place] }

    var sheet: String { match.first.keys[Int(item.first)] ?? "" }

    /// The name of its finest area; nil where sheets name no areas.
    var area: String? {
      let areas = match.first.areas
      return areas.levels.indices.last.map { areas.units[$0][areas.unit($0, Int(item.first))].name }
    }

    /// By how many votes the margin is larger on the first track; nil where it is not known on both.
    var margin: Int64? { change.contains(.margin) ? comparison.differences.margins[place] : nil }

    /// The votes of one of the two leading options, on the first track or on the second.
    func votes(_ option: KeyPath<LeadingPair, Int>, ofFirst isFirst: Bool) -> Int64? {
      guard let option = comparison.pair?[keyPath: option] else { return nil }
      return isFirst
        ? match.first.votes[option][Int(item.first)] : match.second.votes[option][Int(item.second)]
    }

    /// What differs, as words.
    var kind: String {
      let names: [(SheetDifferences.Change, String)] = [
        (.swapped, "swapped"), (.options, "options"), (.incomplete, "incomplete"),
        (.registered, "registered"),
      ]
      let found = names.filter { change.contains($0.0) }.map(\.1)
      return
        (found
        + (change.contains(.anything) && !change.contains(.options) ? ["other_ballots"] : []))
        .joined(separator: " ")
    }
  }

  /// The sheets that are on some tracks, with the votes of one of them.
  struct CoverageRow {
    let on: On
    /// Whose votes they are; nil where the sheets are on neither track.
    let side: Side?
    let group: TrackComparison.Group

    init(_ on: On, _ side: Side?, _ comparison: TrackComparison) {
      (self.on, self.side) = (on, side)
      group = comparison.group(on.place, ofFirst: side != .second)
    }

    /// The votes of the track; nil where the sheets are on neither.
    var votes: TrackComparison.Group? { side == nil ? nil : group }
  }

  /// The directions of the differences by the areas of a level; by sheets where it is nil.
  struct SignRow {
    let level: String?
    let test: SignTest
  }

  /// An area, by its path; all of them where that is empty.
  struct AreaRow {
    let path: [String]
    let it: AreaComparison
  }

  static let tables: [any AnyTableKind] = [differences, options, coverage, areas, signs]

  private static let differences = TableKind<DifferenceRow>(
    "differences", Text(en: "Sheets that differ", es: "Actas que difieren"),
    columns: [
      .init("sheet", Text(en: "Sheet", es: "Acta")) { $0.sheet },
      .init("area", Text(en: "Area", es: "Área")) { $0.area },
      .init(
        "margin_change", .votes,
        Text(en: "Margin, first less second", es: "Margen, primera menos segunda")
      ) {
        $0.margin
      },
      .init("first_a", .votes, firstA) { $0.votes(\.a, ofFirst: true) },
      .init("first_b", .votes, firstB) { $0.votes(\.b, ofFirst: true) },
      .init("second_a", .votes, secondA) { $0.votes(\.a, ofFirst: false) },
      .init("second_b", .votes, secondB) { $0.votes(\.b, ofFirst: false) },
      .init("kind", Text(en: "What differs", es: "Qué difiere")) { $0.kind },
    ])

  private static let options = TableKind<FieldChange>(
    "options",
    Text(
      en: "Field by field, on sheets of both tracks", es: "Campo a campo, en actas de ambas fuentes"
    ),
    columns: [
      .init("field", Text(en: "Option or field", es: "Opción o campo")) { $0.field },
      .init("compared", .sheets, Text(en: "Sheets compared", es: "Actas comparadas")) {
        $0.compared
      },
      .init("first", Text(en: "First track", es: "Primera fuente")) { $0.first },
      .init("second", Text(en: "Second track", es: "Segunda fuente")) { $0.second },
      .init("net", Text(en: "First less second", es: "Primera menos segunda")) { $0.net },
      .init("differing", .sheets, Text(en: "Sheets that differ", es: "Actas que difieren")) {
        $0.differing
      },
      .init(
        "more_sheets", .sheets,
        Text(en: "Sheets with more on the first", es: "Actas con más en la primera")
      ) { $0.moreSheets },
      .init("more_votes", Text(en: "Votes more", es: "Votos de más")) { $0.moreVotes },
      .init("fewer_sheets", .sheets, Text(en: "Sheets with fewer", es: "Actas con menos")) {
        $0.fewerSheets
      },
      .init("fewer_votes", Text(en: "Votes fewer", es: "Votos de menos")) { $0.fewerVotes },
    ])

  private static let coverage = TableKind<CoverageRow>(
    "coverage",
    Text(en: "Sheets by the tracks that have them", es: "Actas según las fuentes que las tienen"),
    columns: [
      .init("on", Text(en: "On", es: "En")) { $0.on },
      .init("figures_of", Text(en: "Figures of", es: "Cifras de")) { $0.side },
      .init("sheets", .sheets, Text(en: "Sheets", es: "Actas")) { $0.group.sheets },
      .init("registered", .people, Text(en: "Registered", es: "Inscritos")) { $0.group.registered },
      .init("valid", .votes, Text(en: "Valid votes", es: "Votos válidos")) { $0.votes?.valid },
      .init("votes_a", .votes, Text(en: "First option", es: "Primera opción")) { $0.votes?.a },
      .init("votes_b", .votes, Text(en: "Second option", es: "Segunda opción")) { $0.votes?.b },
      .init("margin_points", .points, Text(en: "Margin (points)", es: "Margen (puntos)")) {
        $0.votes?.points
      },
    ])

  private static let areas = TableKind<AreaRow>(
    "areas", Text(en: "By area", es: "Por área"),
    columns: [
      .init("area", Text(en: "Area; all where empty", es: "Área; todas si está vacío")) {
        $0.path.joined(separator: " / ")
      },
      .init("known", .sheets, Text(en: "Sheets known", es: "Actas conocidas")) { $0.it.known },
      .init("both", .sheets, Text(en: "On both tracks", es: "En ambas fuentes")) { $0.it.both },
      .init("only_first", .sheets, Text(en: "On the first alone", es: "Solo en la primera")) {
        $0.it.onlyFirst
      },
      .init("only_second", .sheets, Text(en: "On the second alone", es: "Solo en la segunda")) {
        $0.it.onlySecond
      },
      .init("neither", .sheets, Text(en: "On neither", es: "En ninguna")) { $0.it.neither },
      .init("first_a", .votes, firstA) { $0.it.first.a },
      .init("first_b", .votes, firstB) { $0.it.first.b },
      .init("second_a", .votes, secondA) { $0.it.second.a },
      .init("second_b", .votes, secondB) { $0.it.second.b },
      .init("identical", .sheets, Text(en: "Same votes", es: "Mismos votos")) { $0.it.identical },
      .init("differing", .sheets, Text(en: "Other votes", es: "Otros votos")) { $0.it.differing },
      .init("incomplete", .sheets, Text(en: "Compared in part", es: "Comparadas en parte")) {
        $0.it.incomplete
      },
      .init("anything", .sheets, Text(en: "Any field differs", es: "Difiere algún campo")) {
        $0.it.anything
      },
      .init("margin_changed", .sheets, Text(en: "Margin differs", es: "Difiere el margen")) {
        $0.it.changed
      },
      .init(
        "favour_a_sheets", .sheets,
        Text(en: "Better for the first option", es: "A favor de la primera opción")
      ) { $0.it.favourA.sheets },
      .init("favour_a_votes", .votes, Text(en: "by votes", es: "por votos")) {
        $0.it.favourA.votes
      },
      .init(
        "favour_b_sheets", .sheets,
        Text(en: "Better for the second option", es: "A favor de la segunda opción")
      ) { $0.it.favourB.sheets },
      .init("favour_b_votes", .votes, Text(en: "by votes", es: "por votos")) {
        $0.it.favourB.votes
      },
      .init("net", .votes, Text(en: "Net", es: "Neto")) { $0.it.net },
      .init("ten", .sheets, Text(en: "10 votes or more", es: "10 votos o más")) { $0.it.ten },
      .init("hundred", .sheets, Text(en: "100 votes or more", es: "100 votos o más")) {
        $0.it.hundred
      },
      .init("swapped", .sheets, Text(en: "Swapped", es: "Intercambiados")) { $0.it.swapped },
      .init("registered", .sheets, Text(en: "Another register", es: "Otro número de inscritos")) {
        $0.it.registered
      },
      .init("sign_probability", .share, Text(en: "Sign test", es: "Prueba de los signos")) {
        $0.it.changed == 0 ? nil : $0.it.signs.probability
      },
    ])

  private static let signs = TableKind<SignRow>(
    "signs", Text(en: "Directions, level by level", es: "Direcciones, nivel por nivel"),
    columns: [
      .init("level", Text(en: "Level (empty: sheets)", es: "Nivel (vacío: actas)")) { $0.level },
      .init("favour_a", Text(en: "In favour of the first option", es: "A favor de la primera opción")) {
        $0.test.plus
      },
      .init("favour_b", Text(en: "In favour of the second option", es: "A favor de la segunda opción")) {
        $0.test.minus
      },
      .init("sign_probability", .share, Text(en: "Sign test", es: "Prueba de los signos")) {
        $0.test.plus + $0.test.minus == 0 ? nil : $0.test.probability
      },
    ])

  private static let firstA = Text(
    en: "First track, first option", es: "Primera fuente, primera opción")
  private static let firstB = Text(
    en: "First track, second option", es: "Primera fuente, segunda opción")
  private static let secondA = Text(
    en: "Second track, first option", es: "Segunda fuente, primera opción")
  private static let secondB = Text(
    en: "Second track, second option", es: "Segunda fuente, segunda opción")

  private let comparison: TrackComparison

  init(_ comparison: TrackComparison) { self.comparison = comparison }

  func add(to findings: inout Findings) throws {
    try findings.add(
      Self.differences, differing.lazy.map { DifferenceRow(comparison: comparison, place: $0) })
    try findings.add(Self.options, comparison.differences.fields)
    let rows: [(On, Side?)] = [
      (.both, .first), (.both, .second), (.onlyFirst, .first), (.onlySecond, .second),
      (.neither, nil),
    ]
    try findings.add(Self.coverage, rows.map { CoverageRow($0, $1, comparison) })
    try findings.add(
      Self.areas,
      [AreaRow(path: [], it: comparison.all)]
        + comparison.areas.map { AreaRow(path: $0.path, it: $0.it) })
    let byLevel = comparison.areaSigns.map { SignRow(level: $0.level, test: $0.test) }
    try findings.add(
      Self.signs, comparison.pair == nil ? [] : [SignRow(level: nil, test: comparison.all.signs)] + byLevel)
  }

  /// Every sheet that differs in anything: by the size of the difference of the margin, then in the first track's order.
  private var differing: [Int] {
    let it = comparison.differences
    let others = it.changes.indices.filter {
      it.margins[$0] == 0
        && !it.changes[$0].isDisjoint(with: [.anything, .registered, .incomplete])
    }
    return comparison.ranked + others
  }
}
