import ModuleKit
import Statistics

/// The tables of `counts.quick_count`.
enum QuickCountReport {
  static let tables = [estimates, strata, comparison]

  static let estimates = CodedTable(
    "estimates", Text(en: "Estimates from the sample", es: "Estimaciones por la muestra"),
    columns: [
      .init("area", .text, Text(en: "Area; all where empty", es: "Zona; todas si está vacío")),
      .init("option", .text, Text(en: "Option", es: "Opción")),
      .init("over", .text, Text(en: "Lead over; share where empty", es: "Ventaja sobre; proporción si está vacío")),
      .init("units", .integer, Text(en: "Units in the sample", es: "Unidades de la muestra")),
      .init("percent", .number, Text(en: "Estimate (% or points)", es: "Estimación (% o puntos)")),
      .init("standard_error", .number, Text(en: "Standard error (points)", es: "Error estándar (puntos)")),
      .init("low", .number, Text(en: "Interval, low end", es: "Intervalo, extremo inferior")),
      .init("high", .number, Text(en: "Interval, high end", es: "Intervalo, extremo superior")),
      .init(
        "uncorrected_error", .number,
        Text(
          en: "Standard error without the correction for finite strata (points)",
          es: "Error estándar sin la corrección por estratos finitos (puntos)")),
    ])

  static let strata = CodedTable(
    "strata", Text(en: "What came in, by stratum", es: "Lo recibido, por estrato"),
    columns: [
      .init("stratum", .text, Text(en: "Stratum", es: "Estrato")),
      .init("stations", .integer, Text(en: "Stations there are", es: "Mesas existentes")),
      .init("drawn", .integer, Text(en: "Stations drawn", es: "Mesas sorteadas")),
      .init("received", .integer, Text(en: "Stations of which a sheet came in", es: "Mesas con acta recibida")),
      .init("used", .integer, Text(en: "Sheets used", es: "Actas utilizadas")),
      .init("response_percent", .number, Text(en: "Used of those drawn (%)", es: "Utilizadas de las sorteadas (%)")),
      .init("units", .integer, Text(en: "Units there are", es: "Unidades existentes")),
      .init("units_used", .integer, Text(en: "Units in the sample", es: "Unidades de la muestra")),
    ])

  static let comparison = CodedTable(
    "comparison", Text(en: "The sample and the official count", es: "La muestra y el cómputo oficial"),
    columns: [
      .init("option", .text, Text(en: "Option", es: "Opción")),
      .init("over", .text, Text(en: "Lead over; share where empty", es: "Ventaja sobre; proporción si está vacío")),
      .init("official", .number, Text(en: "Official (% or points)", es: "Oficial (% o puntos)")),
      .init("sample", .number, Text(en: "Sample, same stations", es: "Muestra, mismas mesas")),
      .init("difference", .number, Text(en: "Sample less official (points)", es: "Muestra menos oficial (puntos)")),
      .init("difference_low", .number, Text(en: "Low end", es: "Extremo inferior")),
      .init("difference_high", .number, Text(en: "High end", es: "Extremo superior")),
      .init(
        "shift", .number,
        Text(
          en: "Change if all sheets read as the sample's (points)",
          es: "Cambio si todas las actas fueran como las de la muestra (puntos)")),
      .init("shift_low", .number, Text(en: "Low end", es: "Extremo inferior")),
      .init("shift_high", .number, Text(en: "High end", es: "Extremo superior")),
    ])

  static func strata(_ incoming: IncomingSample, _ frame: SampleFrame) throws -> Table {
    var units = frame.names.map { _ in 0 }
    for stratum in incoming.strata { units[stratum] += 1 }
    return try strata.table(
      frame.names.indices.map { stratum in
        let drawn = incoming.drawn?[stratum]
        let used = incoming.used[stratum]
        let response = drawn.flatMap { $0 > 0 ? Cell.number(100 * Double(used) / Double($0)) : nil }
        return [
          .text(frame.names[stratum]), .integer(Int64(frame.stations[stratum])),
          drawn.map { .integer(Int64($0)) } ?? .missing, .integer(Int64(incoming.received[stratum])),
          .integer(Int64(used)), response ?? .missing, .integer(Int64(frame.units[stratum])),
          .integer(Int64(units[stratum])),
        ]
      })
  }
}
