import ModuleKit

extension Timeline {
  /// How the lead moved from one bulletin to the next.
  struct LeadStep: FindingShape {
    let step, before, after: Int
    let reference, sources: Text

    static let kind = FindingKind<Self>(
      .info,
      Sentence(
        en:
          "By the figures of \(\.sources), the mission computes that from one bulletin to the next the lead of \(\.reference) went from \(\.before, .number) to \(\.after, .number) votes: a change of \(\.step).",
        es:
          "Con las cifras de \(\.sources), la misión calcula que de un boletín al siguiente la ventaja de \(\.reference) pasó de \(\.before, .number) a \(\.after, .number) votos: un cambio de \(\.step)."
      ),
      caution: Caution.lateCount, method: Method.differences,
      numbers: [
        .init(
          "step", \.step, .votes,
          Text(en: "change of the lead; negative where it shrank", es: "cambio de la ventaja; negativo donde disminuyó")
        ),
        .init("before", \.before, .votes, Text(en: "lead before", es: "ventaja antes")),
        .init(
          "after", \.after, .votes,
          Text(en: "lead after; negative for being behind", es: "ventaja después; negativa si va por detrás")),
      ], words: [.init("reference", \.reference), .init("sources", \.sources)],
      examples: [
        FindingExample("Two bulletins of known order.", ["bulletins": turned], finds: "a_to_b"),
        FindingExample("One bulletin has nothing to move from.", ["bulletins": alone]),
      ])
  }

  /// How the lead moved from the first bulletin to the last.
  struct LeadChangeTotal: FindingShape {
    let total, before, after: Int
    let reference, sources: Text

    static let kind = FindingKind<Self>(
      .notice,
      Sentence(
        en:
          "By the figures of \(\.sources), the mission computes that from the first to the last bulletin the lead of \(\.reference) went from \(\.before, .number) to \(\.after, .number) votes: a change of \(\.total).",
        es:
          "Con las cifras de \(\.sources), la misión calcula que del primer al último boletín la ventaja de \(\.reference) pasó de \(\.before, .number) a \(\.after, .number) votos: un cambio de \(\.total)."
      ),
      caution: Caution.lateCount, method: Method.differences,
      numbers: [
        .init(
          "total", \.total, .votes,
          Text(en: "change of the lead over all bulletins", es: "cambio de la ventaja en todos los boletines")),
        .init("before", \.before, .votes, Text(en: "lead in the first", es: "ventaja en el primero")),
        .init(
          "after", \.after, .votes,
          Text(
            en: "lead in the last; negative for being behind", es: "ventaja en el último; negativa si va por detrás")),
      ], words: [.init("reference", \.reference), .init("sources", \.sources)],
      examples: [
        FindingExample("Two bulletins of known order.", ["bulletins": turned], finds: "a_to_b"),
        FindingExample("One bulletin has nothing to move from.", ["bulletins": alone]),
      ])
  }

  /// A change of the option ahead between two bulletins, in votes.
  struct LeadReversal: FindingShape {
    let before, after: Int
    let first, then, sources: Text

    static let kind = FindingKind<Self>(
      .notice,
      Sentence(
        en:
          "By the figures of \(\.sources), the mission computes that the option ahead changed between two bulletins: \(\.first) was ahead by \(\.before), then \(\.then) by \(\.after).",
        es:
          "Con las cifras de \(\.sources), la misión calcula que entre dos boletines cambió quién iba en primer lugar: hasta entonces, \(\.first), con una ventaja de \(\.before); después, \(\.then), con una de \(\.after)."
      ),
      caution: Caution.lateCount, method: Method.differences,
      numbers: [
        .init("before", \.before, .votes, Text(en: "lead before the turn", es: "ventaja antes de la inversión")),
        .init("after", \.after, .votes, Text(en: "lead after the turn", es: "ventaja después de la inversión")),
      ], words: [.init("first", \.first), .init("then", \.then), .init("sources", \.sources)],
      examples: [
        FindingExample("Oak is ahead, then elm.", ["bulletins": turned], finds: "a_to_b"),
        FindingExample(
          "Published on one day, so that nothing tells which came first.",
          [
            "bulletins": """
            id,source,published,votes_oak,votes_elm
            a,court,2020-01-01,500,400
            b,tv,2020-01-01,700,800
            """
          ]),
      ])
  }

  /// A change of the option ahead between two bulletins, one of which gives no votes.
  struct OrderReversal: FindingShape {
    let first, then, sources: Text

    static let kind = FindingKind<Self>(
      .notice,
      Sentence(
        en:
          "By the figures of \(\.sources), the mission computes that the option ahead changed between two bulletins: \(\.first) was ahead, then \(\.then).",
        es:
          "Con las cifras de \(\.sources), la misión calcula que entre dos boletines cambió quién iba en primer lugar: hasta entonces, \(\.first); después, \(\.then)."
      ),
      caution: Caution.lateCount, method: Method.differences,
      words: [.init("first", \.first), .init("then", \.then), .init("sources", \.sources)],
      examples: [
        FindingExample(
          "Votes, then shares alone.",
          [
            "bulletins": """
            id,source,published,votes_oak,votes_elm,percent_oak,percent_elm
            a,court,2020-01-01,500,400,,
            b,court,2020-01-03,,,49.0,50.0
            """
          ], finds: "a_to_b"),
        FindingExample("Both give votes: the finding in votes tells it.", ["bulletins": turned]),
      ])
  }

  private static let turned: FindingExample.Dataset = """
    id,source,published,votes_oak,votes_elm
    a,court,2020-01-01,500,400
    b,court,2020-01-03,700,800
    """
  private static let alone: FindingExample.Dataset = """
    id,source,published,votes_oak,votes_elm
    a,court,2020-01-01,500,400
    """
}
