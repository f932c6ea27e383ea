public import Diagnostics

/// What a module's own program can have to say to the host.
public enum ServerMessage: DiagnosticMessage, Equatable {
  /// The request is not one.
  case unreadableRequest(String)
  /// A file is not the one that the request names.
  case fileDiffers(String)
  /// The operation makes pages, which only a built-in module may.
  case pages

  /// The stable code.
  public var code: String {
    switch self {
    case .unreadableRequest: "E101"
    case .fileDiffers: "E102"
    case .pages: "E103"
    }
  }

  /// The sentence that says what is wrong.
  public var message: String {
    switch self {
    case .unreadableRequest(let reason): "the request cannot be read: \(reason)"
    case .fileDiffers(let path): "the file '\(path)' is not the one that the request names"
    case .pages: "the operation makes pages, which an external module cannot"
    }
  }
}
