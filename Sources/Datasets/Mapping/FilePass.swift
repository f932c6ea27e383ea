public import Diagnostics
public import Tables

/// The reading of the files of a dataset for all datasets that rest on them: in one pass where that comes to the same for
/// each.
///
///     let pass = FilePass([entered, photographed], files: ["data/sheets.csv"]) { reader, file in
///       try reader.read(path: paths[file], name: names[file])
///     }
///     let sources = [try pass.source(0), try pass.source(1)]
///
/// Datasets share a pass where they read every common column in one way. Where something is wrong with a file as they
/// read it together, each reads it alone and tells what is wrong for itself.
public struct FilePass: Sendable {
  private let readings: [DatasetReading]
  private let files: [String]
  private let read: @Sendable (CSVReader, _ file: Int) throws(DiagnosticsError) -> Table
  /// The files, with the columns that a reading asked for, where it shared a pass.
  private var shared: [Int: Joined] = [:]

  /// The rows of all files, and how many each has.
  private typealias Joined = (table: Table, rows: [Int])

  /// How many files with something wrong in them are told of.
  static let filesToldInFull = 3

  /// A pass over the files that users see as `files`, for `readings`; `read` reads one of them with the reader that it is
  /// given.
  public init(
    _ readings: [DatasetReading], files: [String],
    read: @escaping @Sendable (CSVReader, _ file: Int) throws(DiagnosticsError) -> Table
  ) {
    (self.readings, self.files, self.read) = (readings, files, read)
    // What no file can give is for the reading itself to tell; a table without columns does not say how many rows it has.
    let readers = readings.enumerated().compactMap { index, reading in
      (try? reading.reader()).map { (index: index, reader: $0) }
    }.filter { !$0.reader.columns.isEmpty && readings[$0.index].series == nil }
    var groups: [(reader: CSVReader, members: [(index: Int, reader: CSVReader)])] = []
    for one in readers {
      let joined = groups.indices.lazy.compactMap { place in
        groups[place].reader.joined(with: one.reader).map { (place: place, reader: $0) }
      }.first
      if let joined {
        groups[joined.place].reader = joined.reader
        groups[joined.place].members.append(one)
      } else {
        groups.append((one.reader, [one]))
      }
    }
    for group in groups where group.members.count > 1 {
      guard let joined = try? readAll(group.reader, readings[group.members[0].index]) else { continue }
      for member in group.members {
        var columns = joined.table.keeping(member.reader.columns.map(\.name))
        columns.places = joined.table.places
        shared[member.index] = (columns, joined.rows)
      }
    }
  }

  /// The dataset of the reading at `index`. Throws a `DiagnosticsError` with what is wrong with it.
  public func source(_ index: Int) throws(DiagnosticsError) -> DatasetSource {
    let reading = readings[index]
    if let series = reading.series { return try source(reading, series) }
    let joined = if let joined = shared[index] { joined } else { try readAll(try reading.reader(), reading) }
    if isOfJSON(reading) { try reading.checkPaths(in: joined.table) }
    return try reading.source(
      from: joined.table, parts: files.count == 1 ? nil : FileParts(files, rows: joined.rows))
  }

  /// Whether the files are JSON documents.
  private func isOfJSON(_ reading: DatasetReading) -> Bool { (reading.member ?? files[0]).hasSuffix(".json") }

  /// The dataset of a reading whose files are one thing at successive moments.
  private func source(_ reading: DatasetReading, _ series: DatasetSeries) throws(DiagnosticsError) -> DatasetSource {
    let (order, reader) = (try reading.ordered(files, series), try reading.reader())
    if reading.isOfCaptures {
      let joined = try readAll(reader, reading, order.map(\.index))
      if isOfJSON(reading) { try reading.checkPaths(in: joined.table) }
      return try reading.captures(from: joined.table, rows: joined.rows, order)
    }
    var seen = reading.seenSheets
    try each(order.indices, reading) { (place) throws(DiagnosticsError) in
      let table = try read(reader, order[place].index)
      if place == order.count - 1, isOfJSON(reading) { try reading.checkPaths(in: table) }
      try reading.add(table, of: order[place], to: &seen, isLast: place == order.count - 1)
    }
    return try reading.sheets(seen)
  }

  /// The files as `reader` reads them for `reading`, in the order that `places` has, else in their own.
  private func readAll(
    _ reader: CSVReader, _ reading: DatasetReading, _ places: [Int]? = nil
  ) throws(DiagnosticsError) -> Joined {
    guard files.count > 1 else {
      let table = try read(reader, 0)
      return (table, [table.rowCount])
    }
    var joining = TableJoining()
    try each(places ?? Array(files.indices), reading) { (file) throws(DiagnosticsError) in
      try reading.append(try read(reader, file), to: &joining)
    }
    return (joining.table, joining.rows)
  }

  /// Reads one file after another. Throws what is wrong with the first few that cannot be read.
  private func each(
    _ places: some Sequence<Int>, _ reading: DatasetReading, _ readOne: (Int) throws(DiagnosticsError) -> Void
  ) throws(DiagnosticsError) {
    var (problems, wrong) = ([Diagnostic](), 0)
    for place in places {
      do throws(DiagnosticsError) {
        try readOne(place)
      } catch {
        wrong += 1
        if wrong <= Self.filesToldInFull { problems += error.all }
      }
    }
    if wrong > Self.filesToldInFull {
      let rest = RowMessage.moreFiles(wrong - Self.filesToldInFull, of: files.count)
      problems.append(Diagnostic(rest, at: .init(file: reading.file), datum: .init(dataset: reading.dataset)))
    }
    guard problems.isEmpty else { throw DiagnosticsError(problems) }
  }
}

extension CSVReader {
  /// A reader that asks a file for what this one and `other` ask; nil where what it reads could be something else than what
  /// either reads alone.
  fileprivate func joined(with other: CSVReader) -> CSVReader? {
    guard format == other.format, isForeign == other.isForeign else { return nil }
    // Columns that nobody asked for are errors in a file that was made for one kind.
    guard isForeign || columns == other.columns else { return nil }
    // Rows that agree in some columns need not agree in more.
    let (keys, otherKeys) = (Set(keyNames), Set(other.keyNames))
    guard keys.isEmpty || otherKeys.isEmpty || keys == otherKeys else { return nil }
    var (joined, other) = (self, other)
    // A row that the one leaves out the other may read.
    if Set(columns.compactMap(\.filter)) != Set(other.columns.compactMap(\.filter)) {
      for place in joined.columns.indices { joined.columns[place].filter = nil }
      for place in other.columns.indices { other.columns[place].filter = nil }
    }
    for spec in other.columns {
      guard let place = joined.columns.firstIndex(where: { $0.name == spec.name }) else {
        joined.columns.append(spec)
        continue
      }
      guard let both = joined.columns[place].joined(with: spec) else { return nil }
      joined.columns[place] = both
    }
    return joined
  }

  private var keyNames: [String] { columns.filter { $0.role == .key }.map(\.name) }
}

extension ColumnSpec {
  /// What both demand of one column; nil where they read its values in different ways.
  fileprivate func joined(with other: ColumnSpec) -> ColumnSpec? {
    var joined = self
    (joined.role, joined.isPersonal) = (max(role, other.role), isPersonal || other.isPersonal)
    var same = other
    (same.role, same.isPersonal) = (joined.role, joined.isPersonal)
    return joined == same ? joined : nil
  }
}
