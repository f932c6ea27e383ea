import ModuleKit

/// What a workspace would say of a file whose columns have the kind's own names.
struct DeclaredProposal {
  let proposal: Proposal

  init(_ look: FileLook, _ found: DeclaredSearch, _ name: String, _ answers: LookAnswers, _ contests: [Contest]) {
    var answers = answers
    let columns = Dictionary(look.table.columns.map { ($0.name, $0) }) { first, _ in first }
    var contest: ContestProposal?
    if found.kind.takes.contains(.contest) {
      contest = ContestProposal(
        found.options, why: Text(en: "as the columns name them", es: "como las nombran las columnas"), contests,
        &answers)
    }
    var mapped = ProposedLines()
    var (isMapped, gapWords) = (false, Set<String>())
    for field in found.present {
      guard let column = columns[field.name] else { continue }
      if column.isCount { gapWords.formUnion(column.gapWords) }
      let misfits = column.misfits(field.values)
      guard !misfits.isEmpty, ![.key, .required].contains(field.role) else { continue }
      isMapped = true
      let words = if case .choice(let words) = field.values { words.joined(separator: ", ") } else { "" }
      let listed = misfits.listed
      mapped.add(
        2, "\(field.name.inYAML): {is: not_given}",
        unsure: Text(
          en: "the column stands in the file, but '\(field.name)' cannot be \(listed.en)"
            + (words.isEmpty ? "" : "; it can be \(words)"),
          es: "la columna está en el archivo, pero «\(field.name)» no puede ser \(listed.es)"
            + (words.isEmpty ? "" : "; puede ser \(words)")))
    }
    if !isMapped, !found.unknown.isEmpty, let key = found.present.first(where: { $0.role == .key }) {
      isMapped = true
      mapped.add(
        2, "\(key.name): \(key.name)",
        Text(
          en: "so that the file may have columns that nobody reads",
          es: "para que el archivo pueda tener columnas que nadie lee"))
    }
    var lines = ProposedLines()
    lines.add(0, "\(name):")
    lines.add(
      1, "kind: \(found.kind.id)",
      Text(
        en: "\(found.present.count) of its columns have the kind's own names",
        es: "\(found.present.count) de sus columnas tienen los nombres propios del tipo"))
    lines.add(1, "path: \(look.path.inPathYAML)")
    if let contest { lines.add(1, "contest: \(contest.id)") }
    if found.kind.takes.contains(.track) {
      let track = answers.answer(
        "track",
        Text(
          en: "whose copy of the sheets it is",
          es: "de quién es la copia de las actas"), Track.allCases.map(\.rawValue))
      lines.add(1, "track: \(track)", unsure: answers.doubt("track"))
    }
    let areas = found.kind.takes.contains(.areas) ? Self.areas(found.unknown) : []
    if !areas.isEmpty {
      lines.add(
        1, "areas: [\(areas.joined(separator: ", "))]",
        Text(en: "in the order of the file", es: "en el orden del archivo"))
    }
    look.addFormat(to: &lines, missing: gapWords.sorted(), &answers)
    if isMapped {
      lines.add(
        1, "columns:", Text(en: "the others have the kind's names", es: "las demás tienen los nombres del tipo"))
      lines.append(mapped)
    }
    let left = found.unknown.map(\.name).filter { !areas.contains($0) }
    if !left.isEmpty {
      lines.comment(1, Text(en: "left out: \(left.listed.en)", es: "quedan fuera: \(left.listed.es)"))
    }
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
