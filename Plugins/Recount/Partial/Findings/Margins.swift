import ModuleKit

extension Partial {
  /// What the recounted boxes hold.
  struct RecountedMargin: FindingShape {
    let recount: BoxRecount
    let firstShare, secondShare, margin: Double
    let first, second: Text

    static let kind = FindingKind<Self>(
      .info,
      Sentence(
        en:
          "According to \(\.recount.provenance.sourceName), in the \(\.recount.recounted, .number) of \(\.recount.boxes) that were recounted \(\.first) has \(\.firstShare) and \(\.second) \(\.secondShare): the mission computes the difference, \(\.first) less \(\.second), as \(\.margin).",
        es:
          "Según \(\.recount.provenance.sourceName), en las \(\.recount.recounted, .number) urnas recontadas, de un total de \(\.recount.boxes, .number), \(\.first) tiene el \(\.firstShare) y \(\.second) el \(\.secondShare): la misión calcula la diferencia, \(\.first) menos \(\.second), en \(\.margin)."
      ),
      caution: Text(
        en:
          "This is what those boxes hold. It says nothing of the other boxes, nor of whether the first count of these was right.",
        es:
          "Esto es lo que contienen esas urnas. No dice nada de las demás, ni de si el primer conteo de estas era correcto."
      ),
      method: Text(
        en: "census of the recounted boxes; options in ballot order",
        es: "censo de las urnas recontadas; opciones en el orden de la papeleta"),
      numbers: boxes(\.recount.boxes, \.recount.recounted, \.recount.rest) + [
        .init(
          "first_share", \.firstShare, .percent,
          Text(en: "share of the option named first", es: "parte de la opción nombrada primero")),
        .init(
          "second_share", \.secondShare, .percent,
          Text(en: "share of the option named second", es: "parte de la opción nombrada después")),
        .init("margin", \.margin, .points, Text(en: "first share less second", es: "primera parte menos segunda")),
      ], words: [.init("source", \.recount.provenance.sourceName), .init("first", \.first), .init("second", \.second)],
      examples: [
        FindingExample("Sixty votes and forty.", ["recounts": held("10,60,40")], finds: "r"),
        FindingExample("No votes are given.", ["recounts": held("10,,")]),
      ])
  }

  /// How many of the other boxes to draw: the sound way.
  struct FreshSample: FindingShape {
    let recount: BoxRecount
    let needed, sample, lead: Int
    let probability: Quantity

    static let kind = FindingKind<Self>(
      .info, tier: .explanation,
      Sentence(
        en:
          "Were all boxes equal in size, the mission computes that at least \(\.needed) would have to be wrong to account for the declared lead of \(\.lead); a random draw of \(\.sample) from the \(\.recount.rest, .number) not recounted would include at least one of them with a probability of \(\.probability) or more.",
        es:
          "Si todas las urnas tuvieran el mismo tamaño, la misión calcula que al menos \(\.needed) tendrían que contener errores para explicar la ventaja declarada de \(\.lead); un sorteo de \(\.sample) entre las \(\.recount.rest, .number) no recontadas incluiría al menos una de ellas con una probabilidad del \(\.probability) o más."
      ),
      caution: Text(
        en:
          "Equal boxes are optimistic: fewer large boxes can account for as much, and then more must be drawn. Take the sizes as they are, ordered by the largest error each box can hold.",
        es:
          "Suponer urnas iguales es optimista: menos urnas grandes pueden explicar lo mismo, y entonces hay que sortear más. Deben tomarse los tamaños reales, ordenados según el mayor error que cabe en cada urna."
      ),
      method: Text(
        en:
          "B = ⌈lead/(2 v)⌉, v the votes of an equal box, all on the wrong side; smallest n with C(N−B, n)/C(N, n) ≤ risk (Aslam, Popa & Rivest 2007, EVT)",
        es:
          "B = ⌈ventaja/(2 v)⌉, v los votos de una urna del mismo tamaño, todos en el lado equivocado; el menor n con C(N−B, n)/C(N, n) ≤ riesgo (Aslam, Popa y Rivest 2007, EVT)"
      ),
      numbers: [
        .init("rest", \.recount.rest, .boxes, Summary.rest),
        .init("boxes_needed", \.needed, .boxes, Summary.needed),
        .init("sample", \.sample, .boxes, Summary.sample),
        .init("lead", \.lead, .votes, Text(en: "the declared lead", es: "la ventaja declarada")),
        .init("probability", \.probability, .percent, Summary.probability),
      ],
      examples: [
        FindingExample(
          "A declared lead of 1,000, in boxes of 100 votes.", ["recounts": held("10,60,40"), "bulletins": declared],
          finds: "r"),
        FindingExample("No declared result.", ["recounts": held("10,60,40")]),
      ])
  }

