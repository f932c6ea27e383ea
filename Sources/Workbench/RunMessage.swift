public import Diagnostics

/// What can go wrong while analyses run and results are kept.
public enum RunMessage: DiagnosticMessage, Equatable {
  /// A name that is no analysis of the workspace.
  case unknownAnalysis(String, known: [String])
  /// Another run holds the workspace.
  case busy
  /// A stored result cannot be read.
  case damagedResult(String, reason: String)
  /// A result that a bundle is to hold is not current.
  case notCurrent(String, isPages: Bool)
  /// A draft that a bundle is to hold states a result that is not current.
  case draftOnStaleResult(String, result: String)
  /// A dataset that a public bundle is to hold has personal data.
  case personalData(dataset: String, column: String)
  /// A name that is no bundle of the workspace.
  case unknownBundle(String, known: [String])
  /// A step whose need failed.
  case skipped(waitsFor: String)

  /// The stable code.
  public var code: String {
    switch self {
    case .unknownAnalysis: "R002"
    case .busy: "R003"
    case .damagedResult: "R004"
    case .skipped: "R006"
    case .notCurrent: "R010"
    case .draftOnStaleResult: "R011"
    case .personalData: "R012"
    case .unknownBundle: "R013"
    }
  }

  /// The sentence that says what is wrong.
  public var message: String {
    switch self {
    case .unknownAnalysis(let name, _): "the workspace has no analysis or draft '\(name)'"
    case .busy: "another run is under way in this workspace"
    case .damagedResult(let path, let reason): "the stored result '\(path)' cannot be read: \(reason)"
    case .skipped(let name): "skipped, since '\(name)' failed"
    case .notCurrent(let name, _): "'\(name)' is not up to date, and a bundle holds only what is"
    case .draftOnStaleResult(let draft, let result):
      "draft '\(draft)' states the result '\(result)', which is not up to date"
    case .personalData(let dataset, let column):
      "dataset '\(dataset)' has personal data in column '\(column)'; the public profile hands out none"
    case .unknownBundle(let name, _): "the workspace has no bundle '\(name)'"
    }
  }

  /// What to do about it.
  public var hint: String? {
    switch self {
    case .unknownAnalysis(let name, let known), .unknownBundle(let name, let known): didYouMean(name, among: known)
    case .notCurrent(_, let isPages): isPages ? "run 'veedor draft'" : "run 'veedor run'"
    case .draftOnStaleResult: "run 'veedor run', then 'veedor draft'"
    case .personalData: "take the column out of the file"
    case .busy: "wait until it is done"
    case .damagedResult: "run 'veedor run'"
    case .skipped: nil
    }
  }

  /// A name that leads nowhere is wrong use.
  public var status: ExitStatus {
    switch self {
    case .unknownAnalysis, .unknownBundle: .usage
    case .busy, .damagedResult, .notCurrent, .draftOnStaleResult, .personalData, .skipped: .failed
    }
  }
}
