import ModuleKit

extension Detect {
  /// What several findings do not show.
  enum Caution {
    static let equalBoxes = Text(
      en:
        "Equal boxes are optimistic: fewer large boxes can account for as much, and then more must be drawn. Order boxes by the largest error each can hold. A draw that meets no wrong box does not show that none is wrong.",
      es:
        "Suponer urnas iguales es optimista: menos urnas grandes pueden explicar lo mismo, y entonces hay que sortear más. Conviene ordenarlas según el mayor error que cabe en cada una. Un sorteo que no da con errores no muestra que no los haya."
    )
    static let twoBounds = Text(
      en: "Where two bounds are given, both together hold at a lower level.",
      es: "Donde se dan dos límites, los dos juntos valen con un nivel menor.")
  }

  /// How several findings are reached.
  enum Method {
    static let detection = Text(
      en:
        "B = ⌈lead/e⌉, e = 2 s v, v the votes of an equal box, s the share of them on the wrong side (at most all, s = 1); smallest n with C(N−B, n)/C(N, n) ≤ risk (Aslam, Popa & Rivest 2007, EVT)",
      es:
        "B = ⌈ventaja/e⌉, e = 2 s v, v los votos de una urna del mismo tamaño, s la parte de ellos en el lado equivocado (como máximo todos, s = 1); el menor n con C(N−B, n)/C(N, n) ≤ riesgo (Aslam, Popa y Rivest 2007, EVT)"
    )
    static let inversion = Text(
      en:
        "inversion of the exact hypergeometric test, at one side each (Buonaccorsi 1987, The American Statistician 41)",
      es:
        "inversión de la prueba hipergeométrica exacta, unilateral para cada límite (Buonaccorsi 1987, The American Statistician 41)"
    )
  }

  /// What the numbers are that several findings state.
  enum Summary {
    static let population = Text(en: "boxes drawn from", es: "urnas entre las que se sortea")
    static let needed = Text(en: "wrong boxes", es: "urnas con errores")
    static let sample = Text(en: "boxes to draw", es: "urnas por sortear")
    static let probability = Text(
      en: "probability of drawing one of them, at least", es: "probabilidad mínima de sortear una de ellas")
    static let lead = Text(en: "the declared lead", es: "la ventaja declarada")
    static let shift = Text(
      en: "share of a box's votes on the wrong side", es: "parte de los votos de una urna en el lado equivocado")
    static let sheets = Text(en: "all sheets", es: "todas las actas")
    static let covered = Text(en: "copies handed over", es: "copias entregadas")
    static let sampled = Text(en: "copies compared", es: "copias comparadas")
    static let differing = Text(en: "compared copies that differ", es: "copias comparadas que difieren")
    static let uncovered = Text(en: "sheets without a copy handed over", es: "actas sin copia entregada")
  }
}
