import ModuleKit

/// How the stored result of an analysis stands to the workspace as it is now: what plans, `show`, drafts and bundles all go
/// by.
struct Standing: Equatable {
  /// Its mark.
  var status: StoredResult.Status
  /// Why it must be made; empty where it is current.
  var reasons: [Text]
  /// Whether it rests on what lies here, whoever made it.
  var fits: Bool

  /// Whether it came from elsewhere and says of itself that it rests on what lies here.
  var isReceivedAndFits: Bool { status == .received && fits }
}
