public import Disclosure
public import ModuleKit

/// What an export lacks of the records, how much of it, and why.
public struct Redactions: Sendable, Equatable {
  /// Why something was left out or made coarser.
  public enum Reason: Hashable, Sendable {
    /// Records that are not for everybody.
    case notForEverybody
    /// Records that are confidential.
    case confidential
    /// Who wrote them, and when.
    case people
    /// Places within areas.
    case place
    /// Coordinates with fewer decimals.
    case coarserPlace
    /// Times as days.
    case coarserTime
    /// Private fields.
    case privateField
    /// Texts that tell of a person.
    case person(LeakKind)

    /// For programs.
    var name: String {
      switch self {
      case .notForEverybody: "not_for_everybody"
      case .confidential: "confidential"
      case .people: "authors_and_times"
      case .place: "place"
      case .coarserPlace: "two_decimals"
      case .coarserTime: "day"
      case .privateField: "private"
      case .person(let kind): kind.rawValue
      }
    }

    /// For readers, behind the number of records.
    var words: Text {
      switch self {
      case .notForEverybody: Text(en: "left out whole: not for everybody", es: "fuera por completo: no son para todos")
      case .confidential: Text(en: "left out whole: confidential", es: "fuera por completo: confidenciales")
      case .people: Text(en: "without author and time of recording", es: "sin autor ni hora de anotación")
      case .place: Text(en: "without the place within its area", es: "sin el lugar dentro del área")
      case .coarserPlace: Text(en: "with two decimals of a degree", es: "con dos decimales de grado")
      case .coarserTime: Text(en: "to the day", es: "hasta el día")
      case .privateField: Text(en: "left out: private", es: "fuera: es privado")
      case .person(let kind):
        Text(en: "left out, for what looks like \(kind.words.en)", es: "fuera, por lo que parece \(kind.words.es)")
      }
    }
  }

  private struct Place: Hashable {
    let reason: Reason
    let field: String?
  }

  private var counts: [Place: Int] = [:]

  mutating func add(_ reason: Reason, _ field: String?) { counts[Place(reason: reason, field: field), default: 0] += 1 }

  private var ordered: [(place: Place, count: Int)] {
    counts.map { ($0.key, $0.value) }.sorted {
      ($0.0.field ?? "", $0.0.reason.name) < ($1.0.field ?? "", $1.0.reason.name)
    }
  }

  /// One line for each reason and field.
  public var lines: [Text] {
    ordered.map { place, count in
      let field = place.field.map { Text(en: "\($0) of ", es: "\($0) de ") } ?? Text("")
      return Text(
        en: "\(field.en)\(count) \(count == 1 ? "record" : "records"): \(place.reason.words.en)",
        es: "\(field.es)\(count) \(count == 1 ? "ficha" : "fichas"): \(place.reason.words.es)")
    }
  }

  /// For programs: `reason`, `field` and `records` each.
  public var document: Value {
    .list(
      ordered.map { place, count in
        ["reason": .string(place.reason.name), "field": Value(place.field), "records": .integer(count)]
      })
  }
}
