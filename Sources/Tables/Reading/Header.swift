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

  /// The header at the start of `bytes`, the first block of the file. Where it has none of the names asked for, they are looked
  /// for in the file's `beginning`, which is the same however large blocks are.
  ///
  /// Throws every problem at once.
  init(
    _ bytes: Bytes, _ reader: CSVReader, file: String, beginning: () -> Block?
  ) throws(DiagnosticsError) {
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

    if format.headerLine == 1, let separator = Self.separatorLine(bytes.part(0..<length)) {
      throw DiagnosticsError(
        TableMessage.separatorLine(CSVFormat.Delimiter.allCases.first { $0.byte == separator }),
        at: .init(file: file, range: MarkRange(Mark(line: 1, column: 1), Mark(line: 1, column: 1))))
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

    if !known.isEmpty, knownSet.isDisjoint(with: nameSet), let block = beginning(),
      let (line, found) = BlockText.withUTF8(
        of: block, format.encoding,
        { [length, lines] bytes, _ in Self.names(behind: length, lines, of: bytes, format, among: knownSet) })
    {
      note(.headerElsewhere(line: line, names: found), start..<max(start, length))
      try check()
    }
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

  /// What `sep=;` in the first line says that separates fields, as spreadsheets read it; nil for any other line.
  private static func separatorLine(_ line: Bytes) -> UInt8? {
    let line = line.filter { ![UInt8(ascii: "\r"), UInt8(ascii: "\n"), UInt8(ascii: "\"")].contains($0) }
    let sign = Array("sep=".utf8)
    guard line.count == sign.count + 1, zip(line, sign).allSatisfy({ $0 == $1 || $0 | 0x20 == $1 }) else { return nil }
    return line.last
  }

  /// The line, from 1, and the names on it, of the first of the lines behind `start`, which is behind `lines` line feeds, that
  /// has most of the names in `known`, or two of them; nil where none of the next fifty does.
  private static func names(
    behind start: Int, _ lines: Int, of bytes: Bytes, _ format: CSVFormat, among known: Set<String>
  ) -> (line: Int, names: [String])? {
    var (start, line) = (start, lines)
    while start < bytes.count, line < lines + 50 {
      let end = bytes.first(UInt8(ascii: "\n"), from: start).map { $0 + 1 } ?? bytes.count
      let row = bytes.part(start..<end)
      var scanner = RowScanner(row, format)
      var fields: [Field] = []
      _ = scanner.scan(from: 0) { fields.append($0) }
      (start, line) = (end, line + 1)
      let names = fields.map { name(row.part($0.start..<$0.start + $0.length), $0, format) }
      if known.intersection(names).count >= max(1, min(2, known.count)) { return (line, names) }
    }
    return nil
  }

  private static func isNumber(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.allSatisfy { (48...57).contains($0) }
  }

  private static func name(_ text: Bytes, _ field: Field, _ format: CSVFormat) -> String {
    guard field.isEscaped, let quote = format.quote.byte else { return String(decoding: text, as: UTF8.self) }
    return String(decoding: text.withoutDoubled(quote), as: UTF8.self)
  }
}
