import ModuleKit
import Statistics

/// The tables of what the previous election shows of the shift.
enum PreviousTables {
  /// Which sheets a row is of.
  enum Part: String, CellWord {
    case early, late, tenth

    var text: Text {
      switch self {
      case .early: Text(en: "counted early", es: "contadas antes")
      case .late: Text(en: "counted late", es: "contadas después")
      case .tenth: Text(en: "a tenth, by time of publication", es: "una décima parte, por hora de publicación")
      }
    }
  }

  /// Some sheets today, and with their stations' margins in the previous election.
  struct OrderRow {
    let part: Part, tenth: Int?
    let today, previous: VoteTally
  }

  static let order = TableKind<OrderRow>(
    "previous_order",
    Text(
      en: "The stations in both elections, in the order of today's count",
      es: "Las mesas que están en ambas elecciones, en el orden del conteo de hoy"),
    columns: [
      .init("part", Text(en: "Sheets", es: "Actas")) { $0.part },
      .init("tenth", .number, Text(en: "Tenth", es: "Décima parte")) { $0.tenth },
      .init("sheets", .sheets, Text(en: "Number of sheets", es: "Número de actas")) { $0.today.sheets },
      .init("votes", .votes, Text(en: "Valid votes today", es: "Votos válidos hoy")) { $0.today.valid },
      .init("today_points", .points, Text(en: "Margin today (points)", es: "Margen hoy (puntos)")) {
        points($0.today)
      },
      .init(
        "previous_points", .points,
        Text(en: "Margin in the previous election (points)", es: "Margen en la elección anterior (puntos)")
      ) { points($0.previous) },
      .init("change_points", .points, Text(en: "Change (points)", es: "Variación (puntos)")) { row in
        points(row.today).flatMap { today in points(row.previous).map { today - $0 } }
      },
    ])

  static let projections = TableKind<PreviousProjections.Row>(
    "previous_projection",
    Text(
      en: "The late margin at the stations in both elections, projected in two ways",
      es: "El margen tardío en las mesas que están en ambas elecciones, proyectado de dos maneras"),
    columns: [
      .init("method", Text(en: "From", es: "A partir de")) { $0.method },
      .init("late_sheets", .sheets, Text(en: "Late sheets", es: "Actas tardías")) { $0.late.sheets },
      .init("late_votes", .votes, Text(en: "Late valid votes", es: "Votos válidos tardíos")) { $0.late.valid },
      .init("projected_points", .points, Text(en: "Late margin projected", es: "Margen tardío proyectado")) {
        $0.margin
      },
      .init("low_points", .points, Text(en: "95% interval, from", es: "Intervalo del 95%, desde")) { $0.size.low },
      .init("high_points", .points, Text(en: "95% interval, to", es: "Intervalo del 95%, hasta")) { $0.size.high },
      .init("standard_error", .points, Text(en: "Standard error (points)", es: "Error estándar (puntos)")) {
        $0.error
      },
      .init("degrees", .number, Text(en: "Degrees of freedom", es: "Grados de libertad")) { $0.degrees },
      .init("actual_points", .points, Text(en: "Late margin as it was", es: "Margen tardío real")) { $0.actual },
    ])

  /// The rows of ``order``: what was early, what was late, and the tenths.
  static func order(_ then: PreviousVotes) -> [OrderRow] {
    let it = then.comparison
    return [
      OrderRow(part: .early, tenth: nil, today: it.today.early, previous: it.previous.early),
      OrderRow(part: .late, tenth: nil, today: it.today.late, previous: it.previous.late),
    ] + then.tenths.map { OrderRow(part: .tenth, tenth: $0.number, today: $0.today, previous: $0.previous) }
  }

  private static func points(_ tally: VoteTally) -> Double? { tally.rate.map { 100 * $0 } }
}
