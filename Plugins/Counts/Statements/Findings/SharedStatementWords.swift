import ModuleKit

extension Statements {
  /// What several findings do not show.
  enum Caution {
    static let countOnly = Text(
      en:
        "It is held against what was published by that hour and nothing else: who said it may have known other figures, and it may have turned out right or wrong later.",
      es:
        "Se contrasta con lo publicado hasta ese momento y nada más: quien lo dijo pudo conocer otras cifras, y después pudo resultar cierto o no."
    )
  }

  /// How all findings are reached.
  enum Method {
    static let latestCount = Text(
      en:
        "statements against the latest count known at their hour: Docs/methods/counts.md, “Statements”",
      es:
        "afirmaciones frente al último conteo conocido en su momento: Docs/es/methods/counts.md, «Afirmaciones frente al conteo»"
    )
  }
}
