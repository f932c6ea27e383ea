import Hashing
public import Language
public import Schema
public import Times

/// What a form knows besides the kind that it asks for.
public struct FormSurroundings {
  /// The most records or words that are offered.
  private static let most = 9

  /// The language in which it asks.
  public let language: Language
  /// The zone by whose clocks times are told.
  public let zone: Zone
  /// What is usual in fields, by their names.
  public let usual: [String: Value]
  let view: LedgerView
  /// Words that are offered behind those of records, by the fields' names.
  private let further: [String: [String]]
  private let label: (RecordView) -> String

  /// A form in `language` over what the ledger holds, where `label` tells a record in a line and `further` words stand behind those
  /// that records have in a field.
  public init(
    _ language: Language, _ view: LedgerView, zone: Zone, usual: [String: Value] = [:],
    further: [String: [String]] = [:],
    label: @escaping (RecordView) -> String
  ) {
    (self.language, self.view, self.zone, self.usual) = (language, view, zone, usual)
    (self.further, self.label) = (further, label)
  }

  /// A record in a line that is not too long to choose from.
  func line(_ record: RecordView) -> String {
    let line = label(record)
    return line.count > 100 ? line.prefix(99) + "…" : line
  }

  /// The newest records of the kind with this id.
  func records(of kind: String) -> [RecordView] {
    let all = view.records.filter { $0.kind == kind }
    return Array(all.sorted { ($1.opening.time, $0.id.hex) < ($0.opening.time, $1.id.hex) }.prefix(Self.most))
  }

  /// The words that records have in the field `name`, those of most records first, and the further ones.
  private func words(in name: String) -> [String] {
    var counts: [String: Int] = [:]
    for record in view.records {
      let value = record.value(name)
      for word in value?.string.map({ [$0] }) ?? value?.texts ?? [] { counts[word, default: 0] += 1 }
    }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
      + (further[name] ?? []).filter { counts[$0] == nil }
  }

  /// The words that `field` has by now, or admits alone; none where any text is as good.
  func known(_ field: EntryField) -> [String] {
    if case .choice(let words) = field.elementSchema.shape { return words }
    return field.naming == .sharedWords ? words(in: field.name) : []
  }

  /// The words that are offered for the field `name`.
  func offered(in name: String) -> [String] { Array(words(in: name).prefix(Self.most)) }

  /// What people typed as an instant; nil where clocks of the zone never showed it, or showed it twice, or it is none.
  func instant(_ text: String, at now: Instant) -> Instant? {
    if ["now", "ahora"].contains(text.lowercased()) { return now }
    let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == " " || $0 == "T" }.map(String.init)
    let today = zone.clock(at: now).day.iso
    let (day, clock) = parts.count == 2 ? (parts[0], parts[1]) : (today, parts[0])
    let whole = "\(day)T\(Self.whole(clock))"
    if let instant = Instant(rfc3339: whole) { return instant }
    return Instant(rfc3339: whole + "Z").flatMap(shown)
  }

  /// A clock time with two digits of the hour, and with seconds: `7:10` is `07:10:00`.
  private static func whole(_ clock: String) -> String {
    let padded = clock.dropFirst().first == ":" ? "0" + clock : clock
    let (minutes, rest) = (padded.prefix(5), padded.dropFirst(5))
    return rest.first == ":" ? padded : "\(minutes):00\(rest)"
  }

  /// The only instant at which clocks of the zone showed what those of UTC show at `local`.
  private func shown(_ local: Instant) -> Instant? {
    let day: Int64 = 86_400
    let offsets = [local.seconds - day, local.seconds + day].map { zone.offset(at: Instant(seconds: $0)) }
    let instants = Set(offsets).map { (offset: $0, instant: Instant(seconds: local.seconds - Int64($0))) }
    let right = instants.filter { zone.offset(at: $0.instant) == $0.offset }
    return right.count == 1 && right[0].instant.hasWrittenForm ? right[0].instant : nil
  }

  /// A value as people read it: instants by the clocks of the zone, of the ids of records the beginnings.
  func text(of value: Value, _ field: EntryField) -> String {
    if field.namedKind != nil {
      return (value.texts ?? [value.string ?? ""]).map { String($0.prefix(12)) }.joined(separator: ", ")
    }
    if case .string(.instant) = field.schema.shape, let instant = value.string.flatMap({ Instant(rfc3339: $0) }) {
      let clock = zone.clock(at: instant)
      return "\(clock.day.iso) \(clock.clock) \(language.offset(zone.offset(at: instant)))"
    }
    if let bool = value.bool { return (bool ? FormWords.yes : FormWords.no)[language] }
    return value.string ?? value.texts?.joined(separator: ", ") ?? String(decoding: value.canonicalJSON, as: UTF8.self)
  }
}
