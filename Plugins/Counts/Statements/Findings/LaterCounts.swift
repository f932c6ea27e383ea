import ModuleKit

extension Statements {
  /// What was declared or counted after a statement.
  struct Hindsight: FindingShape {
    let lead: Quantity
    let source, claimed, counter, leader, published: Text

    static let kind = FindingKind<Self>(
      .info, placement: .annex,
      Sentence(
        en:
          "With hindsight: \(\.source) put \(\.claimed) first; according to \(\.counter), the last count known, published \(\.published), shows \(\.leader) ahead by \(\.lead).",
        es:
          "En retrospectiva: \(\.source) ponía en primer lugar a \(\.claimed); según \(\.counter), el último conteo conocido, publicado \(\.published), muestra en primer lugar a \(\.leader), con una ventaja de \(\.lead)."
      ),
      caution: Text(
        en:
          "Nobody could know this at the hour: a claim that the result bears out later was no better founded then.",
        es:
          "Nadie podía saberlo en ese momento: una afirmación que el resultado confirma después no estaba entonces mejor fundada."
      ),
      method: Method.latestCount,
      numbers: [
        // In votes, or in points where the last count states shares alone.
        .init(
          "lead", \.lead, .number,
          Text(en: "lead in the last count", es: "ventaja en el último conteo"))
      ],
      words: [
        .init("source", \.source), .init("claimed", \.claimed), .init("counter", \.counter), .init("leader", \.leader),
        .init("published", \.published),
      ],
      examples: [
        FindingExample(
          "A result is declared two days later.",
          [
            "claims": Example.claim("oak", "", on: "2020-01-03"),
            "bulletins": """
            id,source,stage,published,votes_oak,votes_elm
            end,court,declared,2020-01-05,500,400
            """,
          ], finds: "c"),
        FindingExample("No result is declared.", Example.said("oak")),
      ])
  }

  /// Where the count stood when something promised was due.
  struct Deadline: FindingShape {
    let source, says, due, countThen: Text

    static let kind = FindingKind<Self>(
      .info,
      Sentence(
        en: "According to \(\.source), \(\.says), due \(\.due). When it was due: \(\.countThen).",
        es:
          "Según \(\.source), \(\.says), con plazo \(\.due). Al cumplirse el plazo: \(\.countThen)."
      ),
      caution: Text(
        en: "It tells how far the count was, not why.",
        es: "Dice hasta dónde había llegado el conteo, no por qué."),
      method: Method.latestCount,
      words: [
        .init("source", \.source), .init("says", \.says), .init("due", \.due),
        .init("count_then", \.countThen),
      ],
      examples: [
        FindingExample(
          "All sheets are promised for noon of the 3rd.",
          [
            "claims": """
            id,source,says_en,published,due_to
            c,court,all sheets,2020-01-01,2020-01-03T12:00:00-06:00
            """,
            "bulletins": Example.bulletin,
          ], finds: "c"),
        FindingExample("Nothing is promised.", Example.said("oak")),
      ])
  }
}
