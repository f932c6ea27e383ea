public import Diagnostics
public import Tables

/// The reading of a file for all datasets that rest on it: in one pass where that comes to the same for each.
///
///     let pass = FilePass([entered, photographed]) { reader in try reader.read(path: path, name: name) }
///     let sources = [try pass.source(0), try pass.source(1)]
///
/// Datasets share a pass where they read every common column in one way. Where something is wrong with the file as they
/// read it together, each reads it alone and tells what is wrong for itself.
public struct FilePass: Sendable {
  private let readings: [DatasetReading]
  private let read: @Sendable (CSVReader) throws(DiagnosticsError) -> Table
  /// The columns that a reading asked for, where it shared a pass.
  private var shared: [Int: Table] = [:]

  /// A pass over a file for `readings`; `read` reads it with the reader that it is given.
  public init(
    _ readings: [DatasetReading], read: @escaping @Sendable (CSVReader) throws(DiagnosticsError) -> Table
  ) {
    (self.readings, self.read) = (readings, read)
    // What no file can give is for the reading itself to tell; a table without columns does not say how many rows it has.
    let readers = readings.enumerated().compactMap { index, reading in
      (try? reading.reader()).map { (index: index, reader: $0) }
    }.filter { !$0.reader.columns.isEmpty }
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
      guard let table = try? read(group.reader) else { continue }
      for member in group.members {
        var columns = table.keeping(member.reader.columns.map(\.name))
        columns.places = table.places
        shared[member.index] = columns
      }
    }
  }

  /// The dataset of the reading at `index`. Throws a `DiagnosticsError` with what is wrong with it.
  public func source(_ index: Int) throws(DiagnosticsError) -> DatasetSource {
    let reading = readings[index]
    if let table = shared[index] { return try reading.source(from: table) }
    return try reading.source(from: try read(try reading.reader()))
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
    var joined = self
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
