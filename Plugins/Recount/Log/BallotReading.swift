import Hashing
import Ledger
import ModuleKit

/// What one author reads on a drawn ballot: a record that the author opened, as far as the author's own entries make it.
struct BallotReading {
  /// What two authors have to say alike.
  struct Content: Hashable {
    var lastDraw, ballot: Int
    var round, container, batch, paper: String
    var record: String?
  }

  let id: Hash32
  let view: RecordView
  /// The draw that it was opened for. Whoever reads otherwise must not make that go away by moving it to another.
  let draw: Int
  let content: Content
  /// Why paper and record differ, by whoever knows.
  let cause: String?
  /// Whether the author took it back.
  let isRetracted: Bool
  /// Whether anything of it is not what the author alone says of it: somebody else set it, two entries contradict each other, or it is
  /// said of another draw or contest than it was opened for.
  let isContested: Bool
  /// Whether the author changed what was first read.
  let isAmended: Bool

  var author: String { view.opening.author }

  /// The reading that `record` is; nil where it is none for `contest`.
  init?(_ record: RecordView, of contest: String) {
    func said(_ name: String) -> Value? { record.value(name) ?? record.opening.body[name] }
    let opened = record.opening.body
    guard record.kind == EntryKind.ballotReading.id, opened["contest"] == .string(contest),
      let draw = opened["draw"]?.integer, let lastDraw = said("last_draw")?.integer,
      let ballot = said("ballot")?.integer, let round = said("round")?.string,
      let container = said("container")?.string, let batch = said("batch")?.string,
      let paper = said("paper")?.string
    else { return nil }
    content = Content(
      lastDraw: lastDraw, ballot: ballot, round: round, container: container, batch: batch, paper: paper,
      record: said("on_record")?.string)
    (id, view, self.draw, cause) = (record.id, record, draw, record.value("cause")?.string)
    isRetracted = record.value("retracted") == true && record.isOwn("retracted")
    let isMoved = ["contest", "draw"].contains { said($0) != opened[$0] }
    isContested = isMoved || !record.unreadable.isEmpty || !Self.own.allSatisfy(record.isOwn)
    isAmended = Self.own.contains { name in
      record.fields[name].map { !$0.contains { $0.entries.contains(record.opening) } } ?? false
    }
  }

  /// The fields that only the author sets; a cause anybody may find.
  private static let own = (EntryKind.ballotReading.fields + EntryKind.ballotReading.laterFields).map(\.name)
    .filter { $0 != "cause" }
}

extension RecordView {
  /// Whether the field has no value but one that who opened the record gave it.
  fileprivate func isOwn(_ name: String) -> Bool {
    guard let values = fields[name] else { return true }
    return values.count == 1 && values[0].entries.contains { $0.author == opening.author }
  }
}

extension LedgerView {
  /// The readings for `contest` by draw.
  func readings(of contest: String) -> [Int: [BallotReading]] {
    Dictionary(grouping: records.compactMap { BallotReading($0, of: contest) }, by: \.draw)
  }
}

extension BallotChecks.Entry {
  /// How a ballot with `readings` is entered; nil where nobody reads anything on it.
  init?(_ readings: [BallotReading]) {
    let standing = readings.filter { !$0.isRetracted }
    guard !standing.isEmpty else { return nil }
    if standing.contains(where: \.isContested) {
      self = .contested
    } else if Set(standing.map(\.content)).count > 1 {
      self = .disagreed
    } else if Set(standing.map(\.author)).count < 2 {
      self = .once
    } else {
      self = readings.contains { $0.isRetracted || $0.isAmended } ? .amended : .agreed
    }
  }
}
