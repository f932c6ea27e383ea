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
    /// The person who opened the incident alone verified it.
    case verifiedByItsAuthor
    /// Two authors are two keys: no roster says that they are two persons.
    case secondPersonNotEstablished
  }

  /// The statuses that nothing supersedes: one, or several where they are disputed.
  public let statuses: [IncidentStatus]
  /// What speaks against taking it at its word.
  public let caveat: Caveat?

  /// The standing of `incident`; `person` says who writes as an author, where the roster that is trusted here says so.
  public init(_ incident: RecordView, person: (_ author: String) -> String? = { _ in nil }) {
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
        switch SecondPerson(among: verifiers.map(\.author), than: incident.opening.author, person) {
        case .missing: .verifiedByItsAuthor
        case .notEstablished: .secondPersonNotEstablished
        case .established: nil
        }
      }
  }

  static let field = "status"

  /// Whether `fields` of an incident say that it is verified.
  public static func isVerification(_ fields: [String: Value]) -> Bool {
    fields[field] == .string(IncidentStatus.verified.rawValue)
  }

  /// Throws where `fields` would have the person who opened an incident verify it, as `author`.
  public static func check(
    _ fields: [String: Value], of incident: RecordView, by author: Author,
    person: (_ author: String) -> String? = { _ in nil }
  ) throws(IncidentMessage) {
    guard isVerification(fields) else { return }
    guard !SecondPerson.isSame(incident.opening.author, author.name, person) else { throw .verifiedByItsAuthor }
  }

  /// The standing in words.
  public var text: Text {
    let names = statuses.map { LoggedStatus($0).text }
    return switch caveat {
    case nil: names[0]
    case .disputed:
      Text(
        en: "disputed: " + names.map(\.en).joined(separator: " or "),
        es: "en disputa: " + names.map(\.es).joined(separator: " o "))
    case .unreadable:
      Text(
        en: "changed in ways this program cannot read", es: "cambiado de un modo que este programa no sabe leer")
    case .verifiedByItsAuthor:
      Text(
        en: "verified by its own author alone, so not verified",
        es: "verificado solo por su propio autor, es decir, sin verificar")
    case .secondPersonNotEstablished:
      Text(
        en: "verified; that a second person did it is not established",
        es: "verificado; no consta que lo hiciera una segunda persona")
    }
  }
}
