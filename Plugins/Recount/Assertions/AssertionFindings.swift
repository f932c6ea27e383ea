import ModuleKit

/// Both sides of an assertion have as many votes.
struct TiedAssertion: Sendable {
  let source, assertion: Text

  /// In a plan.
  static let kind = kind { declared($0) }
  /// In an audit that was entered.
  static let measured = kind { declared($0, enteredTallies) }
  /// In an audit of batches.
  static let ofBatches = kind { BatchRisk.counted("1,\($0)", reported: $0) }

  private static func kind(
    _ example: (_ votes: String) -> KeyValuePairs<String, FindingExample.Dataset>
  ) -> FindingKind<Self> {
    FindingKind(
      .notice, code: "tied_assertion",
      Sentence(
        en:
          "According to \(\.source), there is a tie on whether \(\.assertion): no sample can check that, since one ballot would decide.",
        es:
          "Según \(\.source), hay un empate en cuanto a si \(\.assertion): ninguna muestra puede comprobarlo, pues una sola papeleta decidiría."
      ),
      caution: Text(
        en: "A tie does not show an error. What follows from one is for the law to say.",
        es: "Un empate no muestra un error. Lo que se sigue de él lo dice la ley."), method: Assertion.method,
      words: [.init("source", \.source), .init("assertion", \.assertion)],
      examples: [
        FindingExample("As many for the one as for the other.", example("50,50"), finds: "oak_over_elm"),
        FindingExample("A lead.", example("55,45")),
      ])
  }
}

/// Nothing was contested, or nobody voted.
struct NoRival: Sendable {
  let source: Text

  /// In a plan.
  static let kind = kind { declared($0) }
  /// In an audit that was entered.
  static let measured = kind { declared($0, enteredTallies) }
  /// In an audit of batches.
  static let ofBatches = kind { BatchRisk.counted("1,\($0)", reported: $0) }

  private static func kind(
    _ example: (_ votes: String) -> KeyValuePairs<String, FindingExample.Dataset>
  ) -> FindingKind<Self> {
    FindingKind(
      .info, code: "no_rival",
      Sentence(
        en:
          "According to \(\.source), there is no second option, or there are no valid votes: there is nothing that drawn ballots could check.",
        es:
          "Según \(\.source), no hay una segunda opción o no hay votos válidos: no hay nada que unas papeletas sorteadas puedan comprobar."
      ),
      caution: Text(
        en: "It says nothing of who could stand or vote.", es: "No dice nada de quién pudo presentarse o votar."),
      method: Assertion.method, words: [.init("source", \.source)],
      examples: [
        FindingExample("No votes.", example("0,0"), finds: "d"),
        FindingExample("A lead.", example("55,45")),
      ])
  }
}

extension Assertion {
  /// What ``votes`` are.
  static let votesMeaning = Text(
    en: "votes between the two sides, or beyond what the rule asks for",
    es: "votos entre los dos lados, o más allá de lo que exige la regla")
  static let method = Text(
    en: "the outcome as assertions about two numbers of votes each (Stark 2020, SHANGRLA)",
    es: "el resultado como afirmaciones sobre dos números de votos cada una (Stark 2020, SHANGRLA)")
}

/// A round of tallies of oak and elm.
private let enteredTallies = "round,ballots,votes_oak,votes_elm\n1,100,60,40"

/// A declared result with these votes for oak and elm, and what was entered of an audit.
private func declared(_ votes: String, _ round: String? = nil) -> KeyValuePairs<String, FindingExample.Dataset> {
  let bulletins = FindingExample.Dataset("id,stage,votes_oak,votes_elm,source\nd,declared,\(votes),court")
  guard let round else { return ["bulletins": bulletins] }
  return ["bulletins": bulletins, "tallies": FindingExample.Dataset(round)]
}
