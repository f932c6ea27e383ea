import ModuleKit

/// Looks for the fields of sheets or stations among the columns of a file that calls them otherwise: by their heads, and by
/// what their numbers add up to.
struct SheetSearch {
  /// The columns that hold a field, why these, and which others could.
  struct Assignment {
    var columns: [Int]
    let why: Text
    let others: [Int]
  }

  let columns: [LookedColumn]
  /// The fields by their names, those of options left out.
  let fields: [KindColumn]
  /// For each column the number that it holds by its head; nil where the head says none.
  private var numbers: [KindColumn?] = []
  private var matches: [Head.Match?] = []
  /// Whether a head names a station or a sheet.
  private(set) var isStation: [Bool] = []
  /// The columns of votes; nil where none are found.
  private(set) var votes: VotesSearch.Run?
  /// Other columns that add up to a total as well.
  private(set) var otherVotes: [VotesSearch.Run] = []
  /// The columns that hold nothing but zeros beside those of votes.
  private(set) var besideVotes: [Int] = []
  /// The columns of a file with a row for each option, where there are no columns of votes.
  private(set) var long: LongSearch.Found?
  private(set) var assignments: [String: Assignment] = [:]

  /// Votes for nobody who stands on the ballot: neither an option nor null.
  private static let writeIns = ["cnr", "no registrad", "write ins", "write in"]
  private static let genders: [Set<String>] = [
    ["m", "f"], ["h", "m"], ["men", "women"], ["male", "female"], ["hombres", "mujeres"],
  ]

  /// The search among `columns` for `fields` of a kind.
  init(_ columns: [LookedColumn], _ fields: [KindColumn]) {
    (self.columns, self.fields) = (columns, fields)
    let key = fields.first { $0.role == .key }
    isStation = columns.map { column in
      column.name == key?.name || column.head.match(key?.heads ?? []) != nil
    }
    for column in columns {
      let best = Self.number(column, fields)
      numbers.append(best?.field)
      matches.append(best?.match)
    }
    findVotes()
    if votes == nil { long = LongSearch(columns).found { numbers[$0] == nil && !isStation[$0] } }
    assignNumbers()
    assignText()
  }

  private static func number(_ column: LookedColumn, _ fields: [KindColumn]) -> (field: KindColumn, match: Head.Match)?
  {
    guard column.isCount else { return nil }
    return fields.compactMap { field in
      guard case .integer = field.values else { return nil }
      if column.name == field.name { return (field, Head.Match(letters: .max, share: 1)) }
      return column.head.match(field.heads).map { (field, $0) }
    }.max { $0.match < $1.match }
  }

  /// The columns that hold the number `name` by their heads, the best first.
  private func columns(of name: String) -> [Int] {
    columns.indices.filter { numbers[$0]?.name == name }.sorted { a, b in
      guard let first = matches[a], let second = matches[b] else { return a < b }
      return first == second ? a < b : first > second
    }
  }

  // MARK: - Votes

  private mutating func findVotes() {
    let mayBeVotes = columns.indices.map { place in
      let column = columns[place]
      return column.isCount && numbers[place] == nil && !isStation[place] && !AreaWords.isCode(column.head)
        && AreaWords.level(column.head) == nil && !TimeSearch.isPart(column) && column.head.match(Self.writeIns) == nil
    }
    let search = VotesSearch(columns, mayBeVotes: mayBeVotes)
    var runs = search.runs(addingUpTo: knownTotals)
    if runs.isEmpty {
      let unknown = columns.indices.filter { mayBeVotes[$0] }.map {
        VotesSearch.Total(column: $0, less: [], isKnown: false)
      }
      runs = search.runs(addingUpTo: unknown)
    }
    guard let best = runs.first else {
      guard !["registered", "cast", "valid", "null", "blank"].allSatisfy({ columns(of: $0).isEmpty }),
        let longest = search.longest,
        columns(of: "registered").first.map({ search.shareWithin(longest, $0) > 0.9 }) ?? true
      else { return }
      votes = longest
      return
    }
    let apart = runs.reduce(into: [best]) { apart, run in
      if run.share >= best.share - 0.05, apart.allSatisfy({ !$0.columns.overlaps(run.columns) }) { apart.append(run) }
    }
    // Candidates beside their parties: the same sum, of fewer columns. Else two counts of one thing: the first.
    let chosen = apart.min { a, b in
      a.total == b.total && a.less == b.less
        ? a.columns.count < b.columns.count : a.columns.lowerBound < b.columns.lowerBound
    }
    votes = chosen
    otherVotes = apart.filter { $0.columns != chosen?.columns }
    if let chosen {
      besideVotes = runs.filter { $0.share == chosen.share && $0.columns.overlaps(chosen.columns) }.flatMap { run in
        run.columns.filter { !chosen.columns.contains($0) }
      }
      besideVotes = Set(besideVotes).sorted()
    }
  }

