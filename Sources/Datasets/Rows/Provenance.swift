public import Diagnostics
public import Language
public import Tables
public import Times

/// When something became known to the public: an interval, since reports rarely give the minute.
public struct Publication: Sendable, Equatable {
  /// How the times are known.
  public enum Basis: String, Sendable, CaseIterable { case stated, inferred, unknown }

  /// The earliest and the latest instant at which it can have been published; nil where nothing is known.
  public var from, to: Instant?
  /// How the times are known.
  public var basis: Basis

  /// Published between `from` and `to`.
  public init(from: Instant?, to: Instant?, basis: Basis) { (self.from, self.to, self.basis) = (from, to, basis) }

  /// Whether it was public at `instant` for certain. What is of unknown date never is.
  public func isKnown(at instant: Instant) -> Bool { to.map { $0 <= instant } ?? false }
}

/// Who says what a row says, on what basis, and since when.
public struct Provenance: Sendable, Equatable {
  /// The row's key.
  public var key: String
  /// The source's key.
  public var source: String
  /// How the source is named to readers.
  public var sourceName: Text
  /// On what the row rests.
  public var basis: Basis
  /// When it became known.
  public var publication: Publication

  /// The columns that tell of it; kinds whose rows are published put them behind their own.
  public static let columns: [KindColumn] =
    [
      KindColumn("source", .text, role: .required, "who says so, by a key of your own"),
      KindColumn("source_en", .text, "the source's name for English readers"),
      KindColumn("source_es", .text, "the source's name for Spanish readers"),
      KindColumn("basis", .choice(Basis.allCases.map(\.rawValue)), "on what the row rests; `reported` where empty"),
    ] + publicationColumns + [
      KindColumn("recheck", .boolean, "whether the row is still to be checked against its original"),
      KindColumn("note", .text, "remarks"),
      KindColumn("url", .text, "where the original stands"),
    ]

  /// The columns that tell when a row became known: all that kinds whose rows do not name a source have of these.
  public static let publicationColumns: [KindColumn] = [
    KindColumn("published", .date, "the day on which it became known, in the mission's zone, instead of the next two"),
    KindColumn("published_from", .dateTime, "the earliest instant at which it can have become known"),
    KindColumn("published_to", .dateTime, "the latest such instant; a row without it is in no as-of edition"),
    KindColumn(
      "published_basis", .choice(Publication.Basis.allCases.map(\.rawValue)),
      "how the times are known; `unknown` where they are missing, else `stated` where empty"),
  ]
}

extension Table {
  /// When each row became known, by the columns `published`, `published_from` and `published_to`.
  ///
  /// A bare day stands for all of it, in `zone`.
  public func publications(in zone: Zone) -> [Publication] {
    let days = dayColumn("published")
    let (from, to) = (instantColumn("published_from"), instantColumn("published_to"))
    let bases = textColumn("published_basis")
    return (0..<rowCount).map { row in
      var publication = Publication(from: from?[row], to: to?[row], basis: .unknown)
      if let day = days?[row] {
        publication.from = zone.start(of: day)
        publication.to = Instant(seconds: zone.start(of: Day(ordinal: day.ordinal + 1)).seconds - 1)
      }
      let known: Publication.Basis = publication.to == nil ? .unknown : .stated
      publication.basis = bases?[row].flatMap(Publication.Basis.init) ?? known
      return publication
    }
  }

  /// When each row became known, at the earliest and at the latest, as ``publications(in:)`` has it.
  func publicationColumns(in zone: Zone) -> (from: Column<Instant>, to: Column<Instant>) {
    let none = Column(missing: rowCount, zero: Instant(seconds: 0))
    guard let days = dayColumn("published"), days.missing.count < rowCount else {
      return (instantColumn("published_from") ?? none, instantColumn("published_to") ?? none)
    }
    let publications = publications(in: zone)
    return (Column(publications.map(\.from)), Column(publications.map(\.to)))
  }

  /// The rows, from 0, that were public at `instant`.
  func rows(knownAt instant: Instant, in zone: Zone) -> [Int] {
    let publications = publications(in: zone)
    return (0..<rowCount).filter { publications[$0].isKnown(at: instant) }
  }
}

extension DatasetSource {
  /// The provenance of every row, whose key is in the column `key`.
  ///
  /// A row whose times are given twice, or end before they begin, is added to `problems`.
  public func provenances(key: String = "id", problems: inout [Diagnostic]) -> [Provenance] {
    let publications = table.publications(in: zone)
    problems += publicationProblems()
    let (keys, sources) = (table.textColumn(key), table.textColumn("source"))
    let (english, spanish) = (table.textColumn("source_en"), table.textColumn("source_es"))
    let bases = table.textColumn("basis")
    var out: [Provenance] = []
    for row in 0..<table.rowCount {
      let source = sources?[row] ?? ""
      let name = Text(
        en: english?[row] ?? spanish?[row] ?? source, es: spanish?[row] ?? english?[row] ?? source)
      out.append(
        Provenance(
          key: keys?[row] ?? "", source: source, sourceName: name,
          basis: bases?[row].flatMap(Basis.init) ?? .reported, publication: publications[row]))
    }
    return out
  }

  /// The rows whose times of publication are given twice, or end before they begin.
  func publicationProblems() -> [Diagnostic] {
    let (days, from, to) = (
      table.dayColumn("published"), table.instantColumn("published_from"), table.instantColumn("published_to")
    )
    func isEmpty<Value>(_ column: Column<Value>?) -> Bool { column.map { $0.missing.count == $0.count } ?? true }
    // Most files say one of the two at most.
    if isEmpty(days) && (isEmpty(from) || isEmpty(to)) { return [] }
    var problems: [Diagnostic] = []
    for row in 0..<table.rowCount {
      let (first, last) = (from?[row], to?[row])
      if first != nil || last != nil, let day = days?[row] {
        problems.append(problem(.publishedTwice, row: row, field: "published", value: day.iso))
      } else if let first, let last, last < first {
        problems.append(problem(.publishedBackwards, row: row, field: "published_to", value: last.rfc3339))
      }
    }
    return problems
  }

  /// What is wrong with row `row` (from 0) of the dataset.
  public func problem(_ message: RowMessage, row: Int, field: String, value: String?) -> Diagnostic {
    var problem = Diagnostic(
      message, at: .init(file: file),
      datum: .init(dataset: dataset, row: rowNumber(row) + 1, field: field, value: value, rule: message.rule))
    problem.message = "row \(rowNumber(row) + 1), column '\(field)': \(problem.message)"
    return problem
  }

  /// The evidence that `rows` are.
  public func evidence(_ rows: [Provenance]) -> Evidence {
    Evidence(
      dataset: dataset, rows: rows.map(\.key), sources: Set(rows.map(\.source)).sorted(),
      basis: rows.map(\.basis).max() ?? .reported)
  }

  /// The evidence that the rows at `rows`, from 0, are, whose keys are `keys`; nil where the kind's rows do not say who
  /// says so.
  public func evidence(keys: [String], rows: [Int]) -> Evidence? {
    guard let sources = table.textColumn("source") else { return nil }
    let bases = table.textColumn("basis")
    return Evidence(
      dataset: dataset, rows: keys, sources: Set(rows.map { sources[$0] ?? "" }).sorted(),
      basis: rows.map { bases?[$0].flatMap(Basis.init) ?? .reported }.max() ?? .reported)
  }
}
