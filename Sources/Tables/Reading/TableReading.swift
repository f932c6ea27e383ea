internal import Diagnostics
internal import Files
internal import Spreadsheets

/// Reads one file into a table, or finds what is wrong with it.
struct TableReading {
  let reader: CSVReader
  /// The file's content, which outlives the reading.
  let bytes: UnsafeRawBufferPointer
  let file: String
  /// What the content comes out of, from its start.
  let packing: () throws(SpreadsheetMessage) -> BlockSource.Packing
  /// What the content is mapped from; nil where it lies in memory anyway.
  let mapping: MappedFile?

  /// The table. Throws everything that is wrong with the file.
  func table() throws(DiagnosticsError) -> Table {
    var source = try openSource()
    let places = source.places
    guard let first = try nextBlock(of: &source) else { throw wrong(TableMessage.empty) }
    // Before names come out garbled, and are missed.
    if BlockText.isUTF8(first, reader.format.encoding) == true { throw wrong(.isUTF8(reader.format.encoding)) }
    let header: Header
    do throws(DiagnosticsError) {
      header = try BlockText.withUTF8(of: first, reader.format.encoding) { (bytes, _) throws(DiagnosticsError) in
        try Header(bytes, reader, file: file, beginning: beginning)
      }
    } catch {
      throw places.map { error.inHeader(of: $0) } ?? error
    }
    let present = zip(reader.columns, header.positions).compactMap { spec, position in
      position.map {
        ColumnParser(
          spec: spec, position: $0, format: reader.format, isForeign: reader.isForeign)
      }
    }
    let run = ReadingRun(
      format: reader.format, width: header.width, parsers: present, start: header.length, threads: reader.threads,
      mapping: mapping)
    let empty = Assembly(
      present.map(\.spec.type), reader.limits, lines: header.lines, share: source.share)
    let (assembly, end) = run.read(first, then: source, into: empty)

    if assembly.isUTF8 == true { throw wrong(.isUTF8(reader.format.encoding)) }
    guard !assembly.isBeyondMemory else { throw wrong(.tooMuchMemory) }
    if let column = assembly.overfull {
      throw wrong(.tooMuchText(column: present[column].spec.name, limit: reader.limits.texts))
    }
    var faults = assembly.faults
    // Lines that hold nothing, behind all others, are no rows.
    var rows = assembly.rows - faults.dropEmptyLines(behind: assembly.rows)
    let blank = faults.dropBlankRows(behind: rows)
    rows -= blank
    if rows > 0, faults.count(of: .trailingDelimiter) == rows { throw wrong(TableMessage.trailingDelimiters) }
    switch end {
    case .message(let message): throw wrong(message)
    case .rowTooLong:
      let line = assembly.lines + 1
      let range = MarkRange(Mark(line: line, column: 1), Mark(line: line, column: 2))
      let kind = Fault.Kind.rowTooLong(limit: reader.limits.row)
      faults.add(Fault(kind: kind, row: assembly.rows, range: range))
    case nil: break
    }
    var columns = assembly.columns
    if blank > 0 { columns = columns.map { $0.picking(Array(0..<max(0, $0.count - blank))) } }
    // Rows with the wrong number of fields are in no column, so that rows could not be told apart by their numbers.
    if columns.allSatisfy({ $0.count == rows }) {
      let keys = present.indices.filter { present[$0].spec.role == .key }
      let duplicates = KeyCheck(keys.map { columns[$0] }).duplicates(threads: reader.threads)
      if keys.count == 1, duplicates.isEmpty, case .text(let texts) = columns[keys[0]] {
        columns[keys[0]] = .text(texts.distinct)
      }
      try note(duplicates, columns, present, header, assembly.blocks, &faults)
    }
    faults.joinRepeatedHeaders(header)
    guard faults.isEmpty else { throw diagnostics(of: faults, header, places) }

    var remaining = columns[...]
    // Columns without a value share one store for each type.
    var absent: [ColumnType: AnyColumn] = [:]
    let complete = zip(reader.columns, header.positions).map { spec, position in
      guard position == nil else { return remaining.removeFirst() }
      let column = absent[spec.type] ?? AnyColumn(missing: rows, spec.type)
      absent[spec.type] = column
      return column
    }
    var table = Table(names: reader.columns.map(\.name), columns: complete, rowCount: rows)
    table.places = places
    return table
  }

  /// The names in the header, in order; empty ones and those that stand twice too. Throws what is wrong with the header.
  func names() throws(DiagnosticsError) -> [String] {
    var source = try openSource()
    guard let first = try nextBlock(of: &source) else { throw wrong(TableMessage.empty) }
    return try BlockText.withUTF8(of: first, reader.format.encoding) { (bytes, _) throws(DiagnosticsError) in
      try Header(bytes, reader, file: file, beginning: beginning).names
    }
  }

  // MARK: Source

  func openSource() throws(DiagnosticsError) -> BlockSource {
    let packing: BlockSource.Packing
    do throws(SpreadsheetMessage) {
      packing = try self.packing()
    } catch {
      throw wrong(.spreadsheet(error))
    }
    do throws(BlockSource.End) {
      return try BlockSource(bytes, packing, reader.format, reader.limits)
    } catch {
      throw wrong(error)
    }
  }

