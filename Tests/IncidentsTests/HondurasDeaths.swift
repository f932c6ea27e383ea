import Charts
import ModuleKit
import TestSupport
import Testing

@testable import Incidents

/// What sources stated of the deaths in the reference workspace, with the numbers as published.
enum HondurasDeaths {
  static func figure() throws -> Figure { try #require(try claims().figure(id: "killed", caption: caption)) }

  static func claims() throws -> SourceClaims {
    SourceClaims(
      measure: Text(en: "People killed, as stated by each source", es: "Personas muertas, según cada fuente"),
      claims: [
        try claim("Public Prosecutor", "2018-01-03", approximately: true, 24),
        try claim("COFADEH", "2018-01-03", approximately: true, 30),
        try claim("Forensic Medicine", "2018-01-04", 24),
        try claim("CONADEH", "2018-01-09", 31),
        try claim("ACI Participa", "2018-01-25", approximately: true, 33),
        try claim("Coalition", "2018-01-25", approximately: true, 33),
        try claim("OHCHR", "2018-03-12", 23, .atLeast),
        try claim("COFADEH", "2017-12-06", 14, apart: true),
        try claim("Amnesty International", "2017-12-08", approximately: true, 14, .atLeast, apart: true),
        try claim("CONADEH", "2017-12-18", approximately: true, 16, apart: true),
        try claim("National Police", "2017-12-18", approximately: true, 3, apart: true),
        try claim("Coalition", "2018-02-22", approximately: true, 38, apart: true),
        try claim("Forensic Medicine", "2018-03-12", 27, apart: true),
      ], range: .init(low: 23, high: 33, isOpen: true),
      apart: Text(en: "Not compared: another period", es: "Sin comparar: otro período"))
  }

  private static func claim(
    _ source: String, _ day: String, approximately: Bool = false, _ value: Int,
    _ qualifier: SourceClaims.Qualifier = .exact, apart: Bool = false
  ) throws -> SourceClaims.Claim {
    let published = try #require(Day(iso: day))
    return .init(
      source: Text(source), published: published, isDayApproximate: approximately, value: value, qualifier: qualifier,
      isComparable: !apart)
  }

  static let caption = Caption(
    title: Text(
      en: "Deaths after the election: what each source states",
      es: "Muertes después de las elecciones: lo que afirma cada fuente"),
    takeaway: Text(
      en: "Sources that cover the same period state from 23 to 33 deaths; one of them says “at least”.",
      es: "Las fuentes que cubren el mismo período afirman entre 23 y 33 muertes; una de ellas dice «al menos»."),
    caution: Text(
      en: "Definitions differ between sources. No number is adopted here.",
      es: "Las definiciones difieren entre las fuentes. Aquí no se adopta ninguna cifra."),
    source: Text(
      en: "statements as published or reported; every row is in the table of claims.",
      es: "declaraciones según se publicaron o difundieron; cada fila está en la tabla de afirmaciones."))
}
