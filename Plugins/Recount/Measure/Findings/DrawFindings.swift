import ModuleKit

/// The ballots entered are those of the draw.
struct CheckedDraw: FindingShape {
  let draw: DrawnBallots

  fileprivate var sampler: Text { Text(draw.sampler.rawValue) }
  fileprivate var seed: Text { Text(draw.seed) }

  static let kind = FindingKind<Self>(
    .info,
    Sentence(
      en:
        "The \(\.draw.entered, .number) ballots entered are the first that are drawn, with replacement, from the \(\.draw.all, .number) of the manifest by the \(\.sampler) sampler with the seed \(\.seed): the mission made the draw again.",
      es:
        "Papeletas registradas: \(\.draw.entered, .number). Son, en su orden, las primeras que se sortean, con reposición, de las \(\.draw.all, .number) del inventario con el método \(\.sampler) y la semilla \(\.seed): la misión repitió el sorteo."
    ),
    caution: Text(
      en:
        "That the seed came from dice, that nobody knew it before the manifest was closed, and that the manifest has every ballot, only witnesses can say.",
      es:
        "Que la semilla saliera de dados, que nadie la conociera antes de cerrarse el inventario y que este tenga todas las papeletas, solo pueden decirlo testigos."
    ),
    method: Text(
      en: "the draw of ‘veedor recount draw’, made again from seed and manifest",
      es: "el sorteo de «veedor recount draw», repetido a partir de semilla e inventario"),
    numbers: [
      .init("entered", \.draw.entered, .number, Text(en: "ballots entered", es: "papeletas registradas")),
      .init("all", \.draw.all, .number, Text(en: "ballots of the manifest", es: "papeletas del inventario")),
    ], words: [.init("sampler", \.sampler), .init("seed", \.seed)],
    examples: [
      FindingExample("The draw of a seed from a manifest of one ballot.", drawn, with: ["seed": digits], finds: "draw"),
      FindingExample("No seed.", drawn),
    ])

  static let digits: Value = "31415926535897932384"
  static let drawn: KeyValuePairs<String, FindingExample.Dataset> = [
    "bulletins": .init("id,stage,votes_oak,votes_elm,source\nd,declared,1,0,court"),
    "checks": .init("draw,container,batch,ballot,round,paper\n1,North,a,1,1,oak"),
    "manifest": .init("container,batch,ballots\nNorth,a,1"),
  ]
}

/// Nothing here shows that the ballots entered are those of a draw.
struct UncheckedDraw: FindingShape {
  let ballots: Int

  static let kind = FindingKind<Self>(
    .notice,
    Sentence(
      en:
        "The mission has not held the \(\.ballots, .number) ballots entered against a draw: that these are the ballots that were drawn is taken from those who entered them.",
      es:
        "La misión no ha cotejado con un sorteo las \(\.ballots, .number) papeletas registradas: que sean las sorteadas lo dicen quienes las registraron."
    ),
    caution: Text(
      en:
        "That does not show that other ballots were taken. Entries one by one, with seed and manifest, can be checked.",
      es:
        "Eso no muestra que se tomaran otras. Los registros uno por uno, con semilla e inventario, pueden comprobarse."
    ),
    method: Text(
      en: "the draw of ‘veedor recount draw’, which was not made again",
      es: "el sorteo de «veedor recount draw», que no se repitió"),
    numbers: [.init("ballots", \.ballots, .number, Text(en: "ballots entered", es: "papeletas registradas"))],
    examples: [
      FindingExample("A round of tallies.", MeasuredRisk.entered("200,130,70"), finds: "draw"),
      FindingExample(
        "Ballots held against their draw.", CheckedDraw.drawn, with: ["seed": CheckedDraw.digits]),
    ])
}