  /// The totals that heads name: valid votes as they are, ballots cast without what is not valid.
  private var knownTotals: [VotesSearch.Total] {
    var totals = columns(of: "valid").map { VotesSearch.Total(column: $0, less: [], isKnown: true) }
    let nulls: [Int?] = [nil] + columns(of: "null")
    let blanks: [Int?] = [nil] + columns(of: "blank")
    let writeIns: [Int?] =
      [nil] + columns.indices.filter { columns[$0].isCount && columns[$0].head.match(Self.writeIns) != nil }
    for cast in columns(of: "cast") {
      for null in nulls {
        for blank in blanks {
          for writeIn in writeIns {
            totals.append(.init(column: cast, less: [null, blank, writeIn].compactMap(\.self), isKnown: true))
          }
        }
      }
    }
    return Array(totals.prefix(64))
  }

  /// The first word that all columns of votes share with others of the same count, such as `kpu`; nil where there is none.
  private var family: String? {
    guard let votes, let first = columns[votes.columns.lowerBound].head.words.first,
      votes.columns.allSatisfy({ columns[$0].head.words.count > 1 && columns[$0].head.words.first == first })
    else { return nil }
    return first
  }

  /// Whether `column` belongs to another count of the file than the votes do: another beside them adds up as well.
  func isOfOtherCount(_ column: LookedColumn) -> Bool {
    otherVotes.contains { run in
      run.columns.allSatisfy { columns[$0].head.words.first == column.head.words.first }
    }
  }

  /// Whether its head says what the total in `column` is.
  func isKnownTotal(_ column: Int) -> Bool { numbers[column] != nil }

  // MARK: - Numbers

  private mutating func assignNumbers() {
    var taken: Set<Int> = []
    func assign(_ name: String, _ columns: [Int], _ why: Text, _ others: [Int] = []) {
      assignments[name] = Assignment(columns: columns, why: why, others: others)
      taken.formUnion(columns)
    }
    // What the votes add up to says more than its head: `total votes` may be all or the valid ones.
    if let votes, let total = votes.total, votes.less.isEmpty, votes.share > 0.95 {
      let nulls = columns(of: "null").filter { column in columns[column].values.contains { $0 != "0" && $0 != "0.0" } }
      if numbers[total]?.name == "valid" || numbers[total] == nil || !nulls.isEmpty {
        let rows = Self.rows(votes.share)
        assign(
          "valid", [total],
          Text(en: "the votes add up to it on \(rows.en)", es: "los votos la suman en \(rows.es)"))
      }
    }
    let search = VotesSearch(columns, mayBeVotes: columns.map { _ in false })
    let names = fields.compactMap { field in if case .integer = field.values { field.name } else { nil } }
    // Ballots cast are told by what valid and null ones add up to.
    for name in names.filter({ $0 != "cast" && $0 != "issued" }) + ["cast", "issued"] where names.contains(name) {
      guard assignments[name] == nil else { continue }
      let all = columns(of: name).filter { !taken.contains($0) && !(votes?.columns.contains($0) ?? false) }
      let own = all.filter { family != nil && columns[$0].head.words.first == family }
      let candidates = (own.isEmpty ? all : own) + (own.isEmpty ? [] : all.filter { !own.contains($0) })
      guard let first = candidates.first else { continue }
      if let parts = parts(name, candidates, search) {
        assign(name, parts, Text(en: "by their names, added up", es: "por sus nombres, sumadas"), [])
      } else {
        let why =
          columns[first].name == name
          ? Text(en: "of the kind's own name", es: "con el nombre propio del tipo") : Self.byItsName
        if columns[first].name == name {
          assign(name, [first], why)
        } else if let halves = halves(of: first, candidates, search) {
          let rest = candidates.dropFirst().filter { !halves.contains($0) }
          let parts = halves.map { columns[$0].name }.listed
          assign(
            name, [first],
            Text(en: "\(why.en), and the sum of \(parts.en)", es: "\(why.es), y la suma de \(parts.es)"),
            Array(rest.prefix(5)))
        } else {
          assign(name, [first], why, Array(candidates.dropFirst().prefix(5)))
        }
      }
    }
  }

