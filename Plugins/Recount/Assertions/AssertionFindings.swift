import ModuleKit

/// Both sides of an assertion have as many votes.
struct TiedAssertion: Sendable {
  let source, assertion: Text

  /// In a plan.
  static let planned = kind(plan("5000,5000"), plan("5500,4500"))
  private static func kind(
    _ tie: KeyValuePairs<String, FindingExample.Dataset>, _ lead: KeyValuePairs<String, FindingExample.Dataset>
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
        FindingExample("As many for the one as for the other.", tie, finds: "oak_over_elm"),
        FindingExample("A lead.", lead),
      ])
  }
}

/// Nothing was contested, or nobody voted.
struct NoRival: Sendable {
  let source: Text

  /// In a plan.
  static let planned = kind(plan("0,0"), plan("5500,4500"))
  private static func kind(
    _ nobody: KeyValuePairs<String, FindingExample.Dataset>, _ lead: KeyValuePairs<String, FindingExample.Dataset>
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
      examples: [FindingExample("No votes.", nobody, finds: "d"), FindingExample("A lead.", lead)])
  }
}

extension Assertion {
  static let method = Text(
    en: "the outcome as assertions about two numbers of votes each (Stark 2020, SHANGRLA)",
    es: "el resultado como afirmaciones sobre dos números de votos cada una (Stark 2020, SHANGRLA)")
}

/// A declared result with these votes for oak and elm.
private func plan(_ votes: String) -> KeyValuePairs<String, FindingExample.Dataset> {
  ["bulletins": .init("id,stage,votes_oak,votes_elm,source\nd,declared,\(votes),court")]
}
