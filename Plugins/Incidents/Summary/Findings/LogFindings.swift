import ModuleKit

extension Summary {
  /// What counts of a log do not show.
  enum Caution {
    static let counts = Text(
      en:
        "These are counts of what reached the mission, not of what happened: where more is observed, more is logged. They give no rate, and no comparison of places, groups or days.",
      es:
        "Son recuentos de lo que llegó a la misión, no de lo que ocurrió: donde más se observa, más se registra. No dan ninguna tasa ni permiten comparar lugares, grupos o días."
    )
  }

  /// How records of a log are counted.
  static let method = Text(
    en: "each record of the log once, as all entries about it make it, whichever clock or order they have",
    es: "cada ficha del registro una vez, según todas sus anotaciones, sin que decida ningún reloj ni orden")

  /// How many incidents there are, by status.
  struct LogHolds: FindingShape {
    let logged: Int
    /// Of an edition, how what was known then is known.
    let edition, list: Text

    static let kind = FindingKind<Self>(
      .info,
      Sentence(
        en: "The mission's log\(\.edition) holds \(\.logged), by status: \(\.list).",
        es: "El registro de la misión\(\.edition) contiene \(\.logged), por estado: \(\.list)."),
      caution: Caution.counts, method: method,
      numbers: [.init("logged", \.logged, .incidents, Text(en: "incidents of the log", es: "incidentes del registro"))],
      words: [.init("edition", \.edition), .init("list", \.list)],
      examples: [
        FindingExample("One incident.", ["incidents": "id,status\n1,new"], finds: "log"),
        FindingExample("None.", ["incidents": "id,status"]),
      ])
  }

  /// There is no incident.
  struct EmptyLog: FindingShape {
    let incidents: Int

    static let kind = FindingKind<Self>(
      .info,
      Sentence(
        en: "The mission's log holds no incident.", es: "El registro de la misión no contiene ningún incidente."),
      caution: Text(
        en: "An empty log does not show that nothing happened: only what reaches the mission can be logged.",
        es: "Un registro vacío no muestra que nada ocurriera: solo se registra lo que llega a la misión."),
      method: method,
      numbers: [
        .init("incidents", \.incidents, .incidents, Text(en: "incidents of the log", es: "incidentes del registro"))
      ],
      examples: [
        FindingExample("None.", ["incidents": "id,status"], finds: "log"),
        FindingExample("One incident.", ["incidents": "id,status\n1,new"]),
      ])
  }

  /// How many are verified.
  struct VerifiedIncidents: FindingShape {
    let verified, logged: Int

    static let kind = FindingKind<Self>(
      .info,
      Sentence(
        en: "Verified by another author than the one who opened them: \(\.verified), of \(\.logged) of the log.",
        es: "Verificados por un autor distinto del que los abrió: \(\.verified), de \(\.logged) del registro."),
      caution: Text(
        en:
          "Two authors are two keys: the log does not show that they are two persons. What nobody has verified is not thereby wrong.",
        es:
          "Dos autores son dos claves: el registro no muestra que sean dos personas. Lo que nadie ha verificado no es por ello falso."
      ), method: method,
      numbers: [
        .init("verified", \.verified, .incidents, Text(en: "incidents verified", es: "incidentes verificados")),
        .init("logged", \.logged, .incidents, Text(en: "incidents of the log", es: "incidentes del registro")),
      ],
      examples: [
        FindingExample("One of two.", ["incidents": "id,status\n1,verified\n2,new"], finds: "log"),
        FindingExample("An empty log.", ["incidents": "id,status"]),
      ])
  }
}
