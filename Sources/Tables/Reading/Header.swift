internal import Diagnostics

/// The header line: which column of the file is which of the columns asked for.
struct Header {
  /// The number of columns in the file.
  let width: Int
  /// The names in the file.
  let names: [String]
  /// For each column asked for, its position in the file; nil where it is absent.
  let positions: [Int?]
  /// Bytes of the block that the header takes.
  let length: Int
  /// Line feeds in it.
  let lines: Int

  /// The header at the start of `bytes`, the first block of the file.
  ///
  /// Throws every problem at once.
  init(_ bytes: Bytes, _ reader: CSVReader, file: String) throws(DiagnosticsError) {
    let (columns, format, dataset) = (reader.columns, reader.format, reader.dataset)
    var start = 0
    for line in 1..<max(1, format.headerLine) {
      guard let end = bytes.first(UInt8(ascii: "\n"), from: start), end + 1 < bytes.count else {
        let message = TableMessage.noHeaderLine(format.headerLine, lines: start == bytes.count ? line - 1 : line)
        throw DiagnosticsError([Diagnostic(message, at: .init(file: file), datum: .init(dataset: dataset))])
      }
      start = end + 1
    }
    var scanner = RowScanner(bytes, format)
    var fields: [Field] = []
    length = scanner.scan(from: start) { fields.append($0) }
    lines = bytes.part(0..<length).count(of: UInt8(ascii: "\n"))
    let source = SourceText(name: file, text: bytes.prefix(length))
    var (problems, untold): ([Diagnostic], Int) = ([], 0)
    func note(_ message: TableMessage, _ range: Range<Int>, name: String? = nil) {
      guard problems.count < FaultTally.shown else { return untold += 1 }
      let range = MarkRange(source.mark(atByte: range.lowerBound), source.mark(atByte: range.upperBound))
      problems.append(
        Diagnostic(
          message, at: .init(file: file, range: range),
          datum: .init(dataset: dataset, field: name, rule: message.rule)))
    }

    if bytes.first(UInt8(ascii: "\n"), from: 0) == nil,
      scanner.faults.contains(where: { $0.fault == .loneCarriageReturn })
    {
      throw DiagnosticsError(
        TableMessage.carriageReturns,
        at: .init(file: file, range: MarkRange(Mark(line: 1, column: 1), Mark(line: 1, column: 1))))
    }
    for fault in scanner.faults { note(.header(fault.fault, position: fault.field + 1), fault.range) }
    var names: [String] = []
    for (position, field) in fields.enumerated() where !field.isFaulty {
      let text = bytes.part(field.start..<field.start + field.length)
      if let (fault, place) = BlockText.fault(in: text, reader.format.encoding) {
        note(.header(fault, position: position + 1), field.start + place..<field.start + place + 1)
      }
      names.append(Self.name(text, field, format))
    }
    // What stands behind the last name of a header that has no delimiter at its end.
    if format.hasTrailingDelimiter, problems.isEmpty, names.last != "" { names.append("") }
    (self.names, width) = (names, names.count)
    func check() throws(DiagnosticsError) {
      guard !problems.isEmpty else { return }
      let rest = untold == 0 ? [] : [Diagnostic(TableMessage.moreInHeader(untold), at: .init(file: file))]
      throw DiagnosticsError(problems + rest)
    }
    try check()

    let known = columns.map(\.header)
    let (knownSet, nameSet) = (Set(known), Set(names))
    if let first = fields.first, names.count == 1, !known.contains(names[0]),
      let found = CSVFormat.Delimiter.allCases.first(where: { $0 != format.delimiter && text(first).contains($0.byte) })
    {
      note(.otherDelimiter(header: names[0], found: found, declared: format.delimiter), first.written)
      try check()
    }
    func text(_ field: Field) -> Bytes { bytes.part(field.start..<field.start + field.length) }

    if !known.isEmpty, knownSet.isDisjoint(with: nameSet), names.contains(where: Self.isNumber) {
      note(.noHeader(line: format.headerLine, found: names), start..<max(start, length))
      try check()
    }
    let absent = known.filter { !nameSet.contains($0) }
    let unused = names.filter { !knownSet.contains($0) }
    var first: [String: Int] = [:]
    for (position, name) in names.enumerated() {
      if name.isEmpty {
        if reader.isForeign || (format.hasTrailingDelimiter && position == names.count - 1) { continue }
        note(.namelessColumn(position: position + 1), fields[position].written)
      } else if let earlier = first[name] {
        if reader.isForeign, !knownSet.contains(name) { continue }
        note(.duplicateColumn(name, first: earlier + 1, second: position + 1), fields[position].written, name: name)
      } else {
        first[name] = position
        if !knownSet.contains(name), !name.hasPrefix("x_"), !reader.isForeign {
          note(.unknownColumn(name, known: absent), fields[position].written, name: name)
        }
      }
    }
    positions = columns.map { first[$0.header] }
    var missed: Set<String> = []
    for (column, position) in zip(columns, positions) where position == nil && column.role != .optional {
      guard missed.insert(column.header).inserted else { continue }
      note(.missingColumn(column.header, present: unused), start..<start, name: column.header)
    }
    try check()
  }

  /// The name of the column at `position`, from 0; its number where the header has none there.
  func name(_ position: Int) -> String { position < names.count ? names[position] : String(position + 1) }

  private static func isNumber(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.allSatisfy { (48...57).contains($0) }
  }

  private static func name(_ text: Bytes, _ field: Field, _ format: CSVFormat) -> String {
    guard field.isEscaped, let quote = format.quote.byte else { return String(decoding: text, as: UTF8.self) }
    return String(decoding: text.withoutDoubled(quote), as: UTF8.self)
  }
}
