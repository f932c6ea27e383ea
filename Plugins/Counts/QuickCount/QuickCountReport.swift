import ModuleKit
import Statistics

/// The tables of `counts.quick_count`.
enum QuickCountReport {
  /// An estimate: the share of an option, or its lead over another, in an area or in all.
  struct EstimateRow {
    let area: String?
    let option: Contest.Option
    let over: Contest.Option?
    let units: Int
    let answer: SampleShares.Answer
  }

  /// What there is of a stratum, and what came in of it.
  struct StratumRow {
    let name: String
    let stations: Int
    /// nil where nobody says which stations were drawn.
    let drawn: Int?
    let received, used: Int
    let units, unitsUsed: Int

    /// The strata of `frame`, in their order.
    static func all(_ incoming: IncomingSample, _ frame: SampleFrame) -> [StratumRow] {
      var unitsUsed = frame.names.map { _ in 0 }
      for stratum in incoming.strata { unitsUsed[stratum] += 1 }
      return frame.names.indices.map { stratum in
        StratumRow(
          name: frame.names[stratum], stations: frame.stations[stratum], drawn: incoming.drawn?[stratum],
          received: incoming.received[stratum], used: incoming.used[stratum], units: frame.units[stratum],
          unitsUsed: unitsUsed[stratum])
      }
    }

    /// The sheets used, in percent of the stations drawn.
    var response: Double? {
      guard let drawn, drawn > 0 else { return nil }
      return 100 * Double(used) / Double(drawn)
    }
  }

  /// The official share of an option, or its lead over another, beside the sample's.
  struct ComparisonRow {
    let option: Contest.Option
    let over: Contest.Option?
    let line: OfficialComparison.Line
    /// The sample's less the official one, with its interval; nil where that is not tested.
    let difference: SampleShares.Answer?
    let shift: SampleShares.Answer?
  }

  static let estimates = TableKind<EstimateRow>(
    "estimates", Text(en: "Estimates from the sample", es: "Estimaciones por la muestra"),
    columns: [
      .init("area", Text(en: "Area; all where empty", es: "Zona; todas si está vacío")) { $0.area },
      .init("option", Text(en: "Option", es: "Opción")) { $0.option },
      .init("over", Text(en: "Lead over; share where empty", es: "Ventaja sobre; proporción si está vacío")) {
        $0.over
      },
      .init("units", .number, Text(en: "Units in the sample", es: "Unidades de la muestra")) { $0.units },
      .init("percent", Text(en: "Estimate (% or points)", es: "Estimación (% o puntos)")) { $0.answer.value },
      .init("standard_error", .points, Text(en: "Standard error (points)", es: "Error estándar (puntos)")) {
        $0.answer.standardError
      },
      .init("low", Text(en: "Interval, low end", es: "Intervalo, extremo inferior")) { $0.answer.interval?.lowerBound },
      .init("high", Text(en: "Interval, high end", es: "Intervalo, extremo superior")) {
        $0.answer.interval?.upperBound
      },
      .init(
        "uncorrected_error", .points,
        Text(
          en: "Standard error without the correction for finite strata (points)",
          es: "Error estándar sin la corrección por estratos finitos (puntos)")
      ) { $0.answer.uncorrectedError },
      .init("degrees", .number, Text(en: "Degrees of freedom", es: "Grados de libertad")) { $0.answer.degrees },
    ])

  /// The bounds of the share of an option, or of its lead over another, whatever the missing sheets hold.
  struct WorstCaseRow {
    let option: String
    let over: String?
    let bounds: ClosedRange<Double>
  }

  static let worstCase = TableKind<WorstCaseRow>(
    "worst_case", Text(en: "Whatever the missing sheets hold", es: "Contengan lo que contengan las actas que faltan"),
    columns: [
      .init("option", Text(en: "Option", es: "Opción")) { $0.option },
      .init("over", Text(en: "Lead over; share where empty", es: "Ventaja sobre; proporción si está vacío")) {
        $0.over
      },
      .init("low", Text(en: "At least (% or points)", es: "Como mínimo (% o puntos)")) { $0.bounds.lowerBound },
      .init("high", Text(en: "At most (% or points)", es: "Como máximo (% o puntos)")) { $0.bounds.upperBound },
    ])

  static let strata = TableKind<StratumRow>(
    "strata", Text(en: "What came in, by stratum", es: "Lo recibido, por estrato"),
    columns: [
      .init("stratum", Text(en: "Stratum", es: "Estrato")) { $0.name },
      .init("stations", .stations, Text(en: "Stations there are", es: "Mesas existentes")) { $0.stations },
      .init("drawn", .stations, Text(en: "Stations drawn", es: "Mesas sorteadas")) { $0.drawn },
      .init(
        "received", .stations, Text(en: "Stations of which a sheet came in", es: "Mesas con acta recibida")
      ) { $0.received },
      .init("used", .sheets, Text(en: "Sheets used", es: "Actas utilizadas")) { $0.used },
      .init(
        "response_percent", .percent, Text(en: "Used of those drawn (%)", es: "Utilizadas de las sorteadas (%)")
      ) { $0.response },
      .init("units", .number, Text(en: "Units there are", es: "Unidades existentes")) { $0.units },
      .init("units_used", .number, Text(en: "Units in the sample", es: "Unidades de la muestra")) { $0.unitsUsed },
    ])

  static let comparison = TableKind<ComparisonRow>(
    "comparison", Text(en: "The sample and the official count", es: "La muestra y el cómputo oficial"),
    columns: [
      .init("option", Text(en: "Option", es: "Opción")) { $0.option },
      .init("over", Text(en: "Lead over; share where empty", es: "Ventaja sobre; proporción si está vacío")) {
        $0.over
      },
      .init("official", Text(en: "Official (% or points)", es: "Oficial (% o puntos)")) { 100 * $0.line.official },
      .init("sample", Text(en: "Sample, same stations", es: "Muestra, mismas mesas")) { 100 * $0.line.sample.value },
      .init("difference", .points, Text(en: "Sample less official (points)", es: "Muestra menos oficial (puntos)")) {
        100 * ($0.line.sample.value - $0.line.official)
      },
      .init("difference_low", .points, Text(en: "Low end", es: "Extremo inferior")) {
        $0.difference?.interval?.lowerBound
      },
      .init("difference_high", .points, Text(en: "High end", es: "Extremo superior")) {
        $0.difference?.interval?.upperBound
      },
      .init(
        "shift", .points,
        Text(
          en: "Change if all sheets read as the sample's (points)",
          es: "Cambio si todas las actas fueran como las de la muestra (puntos)")
      ) { 100 * $0.line.shift.value },
      .init("shift_low", .points, Text(en: "Low end", es: "Extremo inferior")) { $0.shift?.interval?.lowerBound },
      .init("shift_high", .points, Text(en: "High end", es: "Extremo superior")) { $0.shift?.interval?.upperBound },
    ])
}
