import Diagnostics
import Tables
import Times

/// Makes the columns of a kind out of those of a file that was not made for it.
struct ColumnMapping {
  private let kindColumns: [KindColumn]
  /// The names of the kind's columns of votes, in ballot order.
  private let votes: [String]
  /// What the workspace says; its table is not there yet.
  private let target: DatasetSource

  /// From the file that `target` declares to the columns of `fields`.
  init(_ fields: any RowFields, _ target: DatasetSource) {
    (kindColumns, votes, self.target) = (fields.columns, fields.votes.map(\.name), target)
  }

  private var declaration: DatasetDeclaration { target.declaration }
  private var keys: [String] { kindColumns.filter { $0.role == .key }.map(\.name) }
  /// Whether rows with one key may stand in the file: other rows, or those of other options.
  private var repeatsKeys: Bool { !declaration.filters.isEmpty || declaration.long != nil || hasPartialKey }
  /// Whether parts of a key may be missing, so that the file's columns are no key of their own.
  private var hasPartialKey: Bool {
    kindColumns.contains { $0.role == .key && declaration.columns[$0.name]?.empty != nil }
  }
  /// The columns of the kind that the file has as rows, which are the votes and what else rows are named for.
  private var longColumns: [KindColumn] {
    guard let long = declaration.long else { return [] }
    let options = target.contest?.options.map(\.id) ?? []
    return kindColumns.filter {
      votes.contains($0.name) || $0.isWholeNumber && long.names[$0.name] != nil && !options.contains($0.name)
    }
  }
  /// The columns of the kind that the file has as columns.
  private var wideColumns: [KindColumn] {
    let long = longColumns.map(\.name)
    return kindColumns.filter { !long.contains($0.name) }
  }

  // MARK: - What is asked of the file

  /// The columns of the file that are read, each once.
  func fileColumns() throws(DiagnosticsError) -> [ColumnSpec] {
    var specs: [ColumnSpec] = []
    var users: [String: [String]] = [:]
    var problems: [Diagnostic] = []
    func note(_ message: RowMessage, _ field: String) {
      problems.append(
        Diagnostic(
          message, at: .init(file: target.file),
          datum: .init(dataset: target.dataset, field: field, rule: message.rule)))
    }
    func ask(_ spec: ColumnSpec, for user: String) {
      users[spec.name, default: []].append(user)
      guard let place = specs.firstIndex(where: { $0.name == spec.name }) else { return specs.append(spec) }
      if specs[place].type != spec.type {
        note(.columnUsedTwice(spec.name, by: users[spec.name] ?? []), spec.name)
      } else if specs[place].missing != spec.missing {
        note(.missingDiffers(spec.name, by: users[spec.name] ?? []), spec.name)
      } else {
        specs[place].role = max(spec.role, specs[place].role)
      }
    }
    let withheld = declaration.withheld.flatMap(\.texts)
    for column in wideColumns {
      var spec = column.specification
      if repeatsKeys, spec.role == .key { spec.role = .required }
      func askNumbers(_ spec: ColumnSpec) {
        ask(spec, for: column.name)
        if column.isWholeNumber, !withheld.isEmpty {
          ask(WithheldNumbers.specification(of: spec.name), for: column.name)
        }
      }
      guard let from = declaration.columns[column.name] else {
        if column.isWholeNumber { spec.missing = withheld }
        askNumbers(spec)
        continue
      }
      if !from.isGiven {
        if [.key, .required].contains(column.role) { note(.needed(column.name), column.name) }
        continue
      }
      if let constant = from.constant {
        if self.constant(constant, column, rows: 1) == nil {
          note(.noConstant(constant, for: column.name), column.name)
        }
        continue
      }
      // What the workspace names must be there, but for what is cut out of public editions.
      let isPersonal = (from.ownColumns + from.less).contains(where: declaration.personal.contains)
      if !isPersonal, spec.role == .optional || from.empty != nil { spec.role = .partial }
      for slip in slips(from, column, spec) { note(slip, column.name) }
      if let percent = from.percent { ask(ColumnSpec(percent, .decimal, .partial, least: 0), for: column.name) }
      // Rows with different keys may have other parts in common.
      if from.part != nil, spec.role == .key { spec.role = .required }
      spec.type = fileType(spec.type, from)
      // The parts of a time mean something together alone.
      if ![.dateTime, .date].contains(column.specification.type) || from.columns.count == 1 {
        spec.missing = from.missing + (column.isWholeNumber ? withheld : [])
      }
      for name in from.ownColumns + from.less {
        (spec.name, spec.header) = (name, name)
        askNumbers(spec)
      }
    }
    for (first, second, column) in optionsSharingColumns() {
      note(.optionsShareColumn(first, second, column: column), column)
    }
    // Two filters of one column are one column with both.
    for filter in declaration.filters where !specs.contains(where: { $0.name == filter.tableName }) {
      specs.append(ColumnSpec(filter))
    }
    if let long = declaration.long {
      ask(ColumnSpec(long.option, .text), for: "long.option")
      var votes = ColumnSpec(long.votes, .integer, .partial, least: 0, most: KindColumn.largestInteger)
      votes.missing = withheld
      ask(votes, for: "long.votes")
      if !withheld.isEmpty { ask(WithheldNumbers.specification(of: long.votes), for: "long.votes") }
    }
    guard problems.isEmpty else { throw DiagnosticsError(problems) }
    return specs
  }

