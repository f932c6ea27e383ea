/// A kind of word that decides what a mission cannot know.
enum DecidingWord {
  /// Who won, as a noun or an adjective.
  case winner
  /// Winning, as a verb.
  case winning
  /// Losing, which decides only beside an election.
  case losing
  /// Fraud and its like.
  case fraud
  /// Theft.
  case theft
  /// Change of what was counted or written.
  case change
  /// Legitimate or not, which decides beside a result or an office.
  case legitimate

  init?(_ plain: String) {
    let kind = Self.exact[plain] ?? Self.stems.first { plain.hasPrefix($0.stem) }?.kind
    guard let kind else { return nil }
    self = kind
  }

  private static let stems: [(stem: String, kind: Self)] = [
    ("ganador", .winner), ("vencedor", .winner), ("triunf", .winner), ("triumph", .winner), ("victorio", .winner),
    ("derrot", .winning), ("defeat", .winning),
    ("fraud", .fraud), ("defraud", .fraud), ("amañ", .fraud), ("rigg", .fraud), ("cheat", .fraud),
    ("falsific", .fraud), ("falsif", .fraud), ("tamper", .fraud), ("adulter", .fraud), ("ilegitim", .fraud),
    ("illegitima", .fraud), ("manipul", .change), ("alterac", .change), ("alterat", .change), ("legitim", .legitimate),
  ]

  private static let exact: [String: Self] = {
    let words: [(Self, String)] = [
      (.winner, "winner winners victor victors victory victories victoria victorias"),
      (.winning, "win wins won winning gano ganaron gana ganan ganado ganaba ganar ganaria ganando"),
      (.winning, "vencio vencieron vencen vence"),
      (.losing, "lost loses lose losing perdio perdieron pierde perder perdido"),
      (.fraud, "rig rigs forged forgery forgeries doctored trampa trampas tramposo tramposa tramposos"),
      (.theft, "steal steals stole stolen stealing robo robos robaron roban robar robado robada robados robadas"),
      (.theft, "robando hurtaron usurpo usurparon usurped usurp"),
      (.change, "alter alters altered altering altero alteraron altera alteran alterar alterado alterada alterados"),
      (.change, "alteradas alterando"),
    ]
    return words.reduce(into: [:]) { out, entry in
      for word in entry.1.split(separator: " ") { out[String(word)] = entry.0 }
    }
  }()

  /// Whether the word at `index` speaks of something else than the election: votes that a side got, a vehicle that was
  /// stolen, a timetable that was changed, a concern that is legitimate.
  func isHarmless(at index: Int, in clause: [WordingToken]) -> Bool {
    let ahead = clause[(index + 1)...].prefix(6)
    let around = clause[max(0, index - 5)..<index] + ahead
    switch self {
    case .winner, .fraud: return false
    case .winning:
      guard let object = ahead.first(where: { Self.contests.contains($0.plain) || Self.isMeasure($0) }) else {
        return ahead.contains { Self.otherPrizes.contains($0.plain) }
      }
      return Self.isMeasure(object)
    case .losing: return !ahead.contains { Self.contests.contains($0.plain) }
    case .theft:
      return around.contains { Self.belongings.contains($0.plain) }
        && !around.contains { Self.results.contains($0.plain) }
    case .change:
      return around.contains { Self.arrangements.contains($0.plain) }
        && !around.contains { Self.results.contains($0.plain) }
    case .legitimate:
      let beside = clause[max(0, index - 2)..<index] + clause[(index + 1)...].prefix(2)
      return !beside.contains { Self.results.contains($0.plain) || Self.offices.contains($0.plain) }
    }
  }

  private static func words(_ text: String) -> Set<String> { Set(text.split(separator: " ").map(String.init)) }

  /// Whether `token` measures what a side got; a year does not.
  private static func isMeasure(_ token: WordingToken) -> Bool {
    if token.isNumber { return Int(token.plain).map { !(1900...2100).contains($0) } ?? true }
    return measures.contains(token.plain)
  }

  private static let contests = words(
    "election elections presidency vote race contest runoff office mayoralty power eleccion elecciones presidencia "
      + "comicios contienda alcaldia votacion")
  private static let measures = words(
    "votes seats percent share points half ground support municipalities departments votos escaños ventaja terreno "
      + "apoyo puntos mitad diputaciones regidurias municipios departamentos")
  private static let otherPrizes = words(
    "contract tender bid match prize award appeal case access time praise contrato licitacion premio juicio recurso "
      + "tiempo confianza acceso experiencia amparo")
  private static let belongings = words(
    "laptop laptops phone phones vehicle vehicles car motorcycle money computer computers camera cameras equipment kit "
      + "kits box boxes papers suitcase generator vehiculo vehiculos telefono telefonos carro moto motocicleta dinero "
      + "computadora computadoras equipo equipos urna urnas maleta maletas papeletas camara generador tablets banco "
      + "bank tienda tiendas shops goods")
  private static let arrangements = words(
    "timetable schedule calendar agenda hours route plan order format layout horario calendario cronograma orden "
      + "agenda ruta plan formato trafico traffic")
  private static let results = words(
    "election elections result results sheet sheets vote votes count tally tallies outcome figures returns will "
      + "eleccion elecciones resultado resultados acta actas voto votos conteo escrutinio computo cifras voluntad "
      + "comicios")
  private static let offices = words(
    "president presidency government winner authority presidente presidenta presidencia gobierno ganador autoridad "
      + "mandatario")
}
