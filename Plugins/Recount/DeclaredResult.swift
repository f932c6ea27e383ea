import ModuleKit
import Statistics

/// The declared result, as far as a recount needs it.
struct DeclaredResult {
  let bulletin: Bulletin
  /// The lead in votes.
  let lead: Int
  /// The two leading options by their place on the ballot; nil where only a lead is stated, or none is.
  let leading: (first: Int, second: Int)?
  /// The valid votes, stated or implied.
  let valid: Int?

  /// nil where no result is declared, or it states no lead.
  init?(_ bulletins: Bulletins?) {
    guard let bulletin = bulletins?.all.last(where: { $0.stage == .declared }) else { return nil }
    guard let standing = bulletin.standing, let lead = standing.votes else { return nil }
    (self.bulletin, self.lead, valid) = (bulletin, lead, bulletin.validCounted?.value)
    leading = standing.leader.flatMap { first in standing.second.map { (first, $0) } }
  }

  /// The row's key.
  var key: String { bulletin.provenance.key }

  /// The votes of one option less those of another, in points of the valid votes; nil where they are not stated.
  func points(_ first: Int, less second: Int) -> Rational? {
    guard let votes = bulletin.votes[first], let others = bulletin.votes[second], let valid else { return nil }
    return (100 * (Rational(votes) - Rational(others))).divided(by: Rational(valid))
  }
}

extension Contest {
  /// - Throws: `DiagnosticsError` with what is of this contest, unless it is the contest of the recounts.
  func mustBe(
    _ recounts: Contest, of what: Text = Text(en: "the bulletins", es: "los boletines")
  ) throws(DiagnosticsError) {
    if self != recounts { throw DiagnosticsError(RecountMessage.otherContest(id, of: what, recounts: recounts.id)) }
  }
}
