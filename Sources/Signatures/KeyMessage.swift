public import Diagnostics
import Language

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
  /// Signs with which no key begins.
  case unknownKey(String, mission: String)

  /// The code, the sentence and what to do about it.
  public var text: MessageText {
    switch self {
    case .badKey(let file):
      .init(
        "A001", en: "'\(file)' holds no key for what its folder says",
        es: "«\(file)» no contiene ninguna clave para lo que dice su carpeta",
        hint: Text(en: "restore the file, or put it elsewhere", es: "recupere el archivo, o póngalo en otra parte"))
    case .noKeyFolder:
      .init(
        "A002", en: "no key can be kept: neither XDG_STATE_HOME nor HOME names a folder",
        es: "no se puede guardar ninguna clave: ni XDG_STATE_HOME ni HOME nombran una carpeta",
        hint: Text(en: "give XDG_STATE_HOME a folder of yours", es: "dé a XDG_STATE_HOME una carpeta suya"))
    case .noKey(let purpose, let mission):
      .init(
        "A003", en: "there is no key for \(purpose.rawValue) of '\(mission)' on this machine",
        es: "en este equipo no hay una clave de «\(purpose.rawValue)» para «\(mission)»",
        hint: Text(
          en: "'veedor key new --for \(purpose.rawValue)' in the mission's workspace makes one",
          es: "«veedor key new --for \(purpose.rawValue)» en el espacio de trabajo de la misión crea una"))
    case .severalKeys(let keys):
      .init(
        "A004", en: "several keys on this machine can sign: \(keys.joined(separator: ", "))",
        es: "varias claves de este equipo pueden firmar: \(keys.joined(separator: ", "))",
        hint: Text(
          en: "choose one with --key and the characters that it begins with",
          es: "elija una con --key y los caracteres con que empieza"))
    case .unknownKey(let beginning, let mission):
      .init(
        "A005", en: "no key for '\(mission)' on this machine begins with '\(beginning)'",
        es: "ninguna clave para «\(mission)» en este equipo empieza con «\(beginning)»",
        hint: Text(en: "'veedor key list' names them", es: "«veedor key list» las nombra"))
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
