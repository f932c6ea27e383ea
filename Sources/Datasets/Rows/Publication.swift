import Diagnostics
import Tables
public import Times

/// When something became known to the public: an interval, since reports rarely give the minute.
public struct Publication: Sendable, Equatable {
  /// How the times are known.
  public enum Basis: String, Sendable, CaseIterable, FieldValue { case stated, inferred, unknown }

  /// The earliest and the latest instant at which it can have been published; nil where nothing is known.
  public var from, to: Instant?
  /// How the times are known.
  public var basis: Basis

  /// Published between `from` and `to`.
  public init(from: Instant?, to: Instant?, basis: Basis) { (self.from, self.to, self.basis) = (from, to, basis) }

  /// Whether it was public at `instant` for certain. What is of unknown date never is.
  public func isKnown(at instant: Instant) -> Bool { to.map { $0 <= instant } ?? false }
}

/// The fields that tell when a row became known: all that rows which do not name a source say of where they come from.
public struct PublicationFields: FieldGroup {
  let day = Field<Day>("published", "the day on which it became known, in the mission's zone, instead of the next two")
  let from = Field<Instant>("published_from", "the earliest instant at which it can have become known")
  let to = Field<Instant>("published_to", "the latest such instant; a row without it is in no as-of edition")
  let basis = Field<Publication.Basis>(
    "published_basis", "how the times are known; `unknown` where they are missing, else `stated` where empty")

  /// The fields `published`, `published_from`, `published_to` and `published_basis`.
  public init() {}

  /// When each row became known. A bare day stands for all of it, in `zone`.
  func publications(in zone: Zone) -> [Publication] {
    let (days, from, to, bases) = (day.values, from.values, to.values, basis.values)
    return (0..<days.count).map { row in
      var publication = Publication(from: from[row], to: to[row], basis: .unknown)
      if let day = days[row] { (publication.from, publication.to) = Self.instants(of: day, in: zone) }
      let known: Publication.Basis = publication.to == nil ? .unknown : .stated
      publication.basis = Publication.Basis.value(row, of: bases) ?? known
      return publication
    }
  }

  /// The first and the last second of `day` in `zone`.
  static func instants(of day: Day, in zone: Zone) -> (from: Instant, to: Instant) {
    (zone.start(of: day), Instant(seconds: zone.start(of: Day(ordinal: day.ordinal + 1)).seconds - 1))
  }

  /// When each row became known, at the earliest and at the latest, as ``publications(in:)`` has it.
  func columns(in zone: Zone) -> (from: Column<Instant>, to: Column<Instant>) {
    guard !day.values.isEmpty else { return (from.values, to.values) }
    let publications = publications(in: zone)
    return (Column(publications.map(\.from)), Column(publications.map(\.to)))
  }

  /// The rows, from 0, that were public at `instant`.
  func rows(knownAt instant: Instant, in zone: Zone) -> [Int] {
    let publications = publications(in: zone)
    return publications.indices.filter { publications[$0].isKnown(at: instant) }
  }
}

extension Table {
  /// The table with `instant` as the time of publication of the rows that `fields` say has none.
  func published(at instant: Instant, _ fields: PublicationFields) -> Table {
    let (days, from, to) = (fields.day.values, fields.from.values, fields.to.values)
    // Both columns share one store where no row has a time of its own.
    let constant = AnyColumn.dateTime(Column(values: Array(repeating: instant, count: rowCount)))
    let isConstant = days.isEmpty && from.isEmpty && to.isEmpty
    func filled(_ column: Column<Instant>) -> AnyColumn {
      isConstant
        ? constant
        : .dateTime(
          Column((0..<rowCount).map { days[$0] == nil && from[$0] == nil && to[$0] == nil ? instant : column[$0] }))
    }
    return replacing([fields.from.name: filled(from), fields.to.name: filled(to)])
  }
}

extension DatasetSource {
  /// The rows whose times of publication are given twice, end before they begin, or cannot be written.
  func publicationProblems(_ fields: PublicationFields) -> [Diagnostic] {
    let (days, from, to) = (fields.day.values, fields.from.values, fields.to.values)
    // Most files say one of the two at most.
    if days.isEmpty && (from.isEmpty || to.isEmpty) { return [] }
    var problems: [Diagnostic] = []
    // No zone is far enough from UTC to move these out of reach: 0000-01-03 to 9999-12-29.
    let ordinary = Day(ordinal: -719_526)...Day(ordinal: 2_932_894)
    for row in 0..<days.count {
      let (first, last) = (from[row], to[row])
      if first != nil || last != nil, days[row] != nil {
        problems.append(problem(.publishedTwice, row: row, of: fields.day))
      } else if let day = days[row], !(ordinary ~= day) {
        let (from, to) = PublicationFields.instants(of: day, in: zone)
        if !from.hasWrittenForm || !to.hasWrittenForm {
          problems.append(problem(.publishedOutOfReach, row: row, of: fields.day))
        }
      } else if let first, let last, last < first {
        problems.append(problem(.publishedBackwards, row: row, of: fields.to))
      }
    }
    return problems
  }
}

extension Column {
  /// Whether no row has a value.
  fileprivate var isEmpty: Bool { missing.count == count }
}

extension Column<Instant> {
  /// The column of `instants`.
  init(_ instants: [Instant?]) {
    var missing = RowSet()
    for (row, instant) in instants.enumerated() where instant == nil { missing.insert(row) }
    self.init(values: instants.map { $0 ?? Instant(seconds: 0) }, missing: missing)
  }
}
