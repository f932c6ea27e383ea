import ModuleKit

/// The contest of a file with a column for each option: one that the workspace has, or a new one.
struct ContestProposal {
  /// Its name.
  let id: String
  /// The option of each column; nil for one that the contest has no option for.
  let options: [String?]
  /// The options of the contest that the file has no column for.
  let absent: [String]
  /// The entry of the workspace file; nil where the workspace has the contest.
  let entry: Proposal.Entry?

  /// The contest for the columns headed `heads`, one of `contests` or a new one; `why` these are its options.
  init(_ heads: [String], why: Text, unsure: [Text] = [], _ contests: [Contest], _ answers: inout LookAnswers) {
    let wanted = answers.known["contest"]
    for contest in contests where wanted ?? contest.id == contest.id {
      let options = heads.map { head in contest.options.first { Self.isSame($0, head) }?.id }
      let found = Set(options.compactMap(\.self))
      // Each option once: else the columns are those of another contest.
      guard found.count == options.compactMap(\.self).count, wanted != nil || found.count == heads.count else {
        continue
      }
      (id, self.options, entry) = (contest.id, options, nil)
      absent = contest.options.map(\.id).filter { !found.contains($0) }
      return
    }
    let free = ["contest"] + (2...).lazy.prefix(contests.count + 1).map { "contest_\($0)" }
    let name = free.first { name in !contests.contains { $0.id == name } } ?? "contest"
    id = answers.answer(
      "contest", Text(en: "what the contest is called", es: "cómo se llama la contienda"), [name], isOpen: true)
    let rule = answers.answer(
      "rule",
      Text(en: "how the votes decide", es: "cómo deciden los votos"),
      Contest.Rule.words.map(\.word))
    let ids = Self.ids(heads)
    var lines = ProposedLines()
    lines.add(0, "\(id):", unsure: answers.doubt("contest"))
    lines.add(1, "rule: \(rule)", unsure: answers.doubt("rule"))
    for doubt in unsure { lines.doubt(1, doubt) }
    lines.add(1, "options:", why)
    for (id, head) in zip(ids, heads) { lines.add(2, "\(id): {name: \(head.quotedInYAML)}") }
    (options, absent, entry) = (ids, [], Proposal.Entry(name: id, lines: lines))
  }

  private static func isSame(_ option: Contest.Option, _ head: String) -> Bool {
    let words = Head(head).words
    let names = [option.id, option.name.en, option.name.es, option.party?.en, option.party?.es].compactMap(\.self)
    return names.contains { Head($0).words == words }
  }

  /// Names for the options, after the heads where these are in Latin letters, else by their numbers.
  private static func ids(_ heads: [String]) -> [String] {
    var ids: [String] = []
    for (place, head) in heads.enumerated() {
      let isLatin = Head(head).words.joined().unicodeScalars.allSatisfy(\.isASCII)
      let base = (isLatin ? head.asIdentifier : nil) ?? "option_\(place + 1)"
      let isFree = !ids.contains(base)
      ids.append(isFree ? base : "\(base)_\(place + 1)")
    }
    return ids
  }
}
