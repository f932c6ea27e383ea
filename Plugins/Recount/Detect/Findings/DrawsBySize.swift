import ModuleKit

extension Detect {
  /// How many boxes to draw where the votes of each are known.
  struct DetectionBySize: FindingShape {
    let population, lead, needed, sample: Int
    let shift: Quantity?
    let probability: Quantity
    let leader, rival, error: Text

    static let kind = FindingKind<Self>(
      .info, tier: .explanation, code: "detection_by_size",
      Sentence(
        en:
          "By the votes of each of \(\.population), the mission computes that it would take errors in at least \(\.needed), those that can hide most, to account for the lead of \(\.leader) over \(\.rival), \(\.lead), \(\.error). A random draw of \(\.sample) would include at least one wrong box with a probability of \(\.probability) or more.",
        es:
          "Según los votos de cada una de \(\.population), la misión calcula que harían falta errores en al menos \(\.needed), las que más pueden ocultar, para explicar la ventaja de \(\.leader) sobre \(\.rival), \(\.lead), \(\.error). Un sorteo de \(\.sample) incluiría al menos una urna con errores con una probabilidad del \(\.probability) o más."
      ),
      caution: bySize, method: ownErrors,
      numbers: [
        .init("population", \.population, .boxes, Summary.population),
        .init("boxes_needed", \.needed, .boxes, Summary.needed), .init("lead", \.lead, .votes, leadOnSheets),
        .init("shift", \.shift, .percent, Summary.shift), .init("sample", \.sample, .boxes, Summary.sample),
        .init("probability", \.probability, .percent, Summary.probability),
      ],
      words: [.init("leader", \.leader), .init("rival", \.rival), .init("error", \.error)],
      examples: [
        FindingExample(
          "A lead of 50, and boxes that can hide 200, 30 and 30 votes of it.", ["sheets": uneven],
          finds: "boxes_by_size_any", "boxes_by_size_shift"),
        FindingExample("No lead.", ["sheets": level]),
      ])
  }

  /// All boxes together cannot account for the lead.
  struct OutOfReachBySize: FindingShape {
    let population, lead: Int
    let shift: Quantity?
    let leader, rival, error: Text

    static let kind = FindingKind<Self>(
      .info, tier: .explanation, code: "out_of_reach_by_size",
      Sentence(
        en:
          "By the votes of each of \(\.population), the mission computes that not even errors in all of them would account for the lead of \(\.leader) over \(\.rival), \(\.lead), \(\.error).",
        es:
          "Según los votos de cada una de \(\.population), la misión calcula que ni siquiera con errores en todas se explicaría la ventaja de \(\.leader) sobre \(\.rival), \(\.lead), \(\.error)."
      ),
      caution: bySize, method: ownErrors,
      numbers: [
        .init("population", \.population, .boxes, Summary.population), .init("lead", \.lead, .votes, leadOnSheets),
        .init("shift", \.shift, .percent, Summary.shift),
      ],
      words: [.init("leader", \.leader), .init("rival", \.rival), .init("error", \.error)],
      examples: [
        FindingExample(
          "A lead of 80 of 100 votes, and a fifth of each box's votes on the wrong side.", ["sheets": clear],
          finds: "boxes_by_size_shift"),
        FindingExample("No lead.", ["sheets": level]),
      ])
  }

  /// The sheets show no lead.
  struct NoLeadBySize: FindingShape {
    let population: Int

    static let kind = FindingKind<Self>(
      .notice, code: "no_lead_by_size",
      Sentence(
        en:
          "The sheets of \(\.population) show no lead: an error in a single box could decide, so no draw smaller than all of them would do.",
        es:
          "Las actas de \(\.population) no muestran ventaja alguna: un error en una sola urna podría decidir, por lo que no bastaría ningún sorteo menor que el total."
      ),
      caution: Text(
        en: "A tie does not show that any box is wrong.", es: "Un empate no muestra que alguna urna contenga errores."),
      method: ownErrors, numbers: [.init("population", \.population, .boxes, Summary.population)],
      examples: [
        FindingExample("As many votes for the one as for the other.", ["sheets": level], finds: "boxes_by_size"),
        FindingExample("A lead of 50.", ["sheets": uneven]),
      ])
  }

  private static let leadOnSheets = Text(en: "the lead on the sheets", es: "la ventaja en las actas")
  private static let bySize = Text(
    en:
      "It takes the valid votes of each box as they were reported. A box that was stuffed can hold more than its true votes, and a draw that meets no wrong box does not show that none is wrong.",
    es:
      "Toma los votos válidos de cada urna como se informaron. Una urna con votos añadidos puede contener más que sus votos verdaderos, y un sorteo que no da con errores no muestra que no los haya."
  )
  private static let ownErrors = Text(
    en:
      "fewest boxes whose own largest errors, v + w − r or 2 s v, add up to the lead, over every rival; smallest n with C(N−B, n)/C(N, n) ≤ risk (Aslam, Popa & Rivest 2007, EVT)",
    es:
      "menor número de urnas cuyos mayores errores propios, v + w − r o 2 s v, suman la ventaja, sobre todos los rivales; el menor n con C(N−B, n)/C(N, n) ≤ riesgo (Aslam, Popa y Rivest 2007, EVT)"
  )

  private static let uneven: FindingExample.Dataset = """
    sheet,votes_oak,votes_elm
    1,100,50
    2,15,15
    3,15,15
    """
  private static let level: FindingExample.Dataset = """
    sheet,votes_oak,votes_elm
    1,50,50
    2,15,15
    """
  private static let clear: FindingExample.Dataset = """
    sheet,votes_oak,votes_elm
    1,45,5
    2,45,5
    """
}