  /// What is wrong with how `from` says where the values of `column` stand, of which `spec` is demanded.
  private func slips(_ from: ColumnSource, _ column: KindColumn, _ spec: ColumnSpec) -> [RowMessage] {
    let (name, isInstant) = (column.name, spec.type == .dateTime)
    var slips: [RowMessage] = []
    if from.columns.isEmpty, spec.type != .text || declaration.long != nil { slips.append(.rowNumber(name)) }
    let isPattern = if case .pattern? = from.time { true } else { false }
    let isFreeText = spec.type == .text && spec.allowed.isEmpty
    if from.fileName != nil, !(isFreeText || [.dateTime, .date].contains(spec.type) && isPattern) {
      slips.append(.fileName(name))
    }
    if from.columns.count > 1, !canJoin(spec.type, from) { slips.append(.severalColumns(name)) }
    if case .pattern(let text) = from.time, let pattern = ClockPattern(text), isInstant, !pattern.hasHour {
      slips.append(.dayForInstant(text, name))
    }
    if !from.less.isEmpty, spec.type != .integer { slips.append(.nothingTakenOff(name)) }
    if from.percent != nil, spec.type != .integer { slips.append(.percentOfNoNumber(name)) }
    if from.part != nil || from.joiner != "-", !isFreeText { slips.append(.noFreeText(name)) }
    if let empty = from.empty, spec.type != .text, valueStanding(for: empty, spec) == nil {
      slips.append(.noValue(empty, for: name))
    }
    return slips
  }

  /// Columns of votes that are read from one and the same column of the file.
  private func optionsSharingColumns() -> [(first: String, second: String, column: String)] {
    var readers: [[String]: String] = [:]
    return (declaration.long == nil ? votes : []).compactMap { name in
      guard let from = declaration.columns[name]?.columns, !from.isEmpty else { return nil }
      guard let first = readers[from] else {
        readers[from] = name
        return nil
      }
      return (first, name, from.joined(separator: "', '"))
    }
  }

  /// Whether several columns make a value of `type`.
  private func canJoin(_ type: ColumnType, _ from: ColumnSource) -> Bool {
    switch type {
    case .integer, .text: true
    case .dateTime: from.time?.isNumber != true
    case .date: from.time?.isNumber != true && (from.time != nil || from.columns.count == 3)
    case .decimal, .number, .boolean: false
    }
  }

  /// The type in which the file's columns for a value of `type` are read.
  private func fileType(_ type: ColumnType, _ from: ColumnSource) -> ColumnType {
    guard type == .dateTime || type == .date else { return type }
    switch from.time {
    case nil: return from.columns.count > 1 ? .integer : type
    case .unixSeconds, .unixMilliseconds: return .integer
    case .pattern: return .text
    }
  }

  // MARK: - From the file to the kind

