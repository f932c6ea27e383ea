public import Ledger
public import ModuleKit

/// How far what one person read in a captured copy is confirmed by a second reader.
public enum TranscriptionStanding: Sendable, Equatable {
  /// What a second reader finds.
  public enum Reading: String, Sendable, CaseIterable {
    /// It says so.
    case confirmed
    /// It says something else, which is a transcription of its own.
    case differs
  }

  /// Nobody has held it against the copy yet.
  case unconfirmed
  /// A second reader has; that it was another person only a roster can tell.
  case confirmed(SecondPerson)
  /// A second reader reads it otherwise.
  case differing
  /// Second readers contradict one another.
  case disputed
  /// What it says was changed after it was opened, or in ways that this program cannot read: no reading is one of this.
  case changed

  private static let field = "second_reading"

  /// The standing of `transcription`; `person` says who writes as an author, where the roster that is trusted here says so.
  public init(_ transcription: RecordView, person: (_ author: String) -> String? = { _ in nil }) {
    let readings = transcription.fields[Self.field] ?? []
    let texts = (transcription.fields["text"] ?? []).flatMap(\.entries)
    if !transcription.unreadable.isEmpty || texts != [transcription.opening] {
      self = .changed
    } else if readings.count > 1 {
      self = .disputed
    } else if let reading = readings.first, reading.value == .string(Reading.confirmed.rawValue) {
      let author = transcription.opening.author
      self = .confirmed(SecondPerson(among: reading.entries.map(\.author), than: author, person))
    } else {
      self = readings.isEmpty ? .unconfirmed : .differing
    }
  }

  /// Whether `fields` of a transcription say what a second reader finds.
  public static func isReading(_ fields: [String: Value]) -> Bool { fields[field] != nil }

  /// Throws where `fields` would have the person who made a transcription be its second reader, as `author`.
  public static func check(
    _ fields: [String: Value], of transcription: RecordView, by author: Author,
    person: (_ author: String) -> String? = { _ in nil }
  ) throws(IncidentMessage) {
    guard isReading(fields) else { return }
    guard !SecondPerson.isSame(transcription.opening.author, author.name, person) else { throw .readByItsReader }
  }

  /// The standing in words.
  public var text: Text {
    switch self {
    case .unconfirmed: Text(en: "read by one person", es: "leída por una persona")
    case .confirmed(.missing):
      Text(
        en: "confirmed by its own reader alone, so not confirmed",
        es: "confirmada solo por quien la leyó, es decir, sin confirmar")
    case .confirmed(.notEstablished):
      Text(
        en: "confirmed; that a second person did it is not established",
        es: "confirmada; no consta que lo hiciera una segunda persona")
    case .confirmed(.established): Text(en: "confirmed by a second person", es: "confirmada por una segunda persona")
    case .differing: Text(en: "read otherwise by a second reader", es: "leída de otro modo por una segunda persona")
    case .disputed: Text(en: "disputed between second readers", es: "en disputa entre quienes la leyeron después")
    case .changed:
      Text(
        en: "changed after it was read, so not confirmed", es: "cambiada después de leerse, es decir, sin confirmar")
    }
  }
}
