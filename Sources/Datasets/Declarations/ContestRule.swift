public import Schema

extension Contest.Rule {
  /// The rules that a word alone names.
  public static let words: [(word: String, rule: Contest.Rule)] = [
    ("plurality", .plurality), ("majority", .majority(of: .validVotes)), ("two_round", .twoRound),
  ]

  /// What a workspace file may hold for it.
  public static let schema = Schema(
    .either([
      Schema(.choice(words.map(\.word))),
      Schema(
        .object([.init("majority", Schema(.choice(Whole.allCases.map(\.rawValue)), "of which votes"), required: true)])),
      Schema(
        .object([
          .init(
            "threshold",
            Schema(
              .object([
                .init("share", Schema(.integer(1...99), "percent of the valid votes"), required: true),
                .init("lead", Schema(.integer(0...99), "points ahead of the next"), required: true),
                .init(
                  "outright",
                  Schema(.integer(1...99), "percent that is enough without a lead; 50, or the share where it is more")),
              ])), required: true)
        ])),
      Schema(.object([.init("seats", Schema(.integer(1...1000), "how many are elected"), required: true)])),
    ]),
    "how the votes decide: most votes; more than half of the valid votes (of all: `{majority: all_votes}`), else nobody is "
      + "elected; more than half of the valid votes, else the two ahead go on; `{threshold: {share: 40, lead: 10}}`: more than half of the valid votes, "
      + "or 40 % and 10 points ahead of the next, else the two ahead go on; `{seats: 3}`: the three options ahead")

  /// The rule as keys, the module protocol and workspace files hold it.
  public var document: Value {
    switch self {
    case .plurality: "plurality"
    case .majority(.validVotes): "majority"
    case .majority(.allVotes): ["majority": .string(Whole.allVotes.rawValue)]
    case .twoRound: "two_round"
    case .threshold(let share, let lead, let outright):
      ["threshold": ["share": .integer(share), "lead": .integer(lead), "outright": .integer(outright)]]
    case .seats(let count): ["seats": .integer(count)]
    }
  }

  /// Reads what ``document`` writes; nil for anything else.
  public init?(document: Value?) {
    if let word = document?.string {
      guard let rule = Self.words.first(where: { $0.word == word })?.rule else { return nil }
      self = rule
      return
    }
    guard let object = document?.object, object.count == 1 else { return nil }
    if let whole = object["majority"]?.string.flatMap(Whole.init) {
      self = .majority(of: whole)
    } else if let threshold = object["threshold"]?.object {
      let outright = threshold["outright"]
      guard threshold.count == (outright == nil ? 2 : 3), let share = threshold["share"]?.integer,
        let lead = threshold["lead"]?.integer, let most = outright == nil ? max(50, share) : outright?.integer,
        (1...99).contains(share), (0...99).contains(lead), (1...99).contains(most)
      else { return nil }
      self = .threshold(share: share, lead: lead, outright: most)
    } else if let count = object["seats"]?.integer, count > 0 {
      self = .seats(count)
    } else {
      return nil
    }
  }
}
