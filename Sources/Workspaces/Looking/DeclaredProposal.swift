import ModuleKit

/// What a workspace would say of a file whose columns have the kind's own names.
struct DeclaredProposal {
  let proposal: Proposal

  init(_ look: FileLook, _ found: DeclaredSearch, _ name: String, _ answers: LookAnswers, _ contests: [Contest]) {
    var answers = answers
    let columns = Dictionary(look.table.columns.map { ($0.name, $0) }) { first, _ in first }
    var contest: ContestProposal?
    if found.kind.takes.contains(.contest) {
      contest = ContestProposal(found.options, why: "as the columns name them", contests, &answers)
    }
    var mapped = ProposedLines()
    var (isMapped, gapWords) = (false, Set<String>())
    for field in found.present {
      guard let column = columns[field.name] else { continue }
      if column.isCount { gapWords.formUnion(column.gapWords) }
      let misfits = column.misfits(field.values)
      guard !misfits.isEmpty, ![.key, .required].contains(field.role) else { continue }
      isMapped = true
      let rule =
        if case .choice(let words) = field.values { "; it can be \(words.joined(separator: ", "))" } else { "" }
      mapped.add(
        2, "\(field.name.inYAML): {is: not_given}",
        unsure: "the column stands in the file, but '\(field.name)' cannot be \(misfits.listed)\(rule)")
    }
    if !isMapped, !found.unknown.isEmpty, let key = found.present.first(where: { $0.role == .key }) {
      isMapped = true
      mapped.add(2, "\(key.name): \(key.name)", "so that the file may have columns that nobody reads")
    }
    var lines = ProposedLines()
    lines.add(0, "\(name):")
    lines.add(1, "kind: \(found.kind.id)", "\(found.present.count) of its columns have the kind's own names")
    lines.add(1, "path: \(look.path.inPathYAML)")
    if let contest { lines.add(1, "contest: \(contest.id)") }
    if found.kind.takes.contains(.track) {
      let track = answers.answer(
        "track",
        Text(
          en: "whose copy of the sheets it is: the file does not say",
          es: "de quién es la copia de las actas: el archivo no lo dice"), Track.allCases.map(\.rawValue))
      lines.add(1, "track: \(track)", unsure: answers.doubt("track"))
    }
    let areas = found.kind.takes.contains(.areas) ? Self.areas(found.unknown) : []
    if !areas.isEmpty {
      lines.add(1, "areas: [\(areas.joined(separator: ", "))]", "in the order of the file")
    }
    look.addFormat(to: &lines, missing: gapWords.sorted(), &answers)
    if isMapped {
      lines.add(1, "columns:", "the others have the kind's names")
      lines.append(mapped)
    }
    let left = found.unknown.map(\.name).filter { !areas.contains($0) }
    if !left.isEmpty { lines.comment(1, "left out: \(left.listed)") }
    look.addExpectation(to: &lines)
    proposal = Proposal(
      contest: contest?.entry, dataset: .init(name: name, lines: lines), remarks: look.remarks(answers.questions),
      questions: answers.questions)
  }

  /// The columns that name areas and can be called what they are.
  private static func areas(_ columns: [LookedColumn]) -> [String] {
    columns.filter { StringFormat.identifier.admits($0.name) && AreaWords.level($0.head) != nil && !$0.hasGaps }
      .map(\.name)
  }
}
