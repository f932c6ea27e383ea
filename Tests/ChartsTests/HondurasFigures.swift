import Charts
import Language
import Testing
import Times

/// The figures of the reference workspace, with the numbers as published.
enum HondurasFigures {
  static func instant(_ text: String) throws -> Instant { try #require(Instant(rfc3339: "2017-\(text)-06:00")) }

  static func time(_ from: String, _ to: String) throws -> ClosedRange<Instant> {
    try instant(from + ":00")...instant(to + ":00")
  }

  static func countLine(bulletins: Int = 7, silences: Bool = true) throws -> CountLine {
    let first = try time("11-27T00:00", "11-27T06:00")
    let second = try time("11-28T12:00", "11-28T18:00")
    let all: [CountLine.Bulletin] = [
      .init(
        time: first, lead: 93_975, detail: Text(en: "57.19% of sheets", es: "57.19\u{A0}% de las actas")),
      .init(time: second, lead: 48_388),
      .init(time: try time("11-28T18:00", "11-30T12:00"), lead: 16_679),
      .init(
        time: try time("11-30T12:00", "11-30T12:00"), lead: -32_284,
        detail: Text(en: "10% of votes outstanding", es: "falta el 10\u{A0}% de los votos")),
      .init(
        time: try time("11-30T00:00", "12-01T00:00"), lead: -22_708,
        detail: Text(en: "implied at 88.76%", es: "implícita al 88.76\u{A0}%"), isClaim: true),
      .init(
        time: try time("12-04T00:00", "12-05T00:00"), lead: -52_347,
        detail: Text(en: "provisional", es: "provisional")),
      .init(
        time: try time("12-17T00:00", "12-18T00:00"), lead: -50_446, detail: Text(en: "declared", es: "declarada")),
    ]
    return CountLine(
      above: Text("Nasralla"), below: Text("Hernández"), bulletins: Array(all.prefix(bulletins)),
      silences: silences ? [.init(after: first, before: second)] : [], offset: -6 * 3600)
  }

  static let countCaption = Caption(
    title: Text(
      en: "Honduras 2017: the published lead, bulletin by bulletin",
      es: "Honduras 2017: la ventaja publicada, boletín por boletín"),
    takeaway: Text(
      en: "After 30 to 42 hours without results the lead shrank, and by noon of 30 November it had changed sides.",
      es: "Tras 30 a 42 horas sin resultados la ventaja se redujo y, al mediodía del 30 de noviembre, había cambiado "
        + "de lado."),
    caution: Text(
      en: "A silence is a finding about transparency. It does not show that any result was altered.",
      es: "Un silencio es un hallazgo sobre la transparencia. No muestra que algún resultado haya sido alterado."),
    source: Text(
      en: "bulletins of the electoral court as reported by news media; bars show when each can have been published. "
        + "Reconstruction for training; issued by no mission.",
      es: "boletines del tribunal electoral según la prensa; las barras muestran cuándo pudo publicarse cada uno. "
        + "Reconstrucción para formación; no la publica ninguna misión."))

  static func killed() throws -> SourceClaims {
    typealias Claim = SourceClaims.Claim
    func claim(
      _ source: String, _ day: String, approximately: Bool = false, _ value: Int,
      _ qualifier: SourceClaims.Qualifier = .exact, apart: Bool = false
    ) throws -> Claim {
      Claim(
        source: Text(source), published: try #require(Day(iso: day)), isDayApproximate: approximately, value: value,
        qualifier: qualifier, isComparable: !apart)
    }
    return SourceClaims(
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

  static let killedCaption = Caption(
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
