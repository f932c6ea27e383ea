import ModuleKit

extension Complaints {
  /// How many complaints there are.
  struct ComplaintsHeld: FindingShape {
    let complaints, decided: Int
    let list: Text
    let withoutRule: Int

    static let kind = FindingKind<Self>(
      .info,
      Sentence(
        en:
          "Complaints and appeals in the mission's log: \(\.complaints), of which decided: \(\.decided)\(\.list); without any rule's time: \(\.withoutRule).",
        es:
          "Reclamaciones y recursos en el registro de la misión: \(\.complaints); de ellos, resueltos: \(\.decided)\(\.list); sin plazo de ninguna norma: \(\.withoutRule)."
      ),
      caution: Text(
        en: "These are the complaints that the mission knows of, and not all that were made.",
        es: "Son las reclamaciones que la misión conoce, no todas las que se presentaron."), method: method,
      numbers: [
        .init("complaints", \.complaints, .number, Text(en: "complaints and appeals", es: "reclamaciones y recursos")),
        .init("decided", \.decided, .number, Text(en: "those decided", es: "los resueltos")),
        .init(
          "without_rule", \.withoutRule, .number, Text(en: "those without a deadline", es: "los que no tienen plazo")),
      ], words: [.init("list", \.list)],
      examples: [
        FindingExample("One complaint.", ["complaints": "id,complaint\n1,1"], finds: "log"),
        FindingExample("None.", ["complaints": "id,complaint"]),
      ])
  }

  /// There is no complaint.
  struct NoComplaint: FindingShape {
    let complaints: Int

    static let kind = FindingKind<Self>(
      .info,
      Sentence(
        en: "The mission's log holds no complaint or appeal.",
        es: "El registro de la misión no contiene reclamaciones ni recursos."),
      caution: Text(
        en: "That none is logged does not show that none was made.",
        es: "Que no conste ninguna no muestra que no se presentaran."),
      method: method,
      numbers: [
        .init("complaints", \.complaints, .number, Text(en: "complaints and appeals", es: "reclamaciones y recursos"))
      ],
      examples: [
        FindingExample("None.", ["complaints": "id,complaint"], finds: "log"),
        FindingExample("One complaint.", ["complaints": "id,complaint\n1,1"]),
      ])
  }

  /// Rules set different ends for one act.
  struct ContradictoryRules: FindingShape {
    let rules: Int
    let complaint, act, list: Text

    static let kind = FindingKind<Self>(
      .notice,
      Sentence(
        en:
          "Complaint \(\.complaint): the \(\.rules) rules logged set different ends of the time for \(\.act): \(\.list).",
        es:
          "Reclamación \(\.complaint): las \(\.rules) normas registradas fijan finales distintos del plazo para \(\.act): \(\.list)."
      ),
      caution: Text(
        en: "Which rule holds is a question of law, which the mission's log does not answer.",
        es: "Qué norma rige es una cuestión jurídica que el registro de la misión no resuelve."), method: method,
      numbers: [.init("rules", \.rules, .number, Text(en: "rules", es: "normas"))],
      words: [.init("complaint", \.complaint), .init("act", \.act), .init("list", \.list)],
      examples: [
        FindingExample("Three days by one law, five by another.", ["complaints": twoRules(3, 5)], finds: "k_decide"),
        FindingExample("Both say three.", ["complaints": twoRules(3, 3)]),
      ])

    private static func twoRules(_ first: Int, _ second: Int) -> FindingExample.Dataset {
      let rows = [(1, first), (2, second)].map { "\($0.0),k,decide,Law \($0.0),filed,2020-01-01T12:00:00Z,\($0.1)" }
      return FindingExample.Dataset(
        "id,complaint,act,rule,trigger,filed,length\n" + rows.joined(separator: "\n"))
    }
  }

  /// The program cannot read all that was written of a complaint.
  struct ComplaintsUnreadable: FindingShape {
    let complaints: Int

    static let kind = FindingKind<Self>(
      .notice,
      Sentence(
        en:
          "Complaints that were changed, or whose rules were, in ways that this version of the program cannot read: \(\.complaints); the clocks concerned are not read.",
        es:
          "Reclamaciones que se cambiaron, o cuyas normas se cambiaron, de un modo que esta versión del programa no sabe leer: \(\.complaints); los plazos afectados no se calculan."
      ),
      caution: Text(
        en: "What else is counted of them may have been changed.",
        es: "Lo demás que se cuenta de ellas puede haber cambiado."), method: method,
      numbers: [
        .init("complaints", \.complaints, .number, Text(en: "complaints changed so", es: "reclamaciones cambiadas así"))
      ],
      examples: [
        FindingExample("One.", ["complaints": "id,complaint,unreadable\n1,k,true"], finds: "log"),
        FindingExample("None.", ["complaints": "id,complaint\n1,k"]),
      ])
  }

  /// Authors contradict one another.
  struct ComplaintsInConflict: FindingShape {
    let complaints: Int
    let list: Text

    static let kind = FindingKind<Self>(
      .notice,
      Sentence(
        en:
          "Complaints of which authors state different things apart from one another, and nobody has settled it: \(\.complaints), in the fields \(\.list).",
        es:
          "Reclamaciones sobre las que los autores señalan cosas distintas por separado, sin que nadie lo haya resuelto: \(\.complaints), en los campos \(\.list)."
      ),
      caution: Text(
        en: "No value of such a field is used until somebody who has seen them sets it again.",
        es: "Ningún valor de ese campo se usa hasta que alguien que los haya visto lo fije de nuevo."), method: method,
      numbers: [
        .init(
          "complaints", \.complaints, .number,
          Text(en: "complaints with such fields", es: "reclamaciones con esos campos"))
      ],
      words: [.init("list", \.list)],
      examples: [
        FindingExample("Two times of filing.", ["complaints": "id,complaint,conflicts\n1,k,filed"], finds: "log"),
        FindingExample("One.", ["complaints": "id,complaint,filed\n1,k,2020-01-01T12:00:00Z"]),
      ])
  }
}
