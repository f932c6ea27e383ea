public import Diagnostics

/// Why nothing can be signed.
public enum KeyMessage: Error, DiagnosticMessage, Equatable {
  /// A file that should hold a key and holds none.
  case badKey(file: String)
  /// No folder for keys.
  case noKeyFolder
  /// No key of a purpose for a mission.
  case noKey(SigningKey.Purpose, mission: String)
  /// Several keys, of which one must be chosen.
  case severalKeys([String])
  /// Digits with which no key begins.
  case unknownKey(String, mission: String)

  /// The code, the sentence and what to do about it.
  public var text: MessageText {
    switch self {
    case .badKey(let file): .init("A001", "'\(file)' holds no key for what its folder says")
    case .noKeyFolder: .init("A002", "no key can be kept: neither XDG_STATE_HOME nor HOME names a folder")
    case .noKey(let purpose, let mission):
      .init(
        "A003", "there is no key for \(purpose.rawValue) of '\(mission)' on this machine",
        hint: "'veedor key new --for \(purpose.rawValue)' in the mission's workspace makes one")
    case .severalKeys(let keys):
      .init(
        "A004", "several keys on this machine can sign: \(keys.joined(separator: ", "))",
        hint: "choose one with --key and the first of its digits")
    case .unknownKey(let digits, let mission):
      .init(
        "A005", "no key for '\(mission)' on this machine begins with '\(digits)'", hint: "'veedor key list' names them")
    }
  }

  /// As wrong use, but for what the disk refuses.
  public var status: ExitStatus {
    switch self {
    case .badKey, .noKeyFolder: .failed
    case .noKey, .severalKeys, .unknownKey: .usage
    }
  }
}
