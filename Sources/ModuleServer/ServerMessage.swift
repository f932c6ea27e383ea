public import Diagnostics
public import Language

/// What a module's own program can have to say to the host.
public enum ServerMessage: DiagnosticMessage, Equatable {
  /// The request is not one.
  case unreadableRequest(Text)
  /// A file is not the one that the request names.
  case fileDiffers(String)
  /// The operation makes pages, which only a built-in module may.
  case pages

  /// The code, the sentence and what to do about it.
  public var text: MessageText {
    switch self {
    case .unreadableRequest(let reason):
      .init("E101", en: "the request cannot be read: \(reason.en)", es: "no se puede leer la solicitud: \(reason.es)")
    case .fileDiffers(let path):
      .init(
        "E102", en: "the file '\(path)' is not the one that the request names",
        es: "el archivo «\(path)» no es el que nombra la solicitud")
    case .pages:
      .init(
        "E103", en: "the operation makes pages, which an external module cannot",
        es: "la operación produce páginas, y un módulo externo no puede")
    }
  }
}
