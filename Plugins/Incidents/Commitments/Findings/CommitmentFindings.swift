import ModuleKit

extension Commitments {
  /// How many commitments there are, and how they stand.
  struct CommitmentsHeld: FindingShape {
    let commitments: Int
    let list: Text

    static let kind = FindingKind<Self>(
      .info,
      Sentence(
        en: "Commitments in the mission's log: \(\.commitments), by how they stand: \(\.list).",
        es: "Compromisos en el registro de la misión: \(\.commitments), según su situación: \(\.list)."),
      caution: Text(
        en: "These are the commitments that the mission knows of, and not all that were made.",
        es: "Son los compromisos que la misión conoce, no todos los que se asumieron."), method: method,
      numbers: [.init("commitments", \.commitments, .number, Text(en: "commitments", es: "compromisos"))],
      words: [.init("list", \.list)],
      examples: [
        FindingExample("One.", ["commitments": "id,by,what,source\n1,the board,all sheets online,radio"], finds: "log"),
        FindingExample("None.", ["commitments": "id,by,what,source"]),
      ])
  }

  /// There is no commitment.
  struct NoCommitment: FindingShape {
    let commitments: Int

    static let kind = FindingKind<Self>(
      .info,
      Sentence(
        en: "The mission's log holds no commitment.", es: "El registro de la misión no contiene compromisos."),
      caution: Text(
        en: "That none is logged does not show that none was made.",
        es: "Que no conste ninguno no muestra que no se asumieran."),
      method: method,
      numbers: [.init("commitments", \.commitments, .number, Text(en: "commitments", es: "compromisos"))],
      examples: [
        FindingExample("None.", ["commitments": "id,by,what,source"], finds: "log"),
        FindingExample("One.", ["commitments": "id,by,what,source\n1,the board,all sheets online,radio"]),
      ])
  }

  /// Authors contradict one another.
  struct CommitmentsInConflict: FindingShape {
    let commitments: Int
    let list: Text

    static let kind = FindingKind<Self>(
      .notice,
      Sentence(
        en:
          "Commitments of which authors state different things apart from one another, and nobody has settled it: \(\.commitments), in the fields \(\.list).",
        es:
          "Compromisos sobre los que los autores señalan cosas distintas por separado, sin que nadie lo haya resuelto: \(\.commitments), en los campos \(\.list)."
      ),
      caution: Text(
        en: "No value of such a field is used until somebody who has seen them sets it again.",
        es: "Ningún valor de ese campo se usa hasta que alguien que los haya visto lo fije de nuevo."), method: method,
      numbers: [
        .init(
          "commitments", \.commitments, .number,
          Text(en: "commitments with such fields", es: "compromisos con esos campos"))
      ],
      words: [.init("list", \.list)],
      examples: [
        FindingExample(
          "Two outcomes.", ["commitments": "id,by,what,source,conflicts\n1,the board,all sheets,radio,outcome"],
          finds: "log"),
        FindingExample("One.", ["commitments": "id,by,what,source,outcome\n1,the board,all sheets,radio,kept"]),
      ])
  }

  /// The program cannot read all that was written of a commitment.
  struct CommitmentsUnreadable: FindingShape {
    let commitments: Int

    static let kind = FindingKind<Self>(
      .notice,
      Sentence(
        en:
          "Commitments that were changed in ways that this version of the program cannot read: \(\.commitments); what became of them is not told.",
        es:
          "Compromisos que se cambiaron de un modo que esta versión del programa no sabe leer: \(\.commitments); no se dice en qué quedaron."
      ),
      caution: Text(
        en: "What else is counted of them may have been changed.",
        es: "Lo demás que se cuenta de ellos puede haber cambiado."), method: method,
      numbers: [
        .init(
          "commitments", \.commitments, .number, Text(en: "commitments changed so", es: "compromisos cambiados así"))
      ],
      examples: [
        FindingExample(
          "One.", ["commitments": "id,by,what,source,unreadable\n1,the board,all sheets,radio,true"], finds: "log"),
        FindingExample("None.", ["commitments": "id,by,what,source\n1,the board,all sheets,radio"]),
      ])
  }
}
