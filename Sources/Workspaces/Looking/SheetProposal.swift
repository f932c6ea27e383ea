import ModuleKit

/// What a workspace would say of a file of sheets or stations with heads of its own.
struct SheetProposal {
  private let look: FileLook
  private let search: SheetSearch
  private let kind: any AnyDatasetKind
  private let name: String
  private var answers: LookAnswers
  private let contests: [Contest]
  private var contest: ContestProposal?
  /// The rows that are read, by the values of columns.
  private var filters: [(column: String, values: [String])]
  /// Lines behind those of columns.
  private var behind = ProposedLines()
  private var areas: [(level: String, column: Int)] = []
  /// The columns of the file that the proposal reads.
  private var used: Set<Int> = []
  private(set) var proposal: Proposal?

  private var columns: [LookedColumn] { search.columns }

  /// The proposal for a dataset of `kind` named `name`; nil where its fields are not seen in the file.
  init?(
    _ look: FileLook, _ kind: any AnyDatasetKind, _ name: String, _ answers: LookAnswers, _ contests: [Contest]
  ) {
    let hasVotes = kind.takes.contains(.contest)
    let fields = kind.columns(for: hasVotes ? Contest("contest", rule: .plurality, options: []) : nil)
    var answers = answers
    let rows = RowChoice(look.table.columns, &answers)
    search = SheetSearch(rows.columns, fields)
    filters = rows.filters
    (self.look, self.kind, self.name, self.answers, self.contests) = (look, kind, name, answers, contests)
    let key = search.key
    if hasVotes {
      // A file with a row for each option is one of sheets where something names these.
      guard search.votes != nil || search.long != nil && key?.isNamed == true else { return nil }
    } else {
      // A list of stations names them, and says how large they are or how they were drawn.
      guard let key, key.isNamed, search.assignments["registered"] != nil || search.assignments["stratum"] != nil else {
        return nil
      }
    }
    propose(key)
  }

  private mutating func propose(_ key: KeySearch.Key?) {
    var inner = ProposedLines()
    addKey(key, to: &inner)
    areas = search.areas(without: key?.columns ?? [])
    for (level, column) in areas {
      inner.add(2, "\(level): \(columns[column].name.inYAML)", "\(columns[column].values.count) of them")
      used.insert(column)
    }
    for field in search.fields { addField(field, to: &inner) }
    addVotes(to: &inner)
    addLong()
    addTime(to: &inner)

    var lines = ProposedLines()
    lines.add(0, "\(name):")
    let isNamed = key?.isNamed ?? search.isStation.contains(true)
    let doubt = isNamed ? nil : "whether each row is a sheet or an area; kind area_totals is for areas"
    lines.add(1, "kind: \(kind.id)", whyKind, unsure: doubt)
    lines.add(1, "path: \(look.path.inPathYAML)")
    if let contest { lines.add(1, "contest: \(contest.id)") }
    if kind.takes.contains(.track) {
      let track = answers.answer(
        "track",
        Text(
          en: "whose copy of the sheets it is: the file does not say",
          es: "de quién es la copia de las actas: el archivo no lo dice"), tracks)
      lines.add(1, "track: \(track)", unsure: answers.doubt("track"))
    }
    if !areas.isEmpty {
      lines.add(
        1, "areas: [\(areas.map(\.level).joined(separator: ", "))]", "from the coarsest, of which there are fewest",
        unsure: doubtOfAreas)
    }
    let missing = Set(used.flatMap { columns[$0].isCount ? columns[$0].gapWords : [] }).sorted()
    look.addFormat(to: &lines, missing: missing, &answers)
    lines.add(1, "columns:")
    lines.append(inner)
    if !filters.isEmpty { lines.add(1, "where:") }
    for (column, values) in filters {
      lines.add(2, "- {column: \(column.inYAML), is: \(values.quotedInYAML)}", unsure: answers.doubt("where.\(column)"))
    }
    lines.append(behind)
    let filtering = filters.map(\.column)
    let left = columns.indices.filter { !used.contains($0) && !filtering.contains(columns[$0].name) }.map {
      columns[$0].name
    }
    if !left.isEmpty { lines.comment(1, "left out: \(left.listed)") }
    look.addExpectation(to: &lines)
    proposal = Proposal(
      contest: contest?.entry, dataset: .init(name: name, lines: lines), remarks: look.remarks(answers.questions),
      questions: answers.questions)
  }

  private var whyKind: String {
    if search.long != nil { return "a row for each option of a sheet" }
    guard let votes = search.votes else { return "a list of stations: no columns of votes" }
    return "\(votes.columns.count) columns of votes beside each other, one row a sheet"
  }

  /// Whose copy the sheets may be, the likeliest first by the words of the file's name.
  private var tracks: [String] {
    let words = Head(look.path)
    let isPreliminary = words.match(["trep", "prep", "prelim", "provision"]) != nil
    let first: Track = isPreliminary ? .preliminary : .official
    return [first.rawValue] + Track.allCases.filter { $0 != first }.map(\.rawValue)
  }

  private var doubtOfAreas: String? {
    let isOrdered = zip(areas, areas.dropFirst()).allSatisfy { $0.column < $1.column }
    return isOrdered ? nil : "their order: the file has them in another"
  }

  // MARK: - Columns

