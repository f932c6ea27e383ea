internal import Diagnostics

/// A fault of a row or of one of its fields.
struct Fault {
  enum Kind {
    case field(FieldFault)
    case fieldCount(Int, expected: Int)
    case emptyLine
    /// An empty field stands behind the last.
    case trailingDelimiter
    /// Something stands behind the delimiter that ends every row.
    case behindTrailingDelimiter
    case headerAgain
    case rowTooLong(limit: Int)
    case duplicateKey(first: Int, columns: [String], values: [String?])

    static let duplicateKeyCode = Kind.duplicateKey(first: 0, columns: [], values: []).code

    /// What faults are counted together by; made for every fault of a file, so it takes the short way to those of fields.
    var code: String {
      if case .field(let fault) = self { return fault.code }
      return message(row: 0, field: nil, value: nil).code
    }

    /// The fault as users see it, of row `row`, from 0, of the file.
    func message(row: Int, field: String?, value: String?) -> TableMessage {
      switch self {
      case .field(let fault): .field(fault, row: row + 1, column: field ?? "", value: value)
      case .fieldCount(let found, let expected): .fieldCount(row: row + 1, found: found, expected: expected)
      case .emptyLine: .emptyLine(row: row + 1)
      case .trailingDelimiter: .trailingDelimiter(row: row + 1)
      case .behindTrailingDelimiter: .behindTrailingDelimiter(row: row + 1)
      case .headerAgain: .headerAgain(row: row + 1)
      case .rowTooLong(let limit): .rowTooLong(row: row + 1, limit: limit)
      case .duplicateKey(let first, let columns, let values):
        .duplicateKey(row: row + 1, first: first + 1, columns: columns, values: values)
      }
    }
  }

  var kind: Kind
  /// The row, from 0: of the block, later of the file.
  var row: Int
  /// The position of the column in the file, from 0; nil for faults of a whole row.
  var column: Int?
  /// The value as it stands in the file; nil where there is none to show.
  var value: String?
  /// Where it stands; lines count from the start of the block, later of the file.
  var range: MarkRange

  /// What it is counted with.
  var group: FaultTally.Group { FaultTally.Group(code: kind.code, column: column) }
}

/// The faults of a file or a part of it, counted by kind and column; the first of each are kept in full.
struct FaultTally {
  /// The number of faults shown in full.
  static let shown = 20
  /// The number of kinds of which one is shown in full however many others stand before it.
  static let mostKinds = 100

  struct Group: Hashable {
    let code: String
    let column: Int?

    /// The group of faults with `code` in `column`; columns beyond the thousandth share one, which bounds the memory.
    init(code: String, column: Int?) { (self.code, self.column) = (code, column.map { min($0, 1000) }) }
  }
  struct Entry {
    /// The first faults, one more than can be shown.
    var first: [Fault] = []
    var count = 0
  }

  private(set) var entries: [Group: Entry] = [:]

  var isEmpty: Bool { entries.isEmpty }

  /// Whether a further fault of `group` is to be kept, or only counted.
  func isRoom(for group: Group) -> Bool { (entries[group]?.first.count ?? 0) <= Self.shown }

  /// Counts and keeps a fault.
  mutating func add(_ fault: Fault) {
    entries[fault.group, default: Entry()].first.append(fault)
    entries[fault.group, default: Entry()].count += 1
  }

  /// The number of faults of rows as a whole that are like `kind`.
  func count(of kind: Fault.Kind) -> Int { entries[Group(code: kind.code, column: nil)]?.count ?? 0 }

  /// Counts `count` further faults of `group`, of which more than can be shown are kept already.
  mutating func count(_ count: Int, of group: Group) { entries[group]?.count += count }

  /// Adds the faults of the part of the file that follows, which begins `rows` rows and `lines` lines further down.
  mutating func append(_ other: FaultTally, rows: Int, lines: Int) {
    for (group, entry) in other.entries {
      let room = max(0, Self.shown + 1 - (entries[group]?.first.count ?? 0))
      let moved = entry.first.prefix(room).map { fault in
        var fault = fault
        fault.row += rows
        fault.range.start.line += lines
        fault.range.end.line += lines
        return fault
      }
      entries[group, default: Entry()].first += moved
      entries[group, default: Entry()].count += entry.count
    }
  }

