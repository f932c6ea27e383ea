public import Diagnostics

/// What a module's own program can have to say to the host.
public enum ServerMessage: DiagnosticMessage, Equatable {
  /// The request is not one.
  case unreadableRequest(String)
  /// A file is not the one that the request names.
  case fileDiffers(String)
  /// The operation makes pages, which only a built-in module may.
  case pages

  /// The code, the sentence and what to do about it.
  public var text: MessageText {
    switch self {
    case .unreadableRequest(let reason): .init("E101", "the request cannot be read: \(reason)")
    case .fileDiffers(let path): .init("E102", "the file '\(path)' is not the one that the request names")
    case .pages: .init("E103", "the operation makes pages, which an external module cannot")
    }
  }
}
