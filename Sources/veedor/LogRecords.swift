import Hashing
import Incidents
import Ledger
import ModuleKit

extension Ledger {
  /// The records of the ledger as its entries make them.
  func view() throws -> LedgerView { try viewApart().view }

  /// The same, and the entries of revoked keys, which are in no view.
  func viewApart() throws -> (view: LedgerView, revoked: [Entry]) {
    let (counting, revoked) = try entriesApart()
    return (LedgerView(counting, kinds: EntryKinds.all + [.attachment]), revoked)
  }

  /// Writes an entry that sets `fields` of `record`, which only who may do so can.
  func change(_ record: RecordView, _ fields: [String: Value], as key: AuthorKey) throws -> Entry {
    guard let kind = EntryKinds.all.first(where: { $0.id == record.kind }) else {
      throw LedgerMessage.unknownKind(record.kind, known: EntryKinds.all.map(\.id).sorted())
    }
    let fields = try view().resolving(fields, of: kind)
    let persons = try persons()
    var needsSecondPerson = false
    if record.kind == EntryKind.incident.id {
      try IncidentStanding.check(fields, of: record, by: key.author, person: persons)
      needsSecondPerson = IncidentStanding.isVerification(fields)
    } else if record.kind == EntryKind.transcription.id {
      try TranscriptionStanding.check(fields, of: record, by: key.author, person: persons)
      needsSecondPerson = TranscriptionStanding.isReading(fields)
    }
    if needsSecondPerson { try tellUnnamed([record.opening.author, key.author.name]) }
    return try append([kind.change(fields, of: record)], as: key, at: Clock.now) { Console.message($0) }[0]
  }
}

extension Ledger {
  /// Who writes as an author, by the roster that is trusted on this machine today.
  func persons() throws -> (String) -> String? {
    let (roster, today) = (try roster(), Clock.today)
    return { roster?.person(of: $0, on: today) }
  }

  /// Tells whom of `authors` the roster that is trusted here does not name: whether they are two persons is not known then.
  func tellUnnamed(_ authors: [String]) throws {
    guard let roster = try roster() else { return }
    for author in authors where roster.lacks(author) {
      Console.message(Diagnostic(FeedMessage.notInRoster(author: author)))
    }
  }
}

extension RecordView {
  /// How the record stands in the mission's work, where a second person counts in it; nil for others.
  func standing(_ persons: (String) -> String?) -> Text? {
    switch kind {
    case EntryKind.incident.id: IncidentStanding(self, person: persons).text
    case EntryKind.transcription.id: TranscriptionStanding(self, person: persons).text
    default: nil
    }
  }

  /// The record in a line.
  func line(_ persons: (String) -> String?) -> String {
    let names = ["title", "text", "quote", "what", "rule", "decision", "reliability", "source"]
    let words = names.lazy.compactMap { value($0)?.string }.first ?? ""
    let name = (EntryKinds.all + [.attachment]).first { $0.id == kind }?.name ?? kind
    var marks = standing(persons).map { [$0.spoken] } ?? []
    if !conflicts.isEmpty {
      marks.append(
        spoken(
          en: "in conflict: \(conflicts.joined(separator: ", "))",
          es: "en conflicto: \(conflicts.joined(separator: ", "))"))
    }
    if !pending.isEmpty {
      marks.append(spoken(en: "\(pending.count) pending", es: "pendientes: \(pending.count)"))
    }
    let shown = marks.isEmpty ? "" : "  (\(marks.joined(separator: "; ")))"
    return "\(id.hex.prefix(12))  \(opening.time.rfc3339)  \(name)  \(words)\(shown)"
  }

  /// The record as `--json` prints it.
  func document(_ persons: (String) -> String?) -> Value {
    let fields = fields.mapValues { values in
      Value.list(values.map { ["value": $0.value, "entries": .list($0.entries.map { .string($0.id.hex) })] })
    }
    return [
      "id": .string(id.hex), "kind": .string(kind), "fields": .object(fields),
      "conflicts": .list(conflicts.map(Value.string)),
      "entries": .list(entries.map(\.document)), "pending": .list(pending.map(\.document)),
      "unreadable": .list(unreadable.map { .string($0.id.hex) }),
      "standing": Value(standing(persons)?.en),
    ]
  }
}

extension Value {
  /// The value as people read it.
  var shown: String {
    string ?? list.map { $0.map(\.shown).joined(separator: ", ") } ?? String(decoding: canonicalJSON, as: UTF8.self)
  }
}

extension Entry {
  /// The entry as `--json` prints it.
  var document: Value {
    [
      "id": .string(id.hex), "author": .string(author), "seq": .integer(seq), "time": .string(time.rfc3339),
      "body": .object(body),
    ]
  }
}