  /// What of the file is looked at where its header is none: 64 KiB.
  private func beginning() -> Block? {
    guard var source = try? openSource() else { return nil }
    return source.beginning(1 << 16)
  }

  func nextBlock(of source: inout BlockSource) throws(DiagnosticsError) -> Block? {
    do {
      return try source.next()
    } catch {
      throw wrong(error)
    }
  }

  private func wrong(_ end: BlockSource.End) -> DiagnosticsError {
    switch end {
    case .message(let message): wrong(message)
    // The header is the one row that is read before the rows are.
    case .rowTooLong: wrong(.rowTooLong(row: 0, limit: reader.limits.row))
    }
  }

  func wrong(_ message: TableMessage) -> DiagnosticsError {
    DiagnosticsError([Diagnostic(message, at: .init(file: file), datum: .init(dataset: reader.dataset))])
  }

  // MARK: Keys

  /// Notes the rows `found`, whose key an earlier row has.
  private func note(
    _ found: [(row: Int, first: Int)], _ columns: [AnyColumn], _ parsers: [ColumnParser], _ header: Header,
    _ blocks: [(rows: Int, lines: Int)], _ faults: inout FaultTally
  ) throws(DiagnosticsError) {
    let keys = zip(columns, parsers).filter { $0.1.spec.role == .key }
    guard let position = keys.first?.1.position, !found.isEmpty else { return }
    // Where rows stand is not remembered, so the file is read again up to the last that is told in full.
    var told = found.prefix(FaultTally.shown + 1)
    var source = try openSource()
    var (row, line, start) = (0, header.lines, header.length)
    for (rows, lines) in blocks where !told.isEmpty {
      guard let block = try nextBlock(of: &source) else { break }
      let inside = told.prefix { $0.row < row + rows }
      if !inside.isEmpty {
        let tally = BlockText.withUTF8(of: block, reader.format.encoding) { bytes, _ in
          let bytes = bytes.part(start..<bytes.count)
          var faults = BlockFaults(bytes)
          var ignored = BlockFaults(bytes)
          var index = FieldIndex(width: header.width, format: reader.format)
          index.fill(bytes, faults: &ignored)
          for (later, first) in inside {
            let values = keys.map { $0.1.spec.isPersonal ? nil : $0.0.text(later) }
            let kind = Fault.Kind.duplicateKey(first: first, columns: keys.map(\.1.spec.name), values: values)
            faults.add(kind, row: later - row, column: position, index[later - row, position].written)
          }
          return faults.tally
        }
        faults.append(tally, rows: row, lines: line)
      }
      told = told.dropFirst(inside.count)
      (row, line, start) = (row + rows, line + lines, 0)
    }
    let untold = found.count - min(found.count, FaultTally.shown + 1)
    faults.count(untold, of: .init(code: Fault.Kind.duplicateKeyCode, column: position))
  }

  // MARK: Diagnostics

  private func diagnostics(of faults: FaultTally, _ header: Header, _ places: SheetPlaces?) -> DiagnosticsError {
    let (full, rest) = faults.summary()
    let personal = Set(reader.columns.filter(\.isPersonal).map(\.header))
    let known = Set(reader.columns.map(\.header))

    func diagnostic(_ fault: Fault, _ message: TableMessage, _ field: String?, _ value: String?) -> Diagnostic {
      Diagnostic(
        message, at: location(of: fault, places),
        datum: .init(dataset: reader.dataset, row: fault.row + 1, field: field, value: value, rule: message.rule))
    }
    func told(_ fault: Fault) -> Diagnostic {
      let field = fault.column.map(header.name)
      let isShown = field.map { known.contains($0) && !personal.contains($0) } ?? false
      let value = isShown ? fault.value : nil
      return diagnostic(fault, fault.kind.message(row: fault.row, field: field, value: value), field, value)
    }
    func location(of fault: Fault, _ places: SheetPlaces?) -> Diagnostic.Location {
      guard let places else { return .init(file: file, range: fault.range) }
      let cell = fault.column.map { places.cell(row: fault.row, column: $0) }
      return .init(file: file, sheet: .init(sheet: places.sheet, row: places.row(fault.row), cell: cell))
    }
    let counted = rest.map { first, count in
      let field = first.column.map(header.name)
      let rule = first.kind.message(row: first.row, field: field, value: nil).rule ?? ""
      return diagnostic(first, .more(count, rule: rule, column: field, row: first.row + 1), field, nil)
    }
    return DiagnosticsError(full.map(told) + counted)
  }
}

extension DiagnosticsError {
  /// The same of the row of a sheet that holds its header.
  fileprivate func inHeader(of places: SheetPlaces) -> DiagnosticsError {
    DiagnosticsError(
      all.map { problem in
        guard let location = problem.location else { return problem }
        var problem = problem
        let place = Diagnostic.SheetPlace(sheet: places.sheet, row: places.headerRow)
        problem.location = .init(file: location.file, sheet: place)
        return problem
      })
  }
}