  private mutating func addKey(_ key: KeySearch.Key?, to lines: inout ProposedLines) {
    guard let field = search.fields.first(where: { $0.role == .key }) else { return }
    let rows = columns.first?.rowCount ?? 0
    guard let key else {
      lines.add(
        2, "\(field.name): {is: row_number}", "no columns name each of the \(rows) rows",
        unsure: "the number of a row names it in this file alone, and no other file can be held against it")
      return
    }
    let names = key.columns.map { columns[$0].name }
    used.formUnion(key.columns)
    let why =
      (search.long == nil ? "" : "with the option ")
      + "\(key.columns.count == 1 ? "another" : "together another") on each of the \(rows) rows"
    let doubt = key.isNamed && key.columns.count == 1 ? nil : "whether that is what names a row in other files too"
    let text = key.hasGaps ? "{from: \(names.inYAML), empty: none}" : names.inYAML
    lines.add(2, "\(field.name): \(text)", key.hasGaps ? why + "; some rows lack a part" : why, unsure: doubt)
  }

  private mutating func addField(_ field: KindColumn, to lines: inout ProposedLines) {
    guard let found = search.assignments[field.name] else { return }
    var chosen = found.columns
    if !found.others.isEmpty, chosen.count == 1 {
      let candidates = (chosen + found.others).map { columns[$0].name }
      let topic = "columns.\(field.name)"
      let name = answers.answer(
        topic, Text(en: "which column has \(field.summary)", es: "qué columna es la de «\(field.name)»"),
        candidates + ["none"])
      guard name != "none" else { return lines.add(2, "\(field.name.inYAML): {is: not_given}") }
      chosen = columns.indices.filter { columns[$0].name == name }
      if chosen.isEmpty { chosen = found.columns }
    }
    used.formUnion(chosen)
    lines.add(
      2, "\(field.name.inYAML): \(chosen.map { columns[$0].name }.inYAML)", found.why,
      unsure: answers.doubt("columns.\(field.name)"))
  }

  private mutating func addVotes(to lines: inout ProposedLines) {
    guard let votes = search.votes else { return }
    let heads = votes.columns.map { columns[$0].name }
    let unsure = [
      search.otherVotes.isEmpty
        ? nil
        : "which count is meant: also "
          + search.otherVotes.map { "\($0.columns.count) columns from '\(columns[$0.columns.lowerBound].name)'" }
          .joined(separator: ", "),
      search.besideVotes.isEmpty
        ? nil
        : "whether these belong to them, which have no votes: \(search.besideVotes.map { columns[$0].name }.listed)",
      votes.total.flatMap { search.isKnownTotal($0) ? nil : $0 }.map {
        "what '\(columns[$0].name)' is: if it is the ballots cast, some of these are blank or null votes"
      },
      votes.total == nil ? "whether all of these are options: no total in the file says so" : nil,
    ]
    let contest = ContestProposal(
      heads, why: whyVotes(votes), unsure: unsure.compactMap(\.self), contests, &answers)
    for (option, column) in zip(contest.options, votes.columns) {
      guard let option else { continue }
      used.insert(column)
      lines.add(2, "votes_\(option): \(columns[column].name.inYAML)")
    }
    for option in contest.absent {
      lines.add(2, "votes_\(option): {is: not_given}", unsure: "no column has the name of this option")
    }
    let unmet = zip(contest.options, heads).filter { $0.0 == nil }.map(\.1)
    if !unmet.isEmpty { lines.comment(2, "not sure: the contest has no option for \(unmet.listed)") }
    self.contest = contest
  }

  /// The columns of a file with a row for each option of a sheet.
  private mutating func addLong() {
    guard let long = search.long else { return }
    let names = long.options.map { columns[long.option].texts[$0] }
    let contest = ContestProposal(names, why: "the values of '\(columns[long.option].name)'", contests, &answers)
    used.formUnion([long.option, long.votes])
    self.contest = contest
    if !long.others.isEmpty {
      let others = long.others.map { columns[long.option].texts[$0] }
      filters.append((columns[long.option].name, names))
      behind.comment(1, "not sure: what becomes of \(others.listed), which are no options: their rows are left out")
    }
    behind.add(1, "long:")
    behind.add(2, "option: \(columns[long.option].name.inYAML)", "\(names.count) of them")
    behind.add(2, "votes: \(columns[long.votes].name.inYAML)", "by its name")
    behind.add(2, "names:")
    for (option, name) in zip(contest.options, names) {
      if let option { behind.add(3, "\(option): \(name.quotedInYAML)") }
    }
  }

  private func whyVotes(_ votes: VotesSearch.Run) -> String {
    guard let total = votes.total else { return "the \(votes.columns.count) columns of numbers beside each other" }
    let less = votes.less.isEmpty ? "" : " less \(votes.less.map { columns[$0].name }.listed)"
    return "they add up to '\(columns[total].name)'\(less) on \(SheetSearch.percent(votes.share)) of the rows"
  }

  private mutating func addTime(to lines: inout ProposedLines) {
    let found = TimeSearch(columns).found { search.isOfOtherCount($0) }
    guard let found else { return }
    used.formUnion(columns.indices.filter { found.columns.contains(columns[$0].name) })
    let isPlain = found.notation == nil && !found.isLocal
    var source = found.columns.inYAML
    if !isPlain {
      var notation = found.notation
      if !found.others.isEmpty, let first = found.notation {
        notation = answers.answer(
          "time", Text(en: "in which order day and month stand", es: "en qué orden están el día y el mes"),
          [first] + found.others)
      }
      source = "{from: \(source)" + (notation.map { ", time: \($0.quotedInYAML)" } ?? "") + "}"
    }
    lines.add(
      2, "published_to: \(source)", found.isLocal ? "in the zone of the mission; else add zone:" : nil,
      unsure: answers.doubt("time"), "whether it tells when the row became known")
  }
}
