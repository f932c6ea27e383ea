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
      inner.add(
        2, "\(level): \(columns[column].name.inYAML)",
        Text(en: "\(columns[column].values.count) of them", es: "son \(columns[column].values.count)"))
      used.insert(column)
    }
    for field in search.fields { addField(field, to: &inner) }
    addVotes(to: &inner)
    addLong()
    addTime(to: &inner)

    var lines = ProposedLines()
    lines.add(0, "\(name):")
    let isNamed = key?.isNamed ?? search.isStation.contains(true)
    let doubt =
      isNamed
      ? nil
      : Text(
        en: "whether each row is a sheet or an area; kind area_totals is for areas",
        es: "si cada fila es un acta o un área; el tipo area_totals es para áreas")
    lines.add(1, "kind: \(kind.id)", whyKind, unsure: doubt)
    lines.add(1, "path: \(look.path.inPathYAML)")
    if let contest { lines.add(1, "contest: \(contest.id)") }
    if kind.takes.contains(.track) {
      let track = answers.answer(
        "track",
        Text(
          en: "whose copy of the sheets it is",
          es: "de quién es la copia de las actas"), tracks)
      lines.add(1, "track: \(track)", unsure: answers.doubt("track"))
    }
    if !areas.isEmpty {
      lines.add(
        1, "areas: [\(areas.map(\.level).joined(separator: ", "))]",
        Text(en: "from the coarsest, of which there are fewest", es: "desde la más grande, de las que hay menos"),
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
    if !left.isEmpty {
      lines.comment(1, Text(en: "left out: \(left.listed.en)", es: "quedan fuera: \(left.listed.es)"))
    }
    look.addExpectation(to: &lines)
    proposal = Proposal(
      contest: contest?.entry, dataset: .init(name: name, lines: lines), remarks: look.remarks(answers.questions),
      questions: answers.questions)
  }

  private var whyKind: Text {
    if search.long != nil {
      return Text(en: "a row for each option of a sheet", es: "una fila por cada opción de un acta")
    }
    guard let votes = search.votes else {
      return Text(en: "a list of stations: no columns of votes", es: "una lista de mesas: no hay columnas de votos")
    }
    return Text(
      en: "\(votes.columns.count) columns of votes beside each other, one row a sheet",
      es: "\(votes.columns.count) columnas de votos juntas, una fila por acta")
  }

  /// Whose copy the sheets may be, the likeliest first by the words of the file's name.
  private var tracks: [String] {
    let words = Head(look.path)
    let isPreliminary = words.match(["trep", "prep", "prelim", "provision"]) != nil
    let first: Track = isPreliminary ? .preliminary : .official
    return [first.rawValue] + Track.allCases.filter { $0 != first }.map(\.rawValue)
  }

  private var doubtOfAreas: Text? {
    let isOrdered = zip(areas, areas.dropFirst()).allSatisfy { $0.column < $1.column }
    return isOrdered
      ? nil : Text(en: "their order: the file has them in another", es: "su orden: el archivo las tiene en otro")
  }

  // MARK: - Columns

  private mutating func addKey(_ key: KeySearch.Key?, to lines: inout ProposedLines) {
    guard let field = search.fields.first(where: { $0.role == .key }) else { return }
    let rows = columns.first?.rowCount ?? 0
    guard let key else {
      lines.add(
        2, "\(field.name): {is: row_number}",
        Text(
          en: "no columns name each of the \(rows) rows", es: "ninguna columna identifica cada una de las \(rows) filas"
        ),
        unsure: Text(
          en: "the number of a row names it in this file alone, and no other file can be held against it",
          es: "el número de una fila solo la identifica en este archivo, que no se puede comparar con otro"))
      return
    }
    let names = key.columns.map { columns[$0].name }
    used.formUnion(key.columns)
    let isOne = key.columns.count == 1
    let why = Text(
      en: (search.long == nil ? "" : "with the option ")
        + "\(isOne ? "another" : "together another") on each of the \(rows) rows"
        + (key.hasGaps ? "; some rows lack a part" : ""),
      es: (search.long == nil ? "" : "con la opción, ")
        + "\(isOne ? "otro" : "juntas, otro") en cada una de las \(rows) filas"
        + (key.hasGaps ? "; a algunas filas les falta una parte" : ""))
    let doubt =
      key.isNamed && isOne
      ? nil
      : Text(
        en: "whether that is what names a row in other files too",
        es: "si eso es lo que identifica una fila también en otros archivos")
    let text = key.hasGaps ? "{from: \(names.inYAML), empty: none}" : names.inYAML
    lines.add(2, "\(field.name): \(text)", why, unsure: doubt)
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
    let contest = ContestProposal(heads, why: whyVotes(votes), unsure: doubts(of: votes), contests, &answers)
    for (option, column) in zip(contest.options, votes.columns) {
      guard let option else { continue }
      used.insert(column)
      lines.add(2, "votes_\(option): \(columns[column].name.inYAML)")
    }
    for option in contest.absent {
      lines.add(
        2, "votes_\(option): {is: not_given}",
        unsure: Text(en: "no column has the name of this option", es: "ninguna columna tiene el nombre de esta opción"))
    }
    let unmet = zip(contest.options, heads).filter { $0.0 == nil }.map(\.1)
    if !unmet.isEmpty {
      lines.doubt(
        2,
        Text(
          en: "the contest has no option for \(unmet.listed.en)",
          es: "la contienda no tiene una opción para \(unmet.listed.es)"))
    }
    self.contest = contest
  }

  /// What the columns of votes leave open.
  private func doubts(of votes: VotesSearch.Run) -> [Text] {
    var doubts: [Text] = []
    if !search.otherVotes.isEmpty {
      let others = search.otherVotes.map { (count: $0.columns.count, first: columns[$0.columns.lowerBound].name) }
      doubts.append(
        Text(
          en: "which count is meant: also "
            + others.map { "\($0.count) columns from '\($0.first)'" }.joined(separator: ", "),
          es: "qué conteo se quiere: también "
            + others.map { "\($0.count) columnas desde «\($0.first)»" }.joined(separator: ", ")))
    }
    if !search.besideVotes.isEmpty {
      let names = search.besideVotes.map { columns[$0].name }.listed
      doubts.append(
        Text(
          en: "whether these belong to them, which have no votes: \(names.en)",
          es: "si pertenecen a ellas estas, que no tienen votos: \(names.es)"))
    }
    if let total = votes.total {
      if !search.isKnownTotal(total) {
        let name = columns[total].name
        doubts.append(
          Text(
            en: "what '\(name)' is: if it is the ballots cast, some of these are blank or null votes",
            es: "qué es «\(name)»: si son las papeletas depositadas, algunas de estas son votos en blanco o nulos"))
      }
    } else {
      doubts.append(
        Text(
          en: "whether all of these are options: no total in the file says so",
          es: "si todas estas son opciones: ningún total del archivo lo dice"))
    }
    return doubts
  }

  /// The columns of a file with a row for each option of a sheet.
  private mutating func addLong() {
    guard let long = search.long else { return }
    let names = long.options.map { columns[long.option].texts[$0] }
    let column = columns[long.option].name
    let why = Text(en: "the values of '\(column)'", es: "los valores de «\(column)»")
    let contest = ContestProposal(names, why: why, contests, &answers)
    used.formUnion([long.option, long.votes])
    self.contest = contest
    if !long.others.isEmpty {
      let others = long.others.map { columns[long.option].texts[$0] }
      filters.append((columns[long.option].name, names))
      behind.doubt(
        1,
        Text(
          en: "what becomes of \(others.listed.en), which are no options: their rows are left out",
          es: "qué pasa con \(others.listed.es), que no son opciones: sus filas quedan fuera"))
    }
    behind.add(1, "long:")
    behind.add(
      2, "option: \(columns[long.option].name.inYAML)", Text(en: "\(names.count) of them", es: "son \(names.count)"))
    behind.add(2, "votes: \(columns[long.votes].name.inYAML)", Text(en: "by its name", es: "por su nombre"))
    behind.add(2, "names:")
    for (option, name) in zip(contest.options, names) {
      if let option { behind.add(3, "\(option): \(name.quotedInYAML)") }
    }
  }

  private func whyVotes(_ votes: VotesSearch.Run) -> Text {
    guard let total = votes.total else {
      return Text(
        en: "the \(votes.columns.count) columns of numbers beside each other",
        es: "las \(votes.columns.count) columnas de números que están juntas")
    }
    let (name, less) = (columns[total].name, votes.less.map { columns[$0].name }.listed)
    let rows = SheetSearch.rows(votes.share)
    return Text(
      en: "they add up to '\(name)'" + (votes.less.isEmpty ? "" : " less \(less.en)") + " on \(rows.en)",
      es: "suman «\(name)»" + (votes.less.isEmpty ? "" : " menos \(less.es)") + " en \(rows.es)")
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
      2, "published_to: \(source)",
      found.isLocal
        ? Text(en: "in the zone of the mission; else add zone:", es: "en la zona de la misión; si no, agregue zone:")
        : nil,
      unsure: answers.doubt("time"),
      Text(en: "whether it tells when the row became known", es: "si dice cuándo se conoció la fila"))
  }
}
