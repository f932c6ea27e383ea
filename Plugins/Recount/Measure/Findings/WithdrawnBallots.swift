import ModuleKit

/// Ballots that two authors entered and all took back: they are in no round that is measured.
struct WithdrawnBallots: FindingShape {
  let withdrawn, entered: Int

  static let kind = FindingKind<Self>(
    .notice,
    Sentence(
      en:
        "Two authors entered \(\.withdrawn, .number) drawn ballots and all took that back; they are not entered again, and enter no p-value. Entered are \(\.entered, .number). Whoever took them back could have seen a p-value that rested on them.",
      es:
        "Papeletas sorteadas que dos autores ingresaron y todos retiraron: \(\.withdrawn, .number); no se volvieron a ingresar y no entran en ningún valor p. Ingresadas: \(\.entered, .number). Quien las retiró pudo haber visto un valor p que se apoyaba en ellas."
    ),
    caution: Text(
      en:
        "It does not show why they were taken back: a draw may have been entered that was not the round's. A p-value of what is left holds only if what was taken back did not depend on what the ballots say.",
      es:
        "No muestra por qué se retiraron: pudo ingresarse un sorteo que no era el de la ronda. Un valor p de lo que queda solo vale si lo retirado no dependía de lo que dicen las papeletas."
    ),
    method: Text(
      en: "the entries of the ledger, from which nothing goes away",
      es: "las entradas del registro, de las que nada desaparece"),
    numbers: [
      .init("withdrawn", \.withdrawn, .number, Text(en: "ballots taken back", es: "papeletas retiradas")),
      .init("entered", \.entered, .number, Text(en: "ballots entered", es: "papeletas ingresadas")),
    ],
    examples: [
      FindingExample(
        "A second ballot that was taken back.", entered("1,North,a,7,1,oak,agreed\n2,North,b,5,1,not_found,withdrawn"),
        finds: "withdrawn"),
      FindingExample("None was.", entered("1,North,a,7,1,oak,agreed")),
    ])

  /// A declared lead and drawn ballots: draw, place, round, paper, how it is entered.
  private static func entered(_ rows: String) -> KeyValuePairs<String, FindingExample.Dataset> {
    [
      "bulletins": .init("id,stage,votes_oak,votes_elm,source\nd,declared,6000,4000,court"),
      "checks": .init("draw,container,batch,ballot,round,paper,entry\n\(rows)"),
    ]
  }
}