  /// The dataset, from the columns that were asked for; a part of it (not `isWhole`) need not have what filters ask for.
  /// Throws a `DiagnosticsError` with the rows that make no value.
  func source(
    from file: Table, parts: FileParts?, isWhole: Bool = true, threads: Int
  ) throws(DiagnosticsError) -> DatasetSource {
    var source = target
    source.parts = parts
    var file = file
    if !declaration.filters.isEmpty {
      let unmet = isWhole ? missedFilters(file) : []
      guard unmet.isEmpty else { throw DiagnosticsError(unmet) }
      let (selection, rows) = RowSelection.selecting(
        from: file, by: declaration.filters, declaration.format.decimalMark)
      (file, source.rowNumbers, source.selection) = (file.filtered(rows: rows), rows, selection)
    }
    source.table = file
    var problems: [Diagnostic] = []
    var columns: [(name: String, column: AnyColumn)] = []
    for column in wideColumns {
      columns.append((column.name, value(of: column, in: source, &problems)))
      if let ranges = withheldRanges(of: column, in: source) {
        columns.append((WithheldNumbers.column(of: column.name), .text(ranges)))
      }
    }
    source.table = Table(kindColumns: columns)
    if let long = declaration.long, problems.isEmpty {
      let withheld = WithheldNumbers(declaration.withheld, in: file)
      source = PivotedSheets(
        source, keys: keys, options: file.asked(long.option), votes: file.asked(long.votes),
        withheld: declaration.withheld.isEmpty ? nil : withheld.ranges(in: long.votes), long
      )
      .source(with: kindColumns.map(\.name), longColumns.map(\.name), &problems)
    } else if parts != nil || repeatsKeys || keys.contains(where: { isMade(declaration.columns[$0]) }) {
      problems += source.duplicateKeys(keys, threads: threads)
    }
    guard problems.isEmpty else { throw DiagnosticsError(problems.byRow()) }
    return source
  }

  /// Whether a key is more than one column of the file, which a reader has held against itself.
  private func isMade(_ from: ColumnSource?) -> Bool {
    from.map { $0.columns.count > 1 || $0.fileName != nil || $0.part != nil } ?? false
  }

  /// The values of filters that no row has: slips that would leave rows out unseen.
  private func missedFilters(_ file: Table) -> [Diagnostic] {
    guard file.rowCount > 0 else { return [] }
    return declaration.filters.flatMap { filter in
      let column: TextColumn = file.asked(filter.tableName)
      let present = column.encoded.texts
      let known = Set(present + (column.missing.isEmpty ? [] : [""]))
      // That no row has what is to be left out is no slip, unless a row has what is nearly the same.
      let slips = filter.others.filter { nearName(to: $0, among: present) != nil }
      return (filter.values + slips).filter { !known.contains($0) }.map { value in
        let message = RowMessage.filterMissesAll(value, column: filter.column, present: present)
        return Diagnostic(
          message, at: .init(file: target.file),
          datum: .init(dataset: target.dataset, field: filter.column, value: value, rule: message.rule))
      }
    }
  }

