import ModuleKit

extension Summary {
  /// Authors contradict one another.
  struct FieldsInConflict: FindingShape {
    let incidents: Int
    let list: Text

    static let kind = FindingKind<Self>(
      .notice,
      Sentence(
        en:
          "Incidents of which authors state different things apart from one another, and nobody has settled it: \(\.incidents), in \(\.list).",
        es:
          "Incidentes sobre los que los autores señalan cosas distintas por separado, sin que nadie lo haya resuelto: \(\.incidents), en \(\.list)."
      ),
      caution: Text(
        en:
          "No value of such a field is counted until somebody who has seen them sets it again; none of them is shown to be wrong.",
        es:
          "Ningún valor de ese campo se cuenta hasta que alguien que los haya visto lo fije de nuevo; no consta que ninguno sea falso."
      ),
      method: method,
      numbers: [
        .init(
          "incidents", \.incidents, .incidents, Text(en: "incidents with such fields", es: "incidentes con esos campos")
        )
      ],
      words: [.init("list", \.list)],
      examples: [
        FindingExample("Two severities.", ["incidents": "id,conflicts\n1,severity"], finds: "log"),
        FindingExample("One severity.", ["incidents": "id,severity\n1,minor"]),
      ])
  }

  /// The mission's list of categories lacks some that incidents have.
  struct CategoriesNotListed: FindingShape {
    let incidents: Int
    let list: Text

    static let kind = FindingKind<Self>(
      .notice,
      Sentence(
        en: "Incidents of categories that the mission's own list does not have: \(\.incidents), of \(\.list).",
        es: "Incidentes de categorías que no están en la lista de la propia misión: \(\.incidents), de \(\.list)."),
      caution: Text(
        en:
          "They are counted under the category that they were logged under, which can be another's under another name.",
        es: "Se cuentan en la categoría con que se registraron, que puede ser otra con otro nombre."),
      method: method,
      numbers: [
        .init(
          "incidents", \.incidents, .incidents,
          Text(
            en: "incidents of categories that are not listed", es: "incidentes de categorías que no están en la lista"))
      ],
      words: [.init("list", \.list)],
      examples: [
        FindingExample(
          "A category that is not listed.",
          ["incidents": "id,category\n1,seals", "categories": "key,label_en\nsealing,seals"], finds: "log"),
        FindingExample(
          "All are listed.", ["incidents": "id,category\n1,sealing", "categories": "key,label_en\nsealing,seals"]),
      ])
  }

  /// The program cannot read all that was written of an incident.
  struct ChangedUnreadably: FindingShape {
    let incidents: Int

    static let kind = FindingKind<Self>(
      .notice,
      Sentence(
        en:
          "Changed in ways that this version of the program cannot read, and never counted as verified: \(\.incidents).",
        es:
          "Cambiados de un modo que esta versión del programa no sabe leer, y nunca contados como verificados: \(\.incidents)."
      ),
      caution: Text(
        en: "What else is counted of them may have been changed.",
        es: "Lo demás que se cuenta de ellos puede haber cambiado."),
      method: method,
      numbers: [
        .init("incidents", \.incidents, .incidents, Text(en: "incidents changed so", es: "incidentes cambiados así"))
      ],
      examples: [
        FindingExample("One.", ["incidents": "id,status\n1,unreadable"], finds: "log"),
        FindingExample("None.", ["incidents": "id,status\n1,new"]),
      ])
  }

  /// An edition rests on entries that were written later.
  struct RecordedLater: FindingShape {
    let incidents: Int

    static let kind = FindingKind<Self>(
      .notice,
      Sentence(
        en:
          "Counted in this edition, since their authors state that they knew of them by then, though recorded later in part: \(\.incidents).",
        es:
          "Contados en esta edición, porque sus autores señalan que ya sabían de ellos, aunque anotados en parte después: \(\.incidents)."
      ),
      caution: Text(
        en: "When something became known is what its author states: no clock but the author's own vouches for it.",
        es: "Cuándo se supo algo es lo que señala su autor: no lo avala más reloj que el suyo."),
      method: method,
      numbers: [
        .init(
          "incidents", \.incidents, .incidents, Text(en: "incidents recorded later", es: "incidentes anotados después"))
      ],
      examples: [
        FindingExample(
          "Recorded on the day after.",
          ["incidents": "id,recorded,published_to\n1,2020-01-02T10:00:00Z,2020-01-01T10:00:00Z"],
          asOf: "2020-01-01T12:00:00Z", finds: "log"),
        FindingExample(
          "Recorded before.", ["incidents": "id,recorded,published_to\n1,2020-01-01T10:00:00Z,2020-01-01T10:00:00Z"],
          asOf: "2020-01-01T12:00:00Z"),
      ])
  }
}
