import Hashing
public import Ledger
public import ModuleKit

/// How an incident stands in the mission's own work.
public enum IncidentStatus: String, Sendable, CaseIterable {
  /// Nobody has looked at it yet.
  case new
  case inReview = "in_review"
  case corroborated
  /// A second person has verified it.
  case verified
  case refuted
  case notElectionRelated = "not_election_related"
  case duplicateOf = "duplicate_of"
  case closed
  case reopened
}

/// The status of an incident as its entries make it, and what speaks against taking it at its word.
public struct IncidentStanding: Sendable, Equatable {
  /// What speaks against it.
  public enum Caveat: Sendable, Equatable {
    /// Several people set it apart from one another, each to something else.
    case disputed
    /// Entries that this program cannot read have changed the incident.
    case unreadable
    /// Who opened the incident also verified it.
    case verifiedByItsAuthor
    /// Two authors are two keys: whether they are two persons is not known.
    case secondPersonNotEstablished
  }

  /// The statuses that nothing supersedes: one, or several where they are disputed.
  public let statuses: [IncidentStatus]
  /// What speaks against taking it at its word.
  public let caveat: Caveat?

  /// The standing of `incident`.
  public init(_ incident: RecordView) {
    let values = incident.fields[Self.field] ?? []
    let statuses = values.compactMap { $0.value.string.flatMap(IncidentStatus.init) }
    self.statuses = statuses.isEmpty ? [.new] : statuses
    let verifiers = values.filter { $0.value == .string(IncidentStatus.verified.rawValue) }.flatMap(\.entries)
    caveat =
      if !incident.unreadable.isEmpty {
        .unreadable
      } else if statuses.count > 1 {
        .disputed
      } else if verifiers.isEmpty {
        nil
      } else {
        verifiers.allSatisfy { $0.author == incident.opening.author }
          ? .verifiedByItsAuthor : .secondPersonNotEstablished
      }
  }

  static let field = "status"

  /// Throws where `fields` would have `author` verify an incident that is the author's own.
  public static func check(_ fields: [String: Value], of incident: RecordView, by author: Author)
    throws(IncidentMessage)
  {
    guard fields[field] == .string(IncidentStatus.verified.rawValue) else { return }
    guard incident.opening.author != author.name else { throw .verifiedByItsAuthor }
  }

  /// The standing in words.
  public var words: String {
    let names = statuses.map { $0.rawValue.split(separator: "_").joined(separator: " ") }
    return switch caveat {
    case nil: names[0]
    case .disputed: "disputed: " + names.joined(separator: " or ")
    case .unreadable: "changed in ways this program cannot read"
    case .verifiedByItsAuthor: "verified by its own author alone, so not verified"
    case .secondPersonNotEstablished: "verified; that a second person did it is not established"
    }
  }
}
