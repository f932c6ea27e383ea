import Hashing
public import Ledger
public import ModuleKit

/// What is recorded of a capture.
public enum CaptureRecord {
  static let (digest, mediaType) = ("digest", "media_type")
  /// What the Berkeley Protocol has recorded beside the digest, in its order: from where, when, by whom, with what.
  private static let asked = ["address", "captured_at", "captured_by", "tool"]

  /// The fields with which the capture of `file` is opened, of those that are `given`. Digest and media type of what is not for
  /// everybody stand apart of its entry alone: whoever had them could tell whether a guess at an erased file is right.
  /// - Throws: ``CaptureMessage/written(field:)``.
  public static func fields(_ given: [String: Value], of file: Attachment) throws(CaptureMessage) -> [String: Value] {
    if let field = [digest, mediaType].first(where: { given[$0] != nil }) { throw .written(field: field) }
    guard given["sensitivity"] == "public" else { return given }
    return given.merging([digest: .string(file.digest.hex), mediaType: .string(file.mediaType)]) { $1 }
  }

  /// What is not recorded; nil where nothing lacks.
  public static func gaps(in fields: [String: Value]) -> CaptureMessage? {
    let lacking = asked.filter { fields[$0] == nil }
    return lacking.isEmpty ? nil : .lacks(lacking)
  }

  /// The same of a capture that is there, whose fields in conflict are not settled.
  public static func gaps(in capture: RecordView) -> CaptureMessage? {
    let fields = asked.compactMap { name in capture.value(name).map { (name, $0) } }
    return gaps(in: Dictionary(uniqueKeysWithValues: fields))
  }

  /// Throws where the entry that opened `capture` states a digest that none of its `copies` has: working copies may stand beside the
  /// one that was captured.
  public static func check(_ capture: RecordView, _ copies: [Attachment]) throws(CaptureMessage) {
    guard let stated = capture.opening.body[digest]?.string, !copies.contains(where: { $0.digest.hex == stated }) else {
      return
    }
    throw .otherDigest
  }

  /// The statement that `capture` documents, which says since when it is gone from where it stood.
  public static func statement(of capture: RecordView, in view: LedgerView) -> RecordView? {
    guard let id = capture.value("statement")?.string else { return nil }
    return view.records.first { $0.id.hex == id && $0.kind == EntryKind.statement.id }
  }
}
