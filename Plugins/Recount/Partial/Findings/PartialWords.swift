import ModuleKit

extension Partial {
  /// What is said of the boxes that nobody recounted, wherever nothing follows for them.
  enum Others {
    /// The refusal, and the sound way; `rest` is the number of those boxes.
    static func refusal<F>(_ rest: any KeyPath<F, Int> & Sendable, _ language: Language) -> Phrase<F> {
      switch language {
      case .english:
        "They cannot be taken for a random sample of the \(rest, .number) boxes nobody recounted: for those, no p-value, no interval and no error rate is given. A sound way would be a fresh random sample of those boxes, the recounted ones as a known stratum, the others ordered by the largest error each can hold."
      case .spanish:
        "No pueden tomarse por una muestra aleatoria de las \(rest, .number) urnas que nadie recontó: para estas no se da ningún valor p, ningún intervalo ni ninguna tasa de error. Una vía sólida sería una nueva muestra por sorteo de esas urnas, con las recontadas como estrato conocido y las demás ordenadas según el mayor error que cabe en cada una."
      }
    }
  }

  /// How several findings are reached.
  enum Method {
    static let comparison = Text(
      en: "comparison of each box's recount with its first count (Lindeman & Stark 2012)",
      es: "comparación del recuento de cada urna con su primer conteo (Lindeman y Stark 2012)")
    static let inversion = Text(
      en: "inversion of the exact hypergeometric test (Buonaccorsi 1987, The American Statistician 41)",
      es: "inversión de la prueba hipergeométrica exacta (Buonaccorsi 1987, The American Statistician 41)")
  }

  /// What the numbers are that several findings state.
  enum Summary {
    static let rest = Text(en: "boxes not recounted", es: "urnas no recontadas")
    static let needed = Text(
      en: "fewest wrong boxes that could account for the lead",
      es: "mínimo de urnas con errores que explicaría la ventaja")
    static let sample = Text(en: "boxes to draw", es: "urnas por sortear")
    static let probability = Text(
      en: "probability of drawing one of them, at least", es: "probabilidad mínima de sortear una de ellas")
    static let differing = Text(
      en: "recounted boxes that differ from their first count",
      es: "urnas recontadas que difieren de su primer conteo")
  }

  /// The numbers of boxes as most findings declare them.
  static func boxes<F>(
    _ total: any KeyPath<F, Int> & Sendable, _ recounted: any KeyPath<F, Int> & Sendable,
    _ rest: any KeyPath<F, Int> & Sendable
  ) -> [FindingKind<F>.Number] {
    [
      .init("total", total, .boxes, Text(en: "all boxes", es: "todas las urnas")),
      .init("recounted", recounted, .boxes, Text(en: "boxes recounted", es: "urnas recontadas")),
      .init("rest", rest, .boxes, Summary.rest),
    ]
  }
}