  /// The columns for women and men that add up to `whole`; nil where there are none.
  private func halves(of whole: Int, _ candidates: [Int], _ search: VotesSearch) -> [Int]? {
    for (place, first) in candidates.enumerated() where first != whole {
      for second in candidates[(place + 1)...] where second != whole && areHalves(first, second) {
        if search.shareAdding([first, second], to: [whole]) > 0.95 { return [first, second].sorted() }
      }
    }
    return nil
  }

  /// Whether two columns count women and men by their heads.
  private func areHalves(_ first: Int, _ second: Int) -> Bool {
    Self.genders.contains(Set(columns[first].head.words).symmetricDifference(columns[second].head.words))
  }

  /// The columns that have to be added up for the number `name`; nil where one of them is the number.
  private func parts(_ name: String, _ candidates: [Int], _ search: VotesSearch) -> [Int]? {
    guard candidates.count > 1 else { return nil }
    if candidates.count == 2, areHalves(candidates[0], candidates[1]) { return candidates.sorted() }
    func known(_ name: String) -> [Int] { assignments[name]?.columns ?? [] }
    let (whole, rest): ([Int], [Int]) =
      switch name {
      case "cast": (known("valid") + known("null") + known("blank"), [])
      case "issued": (known("received"), known("unused"))
      default: ([], [])
      }
    guard !whole.isEmpty else { return nil }
    let sum = search.shareAdding(candidates + rest, to: whole)
    let single = search.shareAdding([candidates[0]] + rest, to: whole)
    return sum > 0.8 && sum > single ? candidates.sorted() : nil
  }

  /// The texts that heads name: the stratum.
  private mutating func assignText() {
    for field in fields where field.role == .optional && !field.heads.isEmpty {
      guard case .text = field.values, !field.heads.isEmpty else { continue }
      let all = columns.indices.compactMap { place in
        columns[place].head.match(field.heads).map { (place, $0) }
      }.filter { !columns[$0.0].hasGaps && (votes?.columns.contains($0.0) ?? false) == false }
      // A number is what another file joins by, rather than the words around it.
      let best = all.filter { columns[$0.0].isCount }.map(\.0) + all.filter { !columns[$0.0].isCount }.map(\.0)
      guard let first = best.first else { continue }
      assignments[field.name] = Assignment(columns: [first], why: Self.byItsName, others: Array(best.dropFirst()))
    }
  }

  // MARK: - Keys and areas

  /// The columns that are none of numbers, votes, times, links and coordinates.
  private var others: [Int] {
    let end = votes?.columns.lowerBound ?? columns.count
    let assigned = Set(assignments.values.flatMap(\.columns))
    return columns.indices.filter { place in
      let column = columns[place]
      return !assigned.contains(place) && numbers[place] == nil && !(votes?.columns.contains(place) ?? false)
        && place != long?.option && place != long?.votes && !column.isLinks && !column.isDecimal
        && !TimeSearch.isPart(column)
        && (place < end || isStation[place] || AreaWords.level(column.head) != nil)
    }
  }

  /// What names a row.
  var key: KeySearch.Key? {
    KeySearch(columns, isNamed: isStation, option: long?.option).key(among: long == nil ? others : namedOthers)
  }

  /// Those that name stations or areas: beside them, what is of an option is no key.
  private var namedOthers: [Int] { others.filter { isStation[$0] || AreaWords.level(columns[$0].head) != nil } }

  /// The columns of areas by their levels, those with the fewest areas first; `key` is no area.
  func areas(without key: [Int]) -> [(level: String, column: Int)] {
    var found: [(level: String, column: Int)] = []
    for place in others where !(key == [place]) && !columns[place].isDistinct && !columns[place].hasGaps {
      let column = columns[place]
      guard !isStation[place], let level = AreaWords.level(column.head), column.texts.count > 1 || found.isEmpty
      else { continue }
      if let known = found.firstIndex(where: { $0.level == level }) {
        // The name of an area rather than its code.
        let isBetter = AreaWords.isCode(columns[found[known].column].head) && !AreaWords.isCode(column.head)
        if isBetter { found[known].column = place }
      } else {
        found.append((level, place))
      }
    }
    return found.sorted { a, b in
      let (first, second) = (columns[a.column].values.count, columns[b.column].values.count)
      return first == second ? a.column < b.column : first < second
    }
  }

  private static let byItsName = Text(en: "by its name", es: "por su nombre")

  /// A share of the rows as comments have it: never rounded up to all.
  static func rows(_ share: Double) -> Text {
    guard share < 1 else { return Text(en: "all of the rows", es: "todas las filas") }
    let percent = "\((share * 1000).rounded(.down) / 10) %"
    return Text(en: "\(percent) of the rows", es: "el \(percent) de las filas")
  }
}