  private func value(of column: KindColumn, in file: DatasetSource, _ problems: inout [Diagnostic]) -> AnyColumn {
    let from = declaration.columns[column.name] ?? ColumnSource([column.name])
    let type = column.specification.type
    let stand = type == .text ? nil : from.empty.flatMap { valueStanding(for: $0, column.specification) }
    func filled(_ part: AnyColumn, _ name: String) -> AnyColumn {
      let withheld = WithheldNumbers(declaration.withheld, in: file.table)
      return stand.map { withheld.taken(off: part.filled(with: $0), of: name) } ?? part
    }
    guard let found = parts(of: from, column.name, in: file, &problems) else {
      return AnyColumn(missing: file.table.rowCount, type)
    }
    let parts = zip(found, from.columns).map(filled)
    guard from.isGiven else { return AnyColumn(missing: file.table.rowCount, type) }
    if let text = from.constant {
      return constant(text, column, rows: file.table.rowCount) ?? AnyColumn(missing: file.table.rowCount, type)
    }
    if from.columns.isEmpty { return .text(rowNumbers(file)) }
    if let part = from.part, case .text(let texts)? = parts.first {
      let needed = [.key, .required].contains(column.specification.role)
      return .text(SplitTexts(texts, part, from, column.name, file).column(isNeeded: needed, &problems))
    }
    if type == .dateTime || type == .date, parts.count > 1 || from.time != nil {
      let times = MappedTimes(parts, from, column.name, file)
      return type == .date ? .date(times.days(&problems)) : .dateTime(times.instants(&problems))
    }
    if type == .integer, parts.count > 1 || !from.less.isEmpty || from.percent != nil {
      var numbers = sum(parts, file)
      if !from.less.isEmpty {
        let less = from.less.compactMap { name in file.table[name].map { filled($0, name) } }
        numbers = difference(numbers, sum(less, file), column.name, file, &problems)
      }
      if let percent = from.percent, case .decimal(let shares)? = file.table[percent] {
        numbers = wholes(numbers, shares, column.name, file, &problems)
      }
      return .integer(numbers)
    }
    guard parts.count > 1 || type == .text && from.empty != nil else {
      return parts.first ?? AnyColumn(missing: file.table.rowCount, type)
    }
    return .text(joined(parts, from, column.name, file, &problems))
  }

  /// `text` on every row; nil where it is no value of `column`.
  private func constant(_ text: String, _ column: KindColumn, rows: Int) -> AnyColumn? {
    let spec = column.specification
    if spec.type == .text {
      return spec.allowed.isEmpty || spec.allowed.contains(text) ? .text(TextColumn(repeating: text, count: rows)) : nil
    }
    return valueStanding(for: text, spec).map { AnyColumn(missing: rows, spec.type).filled(with: $0) }
  }

  /// The one row that `text` makes as a value of `spec`; nil where it is none.
  private func valueStanding(for text: String, _ spec: ColumnSpec) -> AnyColumn? {
    var reader = CSVReader(columns: [spec])
    reader.columns[0].role = .required
    return (try? reader.read(Array("\(spec.header)\n\(text)\n".utf8), name: ""))?.columns.first
  }

  /// The columns of which a value is made; nil where a file's name is not as it should be.
  private func parts(
    of from: ColumnSource, _ name: String, in file: DatasetSource, _ problems: inout [Diagnostic]
  ) -> [AnyColumn]? {
    guard let part = from.fileName else { return from.columns.compactMap { file.table[$0] } }
    let files = file.parts?.names ?? [file.file]
    let names = files.map { path in
      let text = part.text(of: path)
      if text == nil {
        let message = RowMessage.fileNameDiffers(pattern: part.pattern ?? "")
        problems.append(
          Diagnostic(
            message, at: .init(file: path), datum: .init(dataset: file.dataset, field: name, rule: message.rule)))
      }
      return Array((text ?? "").utf8)
    }
    guard problems.isEmpty else { return nil }
    var builder = TextColumnBuilder(count: file.table.rowCount)
    for row in 0..<file.table.rowCount { builder.append(names[file.parts?.place(of: file.rowRead(row)).file ?? 0]) }
    let column = AnyColumn.text(builder.column)
    return from.columns.compactMap { $0 == FileNamePart.word ? column : file.table[$0] }
  }

  private func sum(_ parts: [AnyColumn], _ file: DatasetSource) -> Column<Int64> {
    let parts = parts.compactMap { if case .integer(let it) = $0 { it } else { nil } }
    return Column(missing: file.table.rowCount, zero: 0).filled(from: parts)
  }

  /// The numbers of `whole` without those of `part`; missing where either is.
  private func difference(
    _ whole: Column<Int64>, _ part: Column<Int64>, _ name: String, _ file: DatasetSource, _ problems: inout [Diagnostic]
  ) -> Column<Int64> {
    var missing = whole.missing
    missing.formUnion(part.missing)
    let values = zip(whole.values, part.values).map { $0 &- $1 }
    for (row, value) in values.enumerated() where value < 0 && !missing.contains(row) {
      let message = RowMessage.belowZero(Int(whole.values[row]), less: Int(part.values[row]))
      problems.append(file.problem(message, row: row, field: name, value: nil))
    }
    return Column(values: values, missing: missing)
  }

