import ModuleKit

extension Late {
  /// What those behind needed among the late votes to draw level.
  struct Needed: Sendable {
    let lead, lateVotes: Double
    let needed, actual: Double
    /// The same, had every voter registered on the late sheets cast a valid vote, and how many these are.
    let ifAllVoted, lateRegistered: Double?
    let trailing, leading: Text

    /// The margin that they needed, and what the late votes gave.
    static let withinReach = FindingKind<Self>(
      .info, tier: .explanation, code: "needed",
      Sentence(
        en:
          "With hindsight, \(\.trailing) was \(\.lead) behind \(\.leading) in the early count and needed a margin of \(\.needed) among \(\.lateVotes) counted late to draw level; the late votes gave \(\.actual).",
        es:
          "En retrospectiva, \(\.trailing) estaba \(\.lead) por detrás de \(\.leading) en el conteo temprano y necesitaba un margen de \(\.needed) entre \(\.lateVotes) contados después para igualar; los votos tardíos dieron \(\.actual)."
      ),
      caution: Caution.feasible, method: Method.remaining, numbers: numbers, words: words,
      examples: [
        FindingExample("A lead of 20, and 100 votes counted late.", Sample.parted, finds: "council"),
        FindingExample("A lead of 20, and 10 votes counted late.", decidedEarly),
      ])

    /// A lead that the late votes could not make up.
    static let outOfReach = FindingKind<Self>(
      .info, tier: .explanation, code: "out_of_reach",
      Sentence(
        en:
          "With hindsight, \(\.trailing) was \(\.lead) behind \(\.leading) in the early count, more than the \(\.lateVotes) counted late could make up.",
        es:
          "En retrospectiva, \(\.trailing) estaba \(\.lead) por detrás de \(\.leading) en el conteo temprano, más de lo que podían compensar \(\.lateVotes) contados después."
      ),
      caution: Text(
        en: "At the hour the number of late votes was not known. It says nothing of whether the early votes are right.",
        es: "En ese momento no se conocía el número de votos tardíos. No dice si los votos tempranos son correctos."),
      method: Method.remaining, numbers: numbers, words: words,
      examples: [
        FindingExample("A lead of 20, and 10 votes counted late.", decidedEarly, finds: "council"),
        FindingExample("A lead of 20, and 100 votes counted late.", Sample.parted),
      ])

    private static let numbers: [FindingKind<Self>.Number] = [
      .init("lead", \.lead, .votes, Text(en: "the lead in the early count", es: "la ventaja en el conteo temprano")),
      .init("late_votes", \.lateVotes, .votes, Summary.lateVotes),
      .init("needed", \.needed, .points, Summary.needed),
      .init(
        "actual", \.actual, .points,
        Text(
          en: "margin of the late votes for the side that was behind",
          es: "margen de los votos tardíos para quien iba por detrás")),
      .init("if_all_voted", \.ifAllVoted, .points, Summary.ifAllVoted),
      .init("late_registered", \.lateRegistered, .people, Summary.lateRegistered),
    ]
    private static let words: [FindingKind<Self>.Word] = [
      .init("trailing", \.trailing), .init("leading", \.leading),
    ]
    private static let decidedEarly: KeyValuePairs<String, FindingExample.Dataset> = [
      "sheets": """
      sheet,votes_oak,votes_elm
      1,60,40
      2,5,5
      """, "early": Sample.first,
    ]
  }

  /// What was needed among the late votes for the margin that a rule asks for.
  struct NeededThreshold: FindingShape {
    let threshold, needed, actual, final: Double
    /// The same, had every voter registered on the late sheets cast a valid vote, and how many these are.
    let ifAllVoted, lateRegistered: Double?
    let first, second, reach: Text

    static let kind = FindingKind<Self>(
      .info, tier: .explanation,
      Sentence(
        en:
          "With hindsight, for a margin of \(\.threshold) over \(\.second) in all votes, \(\.first) needed one of \(\.needed) among the late votes; they gave \(\.actual), and all votes \(\.final).\(\.reach)",
        es:
          "En retrospectiva, para un margen de \(\.threshold) sobre \(\.second) en todos los votos, \(\.first) necesitaba uno de \(\.needed) entre los votos tardíos; estos dieron \(\.actual), y todos los votos \(\.final).\(\.reach)"
      ),
      caution: Caution.feasible, method: Method.remaining,
      numbers: [
        .init("threshold", \.threshold, .points, Summary.threshold),
        .init("needed", \.needed, .points, Summary.needed),
        .init("actual", \.actual, .points, Text(en: "margin of the late votes", es: "margen de los votos tardíos")),
        .init("final", \.final, .points, Text(en: "margin of all votes", es: "margen de todos los votos")),
        .init("if_all_voted", \.ifAllVoted, .points, Summary.ifAllVoted),
        .init("late_registered", \.lateRegistered, .people, Summary.lateRegistered),
      ], words: [.init("first", \.first), .init("second", \.second), .init("reach", \.reach)],
      examples: [
        FindingExample("A rule that asks for 10 points.", Sample.parted, with: ["threshold": 10], finds: "council"),
        FindingExample("No such rule.", Sample.parted),
      ])
  }
}
