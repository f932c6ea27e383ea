import ModuleKit

extension Detect {
  /// How many boxes to draw to meet one of those assumed to be wrong.
  struct PlannedSample: FindingShape {
    let population, needed, sample: Int
    let probability: Quantity

    static let kind = FindingKind<Self>(
      .info, tier: .explanation,
      Sentence(
        en:
          "The mission computes: if \(\.needed, .number) of \(\.population) are wrong, a random draw of \(\.sample) includes at least one of them with a probability of \(\.probability) or more.",
        es:
          "La misión calcula: si \(\.needed, .number) de \(\.population) contienen errores, un sorteo de \(\.sample) incluye al menos una de ellas con una probabilidad del \(\.probability) o más."
      ),
      caution: Text(
        en: "The numbers are assumed for planning. A draw that meets none does not show that none is wrong.",
        es:
          "Los números se suponen para planificar. Un sorteo que no da con ninguna no muestra que ninguna contenga errores."
      ),
      method: Method.detection,
      numbers: [
        .init("population", \.population, .boxes, Summary.population),
        .init("boxes_needed", \.needed, .boxes, Summary.needed),
        .init("sample", \.sample, .boxes, Summary.sample),
        .init("probability", \.probability, .percent, Summary.probability),
      ],
      examples: [
        FindingExample("Five wrong boxes of a hundred.", [:], with: planned, finds: "planned"),
        FindingExample("Only a sample is given.", [:], with: drawn),
      ])
  }

  /// What follows from a sample whose numbers are given by hand.
  struct GivenSample: FindingShape {
    let population, sampled, differing: Int
    let bounds: SampleBounds

    static let kind = FindingKind<Self>(
      .info, tier: .explanation, code: "sample_bounds",
      Sentence(
        en:
          "The mission computes: if \(\.sampled) are drawn at random from \(\.population) and \(\.differing) of them differ, then \(\.bounds.words) of the \(\.population) differ, each bound with \(\.bounds.confidence) confidence.",
        es:
          "La misión calcula: si se sortean \(\.sampled) de un total de \(\.population) y difieren \(\.differing), entonces difieren \(\.bounds.words) del total, cada límite con una confianza del \(\.bounds.confidence)."
      ),
      caution: Text(
        en: "The numbers are given by hand, and the bounds hold for a random draw only. \(Caution.twoBounds.en)",
        es: "Los números se dan a mano y los límites solo valen para un sorteo. \(Caution.twoBounds.es)"),
      method: Method.inversion,
      numbers: [
        .init(
          "population", \.population, .number, Text(en: "the things drawn from", es: "el total del que se sortea")),
        .init("sampled", \.sampled, .number, Text(en: "the things drawn", es: "lo sorteado")),
        .init(
          "differing", \.differing, .number, Text(en: "drawn things that differ", es: "lo sorteado que difiere")),
        .init("upper", \.bounds.atMost, .number, SampleBounds.Summary.atMost),
        .init("lower", \.bounds.atLeast, .number, SampleBounds.Summary.atLeast),
        .init("confidence", \.bounds.confidence, .percent, SampleBounds.Summary.confidence),
      ], words: [.init("bounds", \.bounds.words)],
      examples: [
        FindingExample("Three of fifty differ.", [:], with: drawn, finds: "given"),
        FindingExample("Only boxes to plan with are given.", [:], with: planned),
      ])
  }

  private static let planned: [String: Value] = ["boxes": 100, "defective": 5]
  private static let drawn: [String: Value] = ["population": 500, "sampled": 50, "differing": 3]
}