  /// The numbers of which `parts` are `shares` percent; missing where several fit.
  private func wholes(
    _ parts: Column<Int64>, _ shares: Column<ExactDecimal>, _ name: String, _ file: DatasetSource,
    _ problems: inout [Diagnostic]
  ) -> Column<Int64> {
    var missing = RowSet()
    let values = (0..<parts.count).map { row -> Int64 in
      if let part = parts[row], let share = shares[row] {
        switch RegisterOfTurnout.whole(part, share) {
        case .number(let whole): return whole
        case .open: break
        case .none:
          let message = RowMessage.percentOfNothing(Int(part), percent: "\(share)")
          problems.append(file.problem(message, row: row, field: name, value: nil))
        }
      }
      missing.insert(row)
      return 0
    }
    return Column(values: values, missing: missing)
  }

  /// Between which numbers the values of `column` lie that the file withholds; nil where it is not asked for such.
  private func withheldRanges(of column: KindColumn, in file: DatasetSource) -> TextColumn? {
    let from = declaration.columns[column.name] ?? ColumnSource([column.name])
    guard !declaration.withheld.isEmpty, column.isWholeNumber, from.isGiven, !from.columns.isEmpty, from.percent == nil
    else { return nil }
    let stand = from.empty.flatMap { valueStanding(for: $0, column.specification) }
    return WithheldNumbers(declaration.withheld, in: file.table).ranges(of: from.columns, less: from.less) { name in
      let numbers = file.table[name].map { part in stand.map { part.filled(with: $0) } ?? part }
      return if case .integer(let it)? = numbers { it } else { nil }
    }
  }

  private func rowNumbers(_ file: DatasetSource) -> TextColumn {
    var builder = TextColumnBuilder(count: file.table.rowCount)
    for row in 0..<file.table.rowCount {
      // Rows of several files have the same numbers.
      let number = "\(file.rowNumber(row) + 1)"
      builder.append(Array((file.parts == nil ? number : "\(file.file(of: row)):\(number)").utf8))
    }
    return builder.column
  }

  private func joined(
    _ parts: [AnyColumn], _ from: ColumnSource, _ name: String, _ file: DatasetSource, _ problems: inout [Diagnostic]
  ) -> TextColumn {
    let count = file.table.rowCount
    let parts = parts.compactMap { if case .text(let it) = $0 { it } else { nil } }
    do throws(TextColumn.JoiningFault) {
      return try TextColumn(joining: parts, count: count, separator: from.joiner, empty: from.empty)
    } catch {
      let (message, row): (TableMessage, Int?) =
        switch error {
        case .tooMuch(let limit): (.tooMuchJoined(column: name, limit: limit), nil)
        case .tooLong(let row, let limit):
          (.joinedTooLong(row: file.rowNumber(row) + 1, column: name, limit: limit), row)
        }
      problems.append(
        Diagnostic(
          message, at: .init(file: row.map(file.file(of:)) ?? target.file),
          datum: .init(
            dataset: target.dataset, row: row.map { file.rowNumber($0) + 1 }, field: name, rule: message.rule)))
      return TextColumn(missing: count)
    }
  }
}

extension Table {
  /// The column `name`, which was asked of the file as texts.
  func asked(_ name: String) -> TextColumn {
    guard case .text(let column)? = self[name] else { preconditionFailure("the reader gives what was asked for") }
    return column
  }

  /// The column `name`, which was asked of the file as whole numbers.
  func asked(_ name: String) -> Column<Int64> {
    guard case .integer(let column)? = self[name] else { preconditionFailure("the reader gives what was asked for") }
    return column
  }
}

extension DatasetSource {
  /// The rows whose key, in the text columns `columns`, an earlier row has.
  mutating func duplicateKeys(_ columns: [String], threads: Int) -> [Diagnostic] {
    table.duplicates(in: columns, threads: threads).map { row, first in
      let key = columns.compactMap { table[$0]?.text(row) }
      return problem(
        .duplicateKey(first: rowNumber(first) + 1, file: file(of: first, besides: row)), row: row, field: columns[0],
        value: key.joined(separator: " "))
    }
  }
}
