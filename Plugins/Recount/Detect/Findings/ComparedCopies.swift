import ModuleKit

extension Detect {
  /// What follows for the copies handed over from those drawn among them.
  struct CopiesBound: FindingShape {
    let check: CopyCheck
    let bounds: SampleBounds

    static let kind = FindingKind<Self>(
      .info,
      Sentence(
        en:
          "According to \(\.check.comparedBy), \(\.check.sampled, .number) of the \(\.check.covered, .number) \(\.check.copies) handed over were drawn at random and compared: \(\.check.differingWords). If so, the mission computes that \(\.bounds.words) of the \(\.check.covered, .number) handed over differ, each bound with \(\.bounds.confidence) confidence.",
        es:
          "Según \(\.check.comparedBy), de las \(\.check.covered, .number) \(\.check.copies) entregadas se sortearon y compararon \(\.check.sampled, .number): \(\.check.differingWords). Si es así, la misión calcula que difieren \(\.bounds.words) de las \(\.check.covered, .number) entregadas, cada límite con una confianza del \(\.bounds.confidence)."
      ),
      caution: Text(
        en:
          "The bound is for the copies that were handed over; it says nothing of sheets without a copy, nor of what happened before a sheet was written. It rests on the draw being random, as stated. \(Caution.twoBounds.en)",
        es:
          "El límite vale para las copias entregadas; no dice nada de las actas sin copia, ni de lo ocurrido antes de llenarse el acta. Supone que el sorteo fue aleatorio, como se afirma. \(Caution.twoBounds.es)"
      ),
      method: Method.inversion,
      numbers: [
        .init("total", \.check.sheets, .sheets, Summary.sheets),
        .init("covered", \.check.covered, .copies, Summary.covered),
        .init("sampled", \.check.sampled, .copies, Summary.sampled),
        .init("differing", \.check.differing, .copies, Summary.differing),
        .init("uncovered", \.check.uncovered, .sheets, Summary.uncovered),
        .init("upper", \.bounds.atMost, .copies, SampleBounds.Summary.atMost),
        .init("lower", \.bounds.atLeast, .copies, SampleBounds.Summary.atLeast),
        .init("confidence", \.bounds.confidence, .percent, SampleBounds.Summary.confidence),
      ],
      words: [
        .init("compared_by", \.check.comparedBy), .init("copies", \.check.copies),
        .init("differing_words", \.check.differingWords),
        .init("bounds", \.bounds.words),
      ],
      examples: [
        FindingExample("Fifty copies drawn.", ["copy_checks": checked("random")], finds: "c"),
        FindingExample("Fifty copies chosen.", ["copy_checks": checked("not_random")]),
      ])
  }

  /// Sheets without a copy that was handed over.
  struct CopiesNotCovered: FindingShape {
    let check: CopyCheck

    static let kind = FindingKind<Self>(
      .notice,
      Sentence(
        en:
          "According to \(\.check.comparedBy), of \(\.check.sheets) no copy of \(\.check.uncovered, .number) was handed over: the comparison says nothing of those.",
        es:
          "Según \(\.check.comparedBy), de \(\.check.sheets) no se entregó copia de \(\.check.uncovered, .number): la comparación no dice nada de esas."
      ),
      caution: Text(
        en: "A copy that was not handed over does not show that its sheet is wrong.",
        es: "Que no se entregara una copia no muestra que su acta contenga errores."),
      method: Method.inversion,
      numbers: [
        .init("uncovered", \.check.uncovered, .sheets, Summary.uncovered),
        .init("total", \.check.sheets, .sheets, Summary.sheets),
      ], words: [.init("compared_by", \.check.comparedBy)],
      examples: [
        FindingExample("Copies of 400 of 500 sheets.", ["copy_checks": checked("random", covered: 400)], finds: "c"),
        FindingExample("Copies of all sheets.", ["copy_checks": checked("random")]),
      ])
  }

  /// Copies that were compared, from which nothing follows for the others.
  struct ComparedCopies: Sendable {
    let check: CopyCheck

    /// They were not drawn.
    static let notRandom = FindingKind<Self>(
      .notice, code: "copies_not_random",
      Sentence(
        en:
          "According to \(\.check.comparedBy), \(\.check.sampled, .number) of the \(\.check.covered, .number) \(\.check.copies) handed over were compared: \(\.check.differingWords). They were not drawn at random, so no bound and no error rate follows for the others.",
        es:
          "Según \(\.check.comparedBy), de las \(\.check.covered, .number) \(\.check.copies) entregadas se compararon \(\.check.sampled, .number): \(\.check.differingWords). No se eligieron por sorteo, por lo que no se sigue ningún límite ni tasa de error para las demás."
      ),
      caution: caution, method: Method.inversion, numbers: numbers, words: words,
      examples: [
        FindingExample("Fifty copies chosen.", ["copy_checks": checked("not_random")], finds: "c"),
        FindingExample("Fifty copies drawn.", ["copy_checks": checked("random")]),
      ])

    /// Nobody says how they were chosen.
    static let selectionUnknown = FindingKind<Self>(
      .notice, code: "copies_selection_unknown",
      Sentence(
        en:
          "According to \(\.check.comparedBy), \(\.check.sampled, .number) of the \(\.check.covered, .number) \(\.check.copies) handed over were compared: \(\.check.differingWords). How they were chosen is not known, so no bound and no error rate follows for the others.",
        es:
          "Según \(\.check.comparedBy), de las \(\.check.covered, .number) \(\.check.copies) entregadas se compararon \(\.check.sampled, .number): \(\.check.differingWords). No se sabe cómo se eligieron, por lo que no se sigue ningún límite ni tasa de error para las demás."
      ),
      caution: caution, method: Method.inversion, numbers: numbers, words: words,
      examples: [
        FindingExample("Nothing is said of how they were chosen.", ["copy_checks": checked("")], finds: "c"),
        FindingExample("Fifty copies chosen.", ["copy_checks": checked("not_random")]),
      ])

    private static let caution = Text(
      en: "The comparison holds for the copies compared. How they were chosen does not show bad faith.",
      es: "La comparación vale para las copias comparadas. La forma de elegirlas no muestra mala fe.")
    private static let numbers: [FindingKind<Self>.Number] = [
      .init("total", \.check.sheets, .sheets, Summary.sheets),
      .init("covered", \.check.covered, .copies, Summary.covered),
      .init("sampled", \.check.sampled, .copies, Summary.sampled),
      .init("differing", \.check.differing, .copies, Summary.differing),
      .init("uncovered", \.check.uncovered, .sheets, Summary.uncovered),
    ]
    private static let words: [FindingKind<Self>.Word] = [
      .init("compared_by", \.check.comparedBy), .init("copies", \.check.copies),
      .init("differing_words", \.check.differingWords),
    ]
  }

  private static func checked(_ selection: String, covered: Int = 500) -> FindingExample.Dataset {
    FindingExample.Dataset(
      """
      id,source,sheets_total,copies_covered,copies_sampled,copies_differ,selection
      c,ngo,500,\(covered),50,3,\(selection)
      """)
  }
}