  /// What the whole contest can hold, whatever the other boxes do.
  struct HardBound: FindingShape {
    let recount: BoxRecount
    let margin: Quantity
    let first, second: Text

    static let kind = FindingKind<Self>(
      .info, tier: .explanation, placement: .annex,
      Sentence(
        en:
          "Were all boxes equal in size, the mission computes that the difference, \(\.first) less \(\.second), in the whole contest would be \(\.margin), whatever the \(\.recount.rest, .number) boxes hold that nobody recounted.",
        es:
          "Si todas las urnas tuvieran el mismo tamaño, la misión calcula que la diferencia, \(\.first) menos \(\.second), sería en toda la elección de \(\.margin), sea cual sea el contenido de las \(\.recount.rest, .number) urnas que nadie recontó."
      ),
      caution: Text(
        en:
          "Equal boxes are an assumption. The range is wide because it takes nothing for granted about the other boxes; it does not say what is likely in them.",
        es:
          "La igualdad de tamaño es un supuesto. El rango es amplio porque no da nada por sentado sobre las demás urnas; no dice qué es probable en ellas."
      ),
      method: Text(
        en:
          "recounted margin ± the most margin that each other box can hold (Stark 2008, Annals of Applied Statistics 2)",
        es:
          "margen recontado ± el mayor margen que cabe en cada una de las demás urnas (Stark 2008, Annals of Applied Statistics 2)"
      ),
      numbers: [
        .init("margin", \.margin, .points, Text(en: "margin of the whole contest", es: "margen en toda la elección")),
        .init("rest", \.recount.rest, .boxes, Summary.rest),
      ], words: [.init("first", \.first), .init("second", \.second)],
      examples: [
        FindingExample("Ten of a hundred boxes.", ["recounts": held("10,60,40")], finds: "r"),
        FindingExample("All boxes.", ["recounts": held("100,60,40")]),
      ])
  }

  /// What the declared result leaves for the other boxes.
  struct RestMargin: FindingShape {
    let recount: BoxRecount
    let margin, size: Quantity
    let first, second: Text

    static let kind = FindingKind<Self>(
      .info, tier: .explanation, placement: .annex,
      Sentence(
        en:
          "By arithmetic alone, the mission computes from the declared result and the recounted boxes that the difference, \(\.first) less \(\.second), is \(\.margin) in the other \(\.recount.rest, .number) boxes, if a recounted box holds on average \(\.size, .low) to \(\.size, .high) times the votes of another.",
        es:
          "Por simple aritmética, la misión calcula con el resultado declarado y las urnas recontadas que la diferencia, \(\.first) menos \(\.second), es de \(\.margin) en las otras \(\.recount.rest, .number) urnas, si una urna recontada contiene en promedio de \(\.size, .low) a \(\.size, .high) veces los votos de otra."
      ),
      caution: Text(
        en:
          "This is an identity under an assumption about box sizes, not a finding about boxes nobody recounted. A negative number means that the option named second is ahead in them.",
        es:
          "Es una identidad bajo un supuesto sobre el tamaño de las urnas, no un hallazgo sobre urnas que nadie recontó. Un número negativo significa que en ellas va por delante la opción nombrada después."
      ),
      method: Text(
        en:
          "identity (M − w m)/(1 − w), w the recounted boxes' part of all votes: Docs/methods/recount.md, “Partial recount”",
        es:
          "identidad (M − w m)/(1 − w), con w la parte de los votos en las urnas recontadas: Docs/es/methods/recount.md, «Recuento parcial»"
      ),
      numbers: [
        .init("margin", \.margin, .points, Text(en: "margin in the other boxes", es: "margen en las demás urnas")),
        .init(
          "size", \.size, .number,
          Text(
            en: "mean size of a recounted box, relative to another",
            es: "tamaño medio de una urna recontada, en relación con otra")),
        .init("rest", \.recount.rest, .boxes, Summary.rest),
      ], words: [.init("first", \.first), .init("second", \.second)],
      examples: [
        FindingExample(
          "A declared result beside the recount.", ["recounts": held("10,60,40"), "bulletins": declared], finds: "r"),
        FindingExample("No declared result.", ["recounts": held("10,60,40")]),
      ])
  }

  private static func held(_ cells: String) -> FindingExample.Dataset {
    FindingExample.Dataset(
      """
      id,source,boxes_total,boxes_recounted,votes_oak,votes_elm
      r,court,100,\(cells)
      """)
  }
  private static let declared: FindingExample.Dataset = """
    id,source,stage,published,votes_oak,votes_elm
    z,court,declared,2020-01-05,5500,4500
    """
}
