import ModuleKit

/// A round that is not measured, since not all of its ballots are entered by two authors alike.
struct UnmeasuredRound: FindingShape {
  let entered: EnteredRound

  fileprivate var round: Text { Text(entered.name) }
  fileprivate var drawn: Int { entered.drawn }
  fileprivate var agreed: Int { entered.count(.agreed) + entered.count(.amended) }
  fileprivate var once: Int { entered.count(.once) }
  fileprivate var disagreed: Int { entered.count(.disagreed) }
  fileprivate var contested: Int { entered.count(.contested) }
  fileprivate var missing: Int { entered.missing }

  static let kind = FindingKind<Self>(
    .notice,
    Sentence(
      en:
        "The mission states no p-value for round \(\.round) or any later one: of the \(\.drawn, .number) ballots drawn in it, two authors entered \(\.agreed, .number) alike. Entered by one author alone: \(\.once, .number); differently by two: \(\.disagreed, .number); changed by another author than the one who entered it, or in two ways: \(\.contested, .number); by nobody: \(\.missing, .number).",
      es:
        "La misión no indica un valor p para la ronda \(\.round) ni para ninguna posterior: de las \(\.drawn, .number) papeletas sorteadas en ella, dos autores ingresaron por igual \(\.agreed, .number). Ingresadas por un solo autor: \(\.once, .number); de distinta manera por dos: \(\.disagreed, .number); cambiadas por otro autor que el que las ingresó, o de dos maneras: \(\.contested, .number); por nadie: \(\.missing, .number)."
    ),
    caution: Text(
      en:
        "That two authors differ does not show which of them misread. Which ballots are entered or agreed on may depend on what is on them, so that a round counts as a whole or not yet. Two authors are two keys; whose they are a result does not say.",
      es:
        "Que dos autores difieran no muestra cuál de ellos leyó mal. Qué papeletas están ingresadas o acordadas puede depender de lo que hay en ellas; por eso una ronda cuenta completa o aún no. Dos autores son dos claves; de quién son no lo dice un resultado."
    ),
    method: Text(
      en: "blind double entry: a ballot counts where two authors enter the same",
      es: "doble ingreso a ciegas: una papeleta cuenta cuando dos autores ingresan lo mismo"),
    numbers: [
      .init("drawn", \.drawn, .number, Text(en: "ballots drawn in the round", es: "papeletas sorteadas en la ronda")),
      .init("agreed", \.agreed, .number, Text(en: "entered by two authors alike", es: "ingresadas por igual por dos")),
      .init("once", \.once, .number, Text(en: "entered by one author alone", es: "ingresadas por un solo autor")),
      .init(
        "disagreed", \.disagreed, .number,
        Text(en: "entered differently by two authors", es: "ingresadas de distinta manera por dos autores")),
      .init(
        "contested", \.contested, .number,
        Text(en: "changed by another author, or in two ways", es: "cambiadas por otro autor, o de dos maneras")),
      .init("missing", \.missing, .number, Text(en: "entered by nobody", es: "no ingresadas por nadie")),
    ], words: [.init("round", \.round)],
    examples: [
      FindingExample(
        "A ballot that one person entered, and one that nobody did.",
        entered("1,North,a,7,1,oak,agreed,3\n2,North,b,5,1,not_found,once,3"), finds: "round 1"),
      FindingExample("All ballots entered twice.", entered("1,North,a,7,1,oak,agreed,1")),
    ])

  /// A declared lead and drawn ballots: draw, place, round, paper, how it is entered, the last draw of the round.
  private static func entered(_ rows: String) -> KeyValuePairs<String, FindingExample.Dataset> {
    [
      "bulletins": .init("id,stage,votes_oak,votes_elm,source\nd,declared,6000,4000,court"),
      "checks": .init("draw,container,batch,ballot,round,paper,entry,last_draw\n\(rows)"),
    ]
  }
}
