import Disclosure
import Hashing
public import Ledger
public import ModuleKit
import Tables

/// The records of one kind of the ledger as a file for other programs, for everybody or for those who may know more.
///
/// A **public** one lacks records that are not for everybody, authors, times of recording and places within areas; times are days,
/// coordinates have two decimals (about a kilometre), and a text that tells of a person is left out whole. A **restricted** one has all but what is
/// confidential. Neither has private fields. Each says what it lacks, and why.
public struct LogExport: Sendable {
  /// For whom it is.
  public enum Audience: String, Sendable, CaseIterable { case everyone = "public", restricted }

  /// How it is written, which the file's name says.
  public enum Format: String, Sendable, CaseIterable { case csv, jsonl, geojson }

  /// The columns, in order.
  private var columns: [String]
  private var rows: [[String: Value]] = []
  private var points: [Coordinates?] = []
  /// What was left out or made coarser.
  public private(set) var redactions = Redactions()
  /// The number of records in it.
  public var count: Int { rows.count }

  /// The records of `kind` in `view` for `audience`. Persons called `names` are looked for in texts; `standing` says how a record
  /// stands in the mission's work, in place of its status; `adding` are further columns with what a record has there.
  public init(
    _ view: LedgerView, of kind: EntryKind, for audience: Audience, names: [String] = [],
    standing: (RecordView) -> String? = { _ in nil },
    adding further: [(column: String, value: (RecordView) -> String?)] = []
  ) {
    let fields = kind.allFields.filter { $0.name != "status" && !$0.isPrivate }
    columns = ["id", "standing", "conflicts"]
    columns += audience == .restricted ? ["author", "recorded", "known_at", "origin"] : []
    columns += fields.map(\.name) + further.map(\.column)
    let scan = LeakScan(names: audience == .everyone ? names : [])
    for record in view.records where record.kind == kind.id {
      guard isFor(audience, record, kind) else { continue }
      var row: [String: Value] = ["id": .string(record.id.hex), "standing": Value(standing(record))]
      if !record.conflicts.isEmpty { row["conflicts"] = .list(record.conflicts.map(Value.string)) }
      if audience == .restricted {
        row["author"] = .string(record.opening.author)
        row["recorded"] = .string(record.opening.time.rfc3339)
        for name in ["known_at", "origin"] { row[name] = record.opening.body[name] }
      } else {
        redactions.add(.people, nil)
      }
      for name in record.opening.privateFields { redactions.add(.privateField, name) }
      var point: Coordinates?
      for field in fields {
        guard let value = record.value(field.name) else { continue }
        row[field.name] = audience == .restricted ? value : redacted(value, of: field, scan)
        if field.name == "coordinates" { point = row[field.name]?.string.flatMap(Coordinates.init) }
      }
      for (column, value) in further { row[column] = value(record).map(Value.string) }
      rows.append(row)
      points.append(point)
    }
  }

  private mutating func isFor(_ audience: Audience, _ record: RecordView, _ kind: EntryKind) -> Bool {
    switch audience {
    case .everyone:
      guard kind.isPublic(record.opening) else {
        redactions.add(.notForEverybody, nil)
        return false
      }
    case .restricted:
      guard record.opening.body["sensitivity"] != .string("confidential") else {
        redactions.add(.confidential, nil)
        return false
      }
    }
    return true
  }

  /// What of a field's value is for everybody; nil where nothing is.
  private mutating func redacted(_ value: Value, of field: EntryField, _ scan: LeakScan) -> Value? {
    if field.name == "place" {
      redactions.add(.place, field.name)
      return nil
    }
    if field.name == "coordinates", let point = value.string.flatMap(Coordinates.init) {
      redactions.add(.coarserPlace, field.name)
      return .string(point.coarser.text)
    }
    if case .string(.instant) = field.schema.shape, let text = value.string {
      redactions.add(.coarserTime, field.name)
      return .string(String(text.prefix(10)))
    }
    guard let text = value.string ?? value.texts?.joined(separator: "\n") else { return value }
    // Not by the name of the field: a text is looked at as it is.
    guard let kind = scan.report(on: text).leaks.first?.kind else { return value }
    redactions.add(.person(kind), field.name)
    return nil
  }

  // MARK: - Writing

  /// The file's bytes.
  ///
  /// In CSV no cell is one that a spreadsheet would run (``Table/spreadsheetCSV``), and elements of lists have `;` between them; GeoJSON
  /// (RFC 7946) has a feature a record, without a geometry where nothing says where.
  /// - Throws: ``TableMessage`` for a text that no file can hold.
  public func bytes(as format: Format) throws -> [UInt8] {
    switch format {
    case .csv:
      var builder = try TableBuilder(columns.map { ($0, .text) })
      for row in rows { try builder.append(columns.map { row[$0].flatMap(Self.cell) ?? .missing }) }
      return builder.table.spreadsheetCSV
    case .jsonl:
      return rows.flatMap { Value.object($0.filter { $0.value != .null }).canonicalJSON + [UInt8(ascii: "\n")] }
    case .geojson:
      let features = zip(rows, points).map { row, point -> Value in
        [
          "type": "Feature", "geometry": point?.document ?? .null,
          "properties": .object(row.filter { $0.value != .null }),
        ]
      }
      return (["type": "FeatureCollection", "features": .list(features)] as Value).prettyJSON
    }
  }

  private static func cell(_ value: Value) -> Cell? {
    switch value {
    case .string(let text): .text(text)
    case .integer(let number): .text("\(number)")
    case .list(let elements): .text(elements.compactMap(\.string).joined(separator: ";"))
    case .null, .bool, .number, .object: nil
    }
  }
}

/// A place as the log has it: latitude and longitude in degrees with a comma between, `14.0723,-87.1921`.
struct Coordinates {
  let latitude: Double
  let longitude: Double

  init?(_ text: String) {
    let parts = text.split(separator: ",").map { Double($0.filter { $0 != " " }) }
    guard parts.count == 2, let latitude = parts[0], let longitude = parts[1], abs(latitude) <= 90,
      abs(longitude) <= 180
    else { return nil }
    (self.latitude, self.longitude) = (latitude, longitude)
  }

  private init(_ latitude: Double, _ longitude: Double) { (self.latitude, self.longitude) = (latitude, longitude) }

  /// The same to two decimals, about a kilometre.
  var coarser: Coordinates { Coordinates((latitude * 100).rounded() / 100, (longitude * 100).rounded() / 100) }

  var text: String { "\(canonicalNumber(latitude) ?? ""),\(canonicalNumber(longitude) ?? "")" }

  /// As GeoJSON has it: longitude first.
  var document: Value { ["type": "Point", "coordinates": [.number(longitude), .number(latitude)]] }
}
