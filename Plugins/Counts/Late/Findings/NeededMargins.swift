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
          "With hindsight, \(\.trailing) was \(\.lead) behind \(\.leading) on the sheets counted early, as the final count gives them, and needed a margin of \(\.needed) among \(\.lateVotes) counted late to draw level; the late votes gave \(\.actual).",
        es:
          "En retrospectiva, \(\.trailing) estaba \(\.lead) por detrás de \(\.leading) en las actas contadas antes, tal como las da el cómputo final, y necesitaba un margen de \(\.needed) entre \(\.lateVotes) contados después para igualar; los votos tardíos dieron \(\.actual)."
      ),
      caution: Caution.feasible, method: Method.remaining, numbers: numbers, words: words,
      examples: [
        FindingExample("A lead of 20, and 100 votes counted late.", Sample.parted, finds: "council"),
        FindingExample("A lead of 20, and 10 votes counted late.", Sample.fewLate),
      ])

    /// A lead that the late votes could not make up.
    static let outOfReach = FindingKind<Self>(
      .info, tier: .explanation, code: "out_of_reach",
      Sentence(
        en:
          "With hindsight, \(\.trailing) was \(\.lead) behind \(\.leading) on the sheets counted early, as the final count gives them, more than the \(\.lateVotes) counted late could make up.",
        es:
          "En retrospectiva, \(\.trailing) estaba \(\.lead) por detrás de \(\.leading) en las actas contadas antes, tal como las da el cómputo final, más de lo que podían compensar \(\.lateVotes) contados después."
      ),
      caution: Text(
        en: "At the hour the number of late votes was not known. It says nothing of whether the early votes are right.",
        es: "En ese momento no se conocía el número de votos tardíos. No dice si los votos tempranos son correctos."),
      method: Method.remaining, numbers: numbers, words: words,
      examples: [
        FindingExample("A lead of 20, and 10 votes counted late.", Sample.fewLate, finds: "council"),
        FindingExample("A lead of 20, and 100 votes counted late.", Sample.parted),
      ])

    private static let numbers: [FindingKind<Self>.Number] = [
      .init("lead", \.lead, .votes, Text(en: "the lead on the early sheets", es: "la ventaja en las actas tempranas")),
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
  }

  /// What was needed among the late votes for the margin that a rule asks for.
  struct NeededThreshold: Sendable {
    let threshold, needed, actual, final: Double
    /// The same, had every voter registered on the late sheets cast a valid vote, and how many these are.
    let ifAllVoted, lateRegistered: Double?
    let first, second: Text

    /// Late votes could bring it about or prevent it.
    static let open = FindingKind<Self>(
      .info, tier: .explanation, code: "needed_threshold",
      Sentence(
        en:
          "\(startEnglish) \(\.first) needed one of \(\.needed) among the late votes; they gave \(\.actual), and all votes \(\.final).",
        es:
          "\(startSpanish) \(\.first) necesitaba uno de \(\.needed) entre los votos tardíos; estos dieron \(\.actual), y todos los votos \(\.final)."
      ),
      caution: Caution.feasible, method: Method.remaining, numbers: numbers, words: words,
      examples: [
        FindingExample("A rule that asks for 10 points.", Sample.parted, with: ["threshold": 10], finds: "council"),
        FindingExample("No such rule.", Sample.parted),
      ])

    /// All late votes the other way would not have prevented it.
    static let safe = FindingKind<Self>(
      .info, tier: .explanation, code: "threshold_safe",
      Sentence(
        en:
          "\(startEnglish) the early votes already sufficed: even all the late votes the other way would have left \(\.first) above it. All votes gave \(\.final).",
        es:
          "\(startSpanish) bastaban ya los votos tempranos: ni siquiera todos los votos tardíos en contra habrían dejado a \(\.first) por debajo. Todos los votos dieron \(\.final)."
      ),
      caution: Caution.feasible, method: Method.remaining, numbers: numbers, words: words,
      examples: [
        FindingExample(
          "A lead of 20 points, and 10 of 110 votes late.", Sample.fewLate, with: ["threshold": 5], finds: "council"),
        FindingExample("Half of the votes late.", Sample.parted, with: ["threshold": 10]),
      ])

    /// Not even all late votes would have brought it about.
    static let outOfReach = FindingKind<Self>(
      .info, tier: .explanation, code: "threshold_out_of_reach",
      Sentence(
        en:
          "\(startEnglish) not even all the late votes would have sufficed for \(\.first). All votes gave \(\.final).",
        es:
          "\(startSpanish) ni siquiera todos los votos tardíos habrían bastado a \(\.first). Todos los votos dieron \(\.final)."
      ),
      caution: Caution.feasible, method: Method.remaining, numbers: numbers, words: words,
      examples: [
        FindingExample(
          "A lead of 20 points, and 10 of 110 votes late.", Sample.fewLate, with: ["threshold": 40], finds: "council"),
        FindingExample("Half of the votes late.", Sample.parted, with: ["threshold": 10]),
      ])

    private static let startEnglish: Phrase<Self> =
      "With hindsight, for a margin of \(\.threshold) over \(\.second) in all votes,"
    private static let startSpanish: Phrase<Self> =
      "En retrospectiva, para un margen de \(\.threshold) sobre \(\.second) en todos los votos,"
    private static let numbers: [FindingKind<Self>.Number] = [
      .init("threshold", \.threshold, .points, Summary.threshold),
      .init("needed", \.needed, .points, Summary.needed),
      .init("actual", \.actual, .points, Text(en: "margin of the late votes", es: "margen de los votos tardíos")),
      .init("final", \.final, .points, Text(en: "margin of all votes", es: "margen de todos los votos")),
      .init("if_all_voted", \.ifAllVoted, .points, Summary.ifAllVoted),
      .init("late_registered", \.lateRegistered, .people, Summary.lateRegistered),
    ]
    private static let words: [FindingKind<Self>.Word] = [.init("first", \.first), .init("second", \.second)]
  }
}
