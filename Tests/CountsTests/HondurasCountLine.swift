import Charts
import ModuleKit
import Testing

@testable import Counts

/// The count line of the reference workspace, with the numbers as published.
enum HondurasCountLine {
  static func instant(_ text: String) throws -> Instant { try #require(Instant(rfc3339: "2017-\(text)-06:00")) }

  static func time(_ from: String, _ to: String) throws -> ClosedRange<Instant> {
    try instant(from + ":00")...instant(to + ":00")
  }

  /// The first so many bulletins, and the silence between the first two.
  static func line(bulletins: Int = 7) throws -> CountLine {
    let first = try time("11-27T00:00", "11-27T06:00")
    let second = try time("11-28T12:00", "11-28T18:00")
    let all: [CountLine.Bulletin] = [
      .init(
        time: first, lead: 93_975, detail: Text(en: "57.19% of sheets", es: "57.19% de las actas")),
      .init(time: second, lead: 48_388),
      .init(time: try time("11-28T18:00", "11-30T12:00"), lead: 16_679),
      .init(
        time: try time("11-30T12:00", "11-30T12:00"), lead: -32_284,
        detail: Text(en: "10% of votes outstanding", es: "falta el 10% de los votos")),
      .init(
        time: try time("11-30T00:00", "12-01T00:00"), lead: -22_708,
        detail: Text(en: "implied at 88.76%", es: "implícita al 88.76%"), isClaim: true),
      .init(
        time: try time("12-04T00:00", "12-05T00:00"), lead: -52_347,
        detail: Text(en: "provisional", es: "provisional")),
      .init(
        time: try time("12-17T00:00", "12-18T00:00"), lead: -50_446, detail: Text(en: "declared", es: "declarada")),
    ]
    return CountLine(
      above: Text("Nasralla"), below: Text("Hernández"), bulletins: Array(all.prefix(bulletins)),
      silences: bulletins > 1 ? [.init(after: first, before: second)] : [], offset: -6 * 3600)
  }

  static func figure(bulletins: Int = 7) throws -> Figure {
    try #require(try line(bulletins: bulletins).figure(id: "count_line", caption: caption))
  }

  static let caption = Caption(
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
}
