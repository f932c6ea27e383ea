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
      Schema(.object([.init("seats", Schema(.integer(1...1000), "how many are elected"), required: true)])),
    ]),
    "how the votes decide: most votes; more than half of the valid votes (of all: `{majority: all_votes}`), else nobody is "
      + "elected; more than half of the valid votes, else the two ahead go on; `{seats: 3}`: the three options ahead")

  /// The rule as keys, the module protocol and workspace files hold it.
  public var document: Value {
    switch self {
    case .plurality: "plurality"
    case .majority(.validVotes): "majority"
    case .majority(.allVotes): ["majority": .string(Whole.allVotes.rawValue)]
    case .twoRound: "two_round"
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
    } else if let count = object["seats"]?.integer, count > 0 {
      self = .seats(count)
    } else {
      return nil
    }
  }
}