  /// Forgets the empty lines that are the last of `rows` rows, and gives their number.
  ///
  /// Only where they are the file's only empty lines, and few enough to be kept.
  mutating func dropEmptyLines(behind rows: Int) -> Int {
    let group = Group(code: Fault.Kind.emptyLine.code, column: nil)
    guard let entry = entries[group], entry.count == entry.first.count,
      entry.first.map(\.row).sorted() == Array(rows - entry.count..<rows)
    else { return 0 }
    entries[group] = nil
    return entry.count
  }

  /// Makes one fault of those of a row whose values are the names of their columns: a header once more.
  ///
  /// Done for the faults that are kept; those that are only counted stay what they are.
  mutating func joinRepeatedHeaders(_ header: Header) {
    var repeated: [Int: Fault] = [:]
    for (group, entry) in entries {
      guard let column = group.column, group.code != Fault.Kind.duplicateKeyCode else { continue }
      let others = entry.first.filter { $0.value != header.name(column) }
      guard others.count < entry.first.count else { continue }
      for fault in entry.first where fault.value == header.name(column) { repeated[fault.row] = fault }
      let left = Entry(first: others, count: entry.count - (entry.first.count - others.count))
      entries[group] = left.count == 0 ? nil : left
    }
    for (_, var fault) in repeated.sorted(by: { $0.key < $1.key }) {
      (fault.kind, fault.column, fault.value) = (.headerAgain, nil, nil)
      fault.range.start.column = 1
      fault.range.end = fault.range.start
      add(fault)
    }
  }

  /// The faults shown in full, in the order of the file, and what is left of each kind: its first fault and the number.
  func summary() -> (full: [Fault], rest: [(first: Fault, count: Int)]) {
    func isBefore(_ a: Fault, _ b: Fault) -> Bool {
      (a.row, a.column ?? -1, a.kind.code) < (b.row, b.column ?? -1, b.kind.code)
    }
    let sorted = entries.values.flatMap(\.first).sorted(by: isBefore)
    // Of every kind one is told, as far as kinds can be: else nobody would know what the rest are.
    var kinds: Set<Group> = []
    let full = sorted.enumerated().filter { place, fault in
      let isFirst = kinds.count < Self.mostKinds && kinds.insert(fault.group).inserted
      return place < Self.shown || isFirst
    }.map(\.element)
    let taken = Dictionary(grouping: full) { $0.group }.mapValues(\.count)
    let rest = entries.compactMap { group, entry -> (first: Fault, count: Int)? in
      let taken = taken[group] ?? 0
      return taken < entry.first.count ? (entry.first[taken], entry.count - taken) : nil
    }
    return (full, rest.sorted { isBefore($0.first, $1.first) })
  }
}

/// The faults of one block, with what it takes to say where they stand.
struct BlockFaults {
  private(set) var tally = FaultTally()
  private let bytes: Bytes
  /// Where the lines of the block start; made when first needed.
  private var lines: [Int] = []

  init(_ bytes: Bytes) { self.bytes = bytes }

  /// Notes a fault at `range` of the block; `value` is what to show of it.
  mutating func add(_ kind: Fault.Kind, row: Int, column: Int?, _ range: Range<Int>, value: Range<Int>? = nil) {
    let group = FaultTally.Group(code: kind.code, column: column)
    guard tally.isRoom(for: group) else { return tally.count(1, of: group) }
    if lines.isEmpty {
      lines = [0]
      for place in bytes.indices where bytes[place] == UInt8(ascii: "\n") { lines.append(place + 1) }
    }
    let marks = MarkRange(mark(range.lowerBound), mark(range.upperBound))
    tally.add(Fault(kind: kind, row: row, column: column, value: value.map(text), range: marks))
  }

  /// The position of the byte at `place`, lines from 1.
  private func mark(_ place: Int) -> Mark {
    var (low, high) = (0, lines.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lines[middle] <= place { low = middle } else { high = middle }
    }
    let before = String(decoding: bytes.part(lines[low]..<place), as: UTF8.self)
    return Mark(line: low + 1, column: before.unicodeScalars.count + 1)
  }

  /// The bytes of `range` as text, cut where they are long.
  private func text(_ range: Range<Int>) -> String {
    String(String(decoding: bytes.part(range).prefix(1000), as: UTF8.self).unicodeScalars.prefix(200))
  }
}
