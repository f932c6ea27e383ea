import Diagnostics
import Tables
import Times

/// The times of a column, made of what the file has for them.
struct MappedTimes {
  private let parts: [AnyColumn]
  private let from: ColumnSource
  private let name: String
  private let file: DatasetSource
  private let pattern: ClockPattern?

  /// Of the columns `parts` of `file`, which `from` names for the kind's column `name`.
  init(_ parts: [AnyColumn], _ from: ColumnSource, _ name: String, _ file: DatasetSource) {
    (self.parts, self.from, self.name, self.file) = (parts, from, name, file)
    pattern = if case .pattern(let it) = from.time { ClockPattern(it) } else { nil }
  }

  /// The days; what makes none is noted.
  func days(_ problems: inout [Diagnostic]) -> Column<Day> {
    let zone = from.zone ?? file.zone
    return column(&problems, zero: Day(ordinal: 0)) { (row) throws(RowMessage) -> Day in
      guard from.time?.isNumber != true else { return zone.clock(at: try instant(of: row)).day }
      let seconds = try clockSeconds(row)
      return Day(ordinal: Int((Double(seconds) / 86_400).rounded(.down)))
    }
  }

  /// The instants; what makes none is noted.
  func instants(_ problems: inout [Diagnostic]) -> Column<Instant> {
    var clock = ClockReader((pattern?.isUTC == true ? Zone("UTC") : from.zone) ?? file.zone)
    return column(&problems, zero: Instant(seconds: 0)) { (row) throws(RowMessage) -> Instant in
      guard from.time?.isNumber != true else { return try instant(of: row) }
      let seconds = try clockSeconds(row)
      guard let instant = clock.instant(seconds) else { throw .neverShown(text(row), clock.zone.identifier) }
      return instant
    }
  }

  private func column<Value>(
    _ problems: inout [Diagnostic], zero: Value, _ value: (Int) throws(RowMessage) -> Value
  ) -> Column<Value> {
    var missing = RowSet()
    for part in parts { missing.formUnion(part.missing) }
    var values = [Value](repeating: zero, count: file.table.rowCount)
    for row in values.indices where !missing.contains(row) {
      do throws(RowMessage) {
        values[row] = try value(row)
      } catch {
        missing.insert(row)
        let text = text(row)
        if !from.missing.contains(text) { problems.append(file.problem(error, row: row, field: name, value: text)) }
      }
    }
    return Column(values: values, missing: missing)
  }

  /// What the file has in `row`.
  private func text(_ row: Int) -> String { parts.map { $0.text(row) }.joined(separator: " ") }

  /// The instant that the whole number in `row` tells.
  private func instant(of row: Int) throws(RowMessage) -> Instant {
    guard case .integer(let numbers)? = parts.first, let time = from.time else { throw .noSuchTime(text(row)) }
    let number = numbers.values[row]
    let instant = time.instant(number)
    // Instants of one unit, read in the other, lie in 1970, or far ahead.
    func isOfElection(_ instant: Instant?) -> Bool {
      instant.map { 1980...TimeNotation.years.upperBound ~= file.zone.clock(at: $0).day.components.year } ?? false
    }
    if !isOfElection(instant), let other = time.otherUnit, isOfElection(other.instant(number)) {
      throw .otherUnit(text(row), time, other)
    }
    guard let instant else { throw .notTime(time, text(row)) }
    return instant
  }

  /// The seconds that a clock showed since the start of 1970, by the text or the numbers in `row`.
  private func clockSeconds(_ row: Int) throws(RowMessage) -> Int64 {
    let seconds: Int64?
    if let pattern {
      if parts.count == 1, case .text(let it) = parts[0] {
        seconds = pattern.clockSeconds(it.utf8(row))
      } else {
        seconds = pattern.clockSeconds(text(row).utf8)
      }
    } else {
      let numbers = parts.map { if case .integer(let it) = $0 { Int(it.values[row]) } else { 0 } }
      func part(_ place: Int) -> Int { place < numbers.count ? numbers[place] : place < 3 ? 1 : 0 }
      seconds = TimeNotation.clockSeconds(part(0), part(1), part(2), part(3), part(4), part(5))
    }
    guard let seconds else { throw from.time.map { .notTime($0, text(row)) } ?? .noSuchTime(text(row)) }
    return seconds
  }
}

extension DatasetSource {
  /// Times of years in which nothing is that anybody observes: slips, or what clerks write for a time that is not known.
  func timesOutOfReach() -> [Diagnostic] {
    guard let first = Day(year: TimeNotation.years.lowerBound, month: 1, day: 1),
      let last = Day(year: TimeNotation.years.upperBound, month: 12, day: 31)
    else { return [] }
    let instants = Int64(first.ordinal) * 86_400..<Int64(last.ordinal + 1) * 86_400
    return zip(table.columnNames, table.columns).flatMap { name, column in
      (0..<table.rowCount).filter { row in
        switch column {
        case .date(let it): it[row].map { !(first...last ~= $0) } ?? false
        case .dateTime(let it): it[row].map { !instants.contains($0.seconds) } ?? false
        case .integer, .decimal, .number, .text, .boolean: false
        }
      }.map { problem(.yearOutOfReach(TimeNotation.years), row: $0, field: name, value: column.text($0)) }
    }
  }
}
