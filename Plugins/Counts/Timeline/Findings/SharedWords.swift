import ModuleKit

extension Timeline {
  /// What several findings do not show.
  enum Caution {
    static let publishedOnly = Text(
      en: "A partial count shows what had been counted, not how the rest would fall.",
      es: "Un conteo parcial muestra lo ya contado, no cómo se repartiría el resto.")
    static let lateCount = Text(
      en: "A late shift may come from which places report late. Sheets by place would decide; the lead alone cannot.",
      es:
        "Un cambio tardío puede deberse a qué lugares informan tarde. Lo decidirían las actas por lugar; la ventaja sola no puede."
    )
    static let silence = Text(
      en:
        "A silence is a failure of transparency, not evidence of alteration; undisputed elections have had silences too.",
      es:
        "Un silencio es una falta de transparencia, no una prueba de alteración; también los ha habido en elecciones no disputadas."
    )
    static let hindsight = Text(
      en: "Nobody could know this at the hour: the total was declared later.",
      es: "Nadie podía saberlo en ese momento: el total se declaró después.")
  }

  /// What is assumed of outstanding sheets, in words that follow what rests on it: `sizes` are their votes relative to
  /// counted ones.
  static func condition(_ sizes: ClosedRange<Double>) -> Text {
    let times = Quantity(
      nil, .number, low: sizes.lowerBound, high: sizes.upperBound, interval: .assumptionRange([]))
    return Text(
      en: ", if outstanding sheets held \(times.number(.english)) times as many votes as counted ones",
      es: ", si las actas pendientes contenían \(times.number(.spanish)) veces los votos de las contadas")
  }

  /// What is assumed of the votes between two bulletins, in words that follow what rests on it; empty where nothing is.
  static func condition(of votes: Quantity, _ sizes: ClosedRange<Double>) -> Text {
    guard case .assumptionRange(let assumptions)? = votes.interval else { return Text("") }
    if assumptions.contains(where: { $0.name == "size" }) { return condition(sizes) }
    return Text(
      en: ", within the decimals of the printed shares", es: ", dentro de los decimales de los porcentajes impresos")
  }

  /// How several findings are reached.
  enum Method {
    static let differences = Text(
      en: "differences of published figures (ACE Encyclopaedia, results management)",
      es: "diferencias entre cifras publicadas (Enciclopedia ACE, gestión de resultados)")
    static let remaining = Text(
      en: "remaining-vote arithmetic: Docs/methods/counts.md, “Remaining vote”",
      es: "aritmética del voto restante: Docs/es/methods/counts.md, «Voto restante»")
    static let captures = Text(
      en: "captures of the published count, their times as intervals: Docs/methods/counts.md, “Captures”",
      es: "capturas del conteo publicado, con sus horas como intervalos: Docs/es/methods/counts.md, «Capturas»")
    static let sheetTimes = Text(
      en:
        "sheets in the order of their publication, those of one time as one batch: Docs/methods/counts.md, “Sheets in time”",
      es:
        "actas en el orden de su publicación, las de una misma hora como un lote: Docs/es/methods/counts.md, «Actas en el tiempo»"
    )
  }
}
