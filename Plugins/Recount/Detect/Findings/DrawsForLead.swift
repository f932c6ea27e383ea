import ModuleKit

extension Detect {
  /// A draw, and the error that would account for the lead.
  struct Asked {
    let population, lead: Int
    let shift: Quantity?
    let which, error: Text
  }

  /// How many boxes to draw to meet one of those that would have to be wrong.
  struct LeadDetection: FindingShape {
    let asked: Asked
    let needed, sample: Int
    let probability: Quantity

    static let kind = FindingKind<Self>(
      .info, tier: .explanation, code: "detection",
      Sentence(
        en:
          "Were all boxes equal in size, the mission computes that at least \(\.needed, .number) among \(\.asked.which) would have to be wrong to account for the declared lead of \(\.asked.lead), \(\.asked.error). A random draw of \(\.sample) would include at least one of them with a probability of \(\.probability) or more.",
        es:
          "Si todas las urnas tuvieran el mismo tamaño, la misión calcula que al menos \(\.needed, .number) entre \(\.asked.which) tendrían que contener errores para explicar la ventaja declarada de \(\.asked.lead), \(\.asked.error). Un sorteo de \(\.sample) incluiría al menos una de ellas con una probabilidad del \(\.probability) o más."
      ),
      caution: Caution.equalBoxes, method: Method.detection,
      numbers: wrongBoxes(
        \.asked.population, .init("boxes_needed", \.needed, .boxes, Summary.needed), \.asked.lead, \.asked.shift) + [
          .init("sample", \.sample, .boxes, Summary.sample),
          .init("probability", \.probability, .percent, Summary.probability),
        ], words: [.init("which", \.asked.which), .init("error", \.asked.error)],
      examples: [
        FindingExample(
          "A lead of 1,000 in boxes of 100 votes.", ["bulletins": declared("5500,4500")],
          finds: "all_boxes_any", "all_boxes_shift"),
        FindingExample("No lead.", ["bulletins": declared("5000,5000")]),
      ])
  }

  /// More boxes than there are would have to be wrong.
  struct OutOfReach: FindingShape {
    let asked: Asked
    let needed: Int

    static let kind = FindingKind<Self>(
      .info, tier: .explanation,
      Sentence(
        en:
          "Were all boxes equal in size, the mission computes that \(\.needed) would have to be wrong to account for the declared lead of \(\.asked.lead), \(\.asked.error): more than \(\.asked.which).",
        es:
          "Si todas las urnas tuvieran el mismo tamaño, la misión calcula que \(\.needed) tendrían que contener errores para explicar la ventaja declarada de \(\.asked.lead), \(\.asked.error): más que \(\.asked.which)."
      ),
      caution: Caution.equalBoxes, method: Method.detection,
      numbers: wrongBoxes(
        \.asked.population, .init("boxes_needed", \.needed, .boxes, Summary.needed), \.asked.lead, \.asked.shift),
      words: [.init("which", \.asked.which), .init("error", \.asked.error)],
      examples: [
        FindingExample(
          "A lead of 9,000, and a fifth of the 100 votes of each box on the wrong side.",
          ["bulletins": declared("9500,500")], finds: "all_boxes_shift"),
        FindingExample("A lead of 1,000 in boxes of 100 votes.", ["bulletins": declared("5500,4500")]),
      ])
  }

  /// There is no lead that an error would have to account for.
  struct NoLead: FindingShape {
    let asked: Asked

    static let kind = FindingKind<Self>(
      .notice,
      Sentence(
        en:
          "The declared result shows no lead: an error in a single box could decide, so no draw smaller than all of \(\.asked.which) would do.",
        es:
          "El resultado declarado no muestra ventaja alguna: un error en una sola urna podría decidir, por lo que no bastaría ningún sorteo menor que el total de \(\.asked.which)."
      ),
      caution: Text(
        en: "A tie does not show that any box is wrong.", es: "Un empate no muestra que alguna urna contenga errores."
      ),
      method: Method.detection,
      numbers: wrongBoxes(\.asked.population, nil, \.asked.lead, \.asked.shift),
      words: [.init("which", \.asked.which), .init("error", \.asked.error)],
      examples: [
        FindingExample(
          "As many votes for the one as for the other.", ["bulletins": declared("5000,5000")],
          finds: "all_boxes_any", "all_boxes_shift"),
        FindingExample("A lead of 1,000.", ["bulletins": declared("5500,4500")]),
      ])
  }

  /// The numbers of a draw that meets a lead.
  private static func wrongBoxes<F>(
    _ population: any KeyPath<F, Int> & Sendable, _ needed: FindingKind<F>.Number?,
    _ lead: any KeyPath<F, Int> & Sendable, _ shift: any KeyPath<F, Quantity?> & Sendable
  ) -> [FindingKind<F>.Number] {
    [
      .init("population", population, .boxes, Summary.population), needed,
      .init("lead", lead, .votes, Summary.lead), .init("shift", shift, .percent, Summary.shift),
    ].compactMap(\.self)
  }

  private static func declared(_ votes: String) -> FindingExample.Dataset {
    FindingExample.Dataset(
      """
      id,source,stage,published,total_sheets,votes_oak,votes_elm
      z,court,declared,2020-01-05,100,\(votes)
      """)
  }
}
