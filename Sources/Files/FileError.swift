public import Diagnostics
internal import Glibc
public import Language

/// What goes wrong with files: each case is a sentence that names the path as the caller gave it.
public enum FileError: Error, DiagnosticMessage, Hashable {
  /// The system refused to do `action` to the file.
  case system(Action, path: String, reason: SystemReason)
  /// A folder, device, pipe or socket stands where a file's content was wanted.
  case notRegular(path: String)
  /// A path inside a folder that is absolute, empty, or has an empty, `.` or `..` component, or a NUL.
  case badPath(String)
  /// A name in the folder is not UTF-8; shown with replacement characters.
  case nameNotUTF8(String, folder: String)
  /// Folders nest deeper than `limit` below the folder.
  case tooDeep(folder: String, limit: Int)
  /// The file changed while it was read.
  case changed(path: String)
  /// The file has more than the `limit` bytes that are read of such a file.
  case tooLarge(path: String, bytes: Int, limit: Int)
  /// Another process holds the lock.
  case locked(path: String)

  /// What was being done.
  public enum Action: Sendable {
    case open, read, write, create, rename, remove, lock, map, list, sync, inspect

    /// What readers call it.
    public var words: Text {
      switch self {
      case .open: Text(en: "open", es: "abrir")
      case .read: Text(en: "read", es: "leer")
      case .write: Text(en: "write", es: "escribir")
      case .create: Text(en: "create", es: "crear")
      case .rename: Text(en: "rename", es: "cambiar el nombre de")
      case .remove: Text(en: "remove", es: "quitar")
      case .lock: Text(en: "lock", es: "bloquear")
      case .map: Text(en: "map", es: "cargar en memoria")
      case .list: Text(en: "list the folder", es: "leer la carpeta")
      case .sync: Text(en: "make sure of", es: "asegurar en el disco")
      case .inspect: Text(en: "look at", es: "examinar")
      }
    }
  }

  /// Whether nothing stands there, which is something else than what cannot be read.
  public var isAbsence: Bool {
    if case .system(_, _, let reason) = self { reason.number == ENOENT } else { false }
  }

  /// The code, the sentence and what to do about it.
  public var text: MessageText {
    switch self {
    case .system(let action, let path, let reason):
      .init(
        "F001", en: "cannot \(action.words.en) '\(path)': \(reason.text.en)",
        es: "no se puede \(action.words.es) «\(path)»: \(reason.text.es)")
    case .notRegular(let path):
      .init("F002", en: "'\(path)' is not a regular file", es: "«\(path)» no es un archivo ordinario")
    case .badPath(let path):
      .init("F003", en: "'\(path)' is not a path inside a folder", es: "«\(path)» no es una ruta dentro de una carpeta")
    case .nameNotUTF8(let name, let folder):
      .init(
        "F004", en: "the name '\(name)' in '\(folder)' is not UTF-8",
        es: "el nombre «\(name)» en «\(folder)» no es UTF-8")
    case .tooDeep(let folder, let limit):
      .init(
        "F005", en: "folders in '\(folder)' nest deeper than \(limit)",
        es: "las carpetas de «\(folder)» tienen más de \(limit) niveles")
    case .changed(let path):
      .init(
        "F006", en: "'\(path)' changed while it was read", es: "«\(path)» cambió mientras se leía",
        hint: Text(en: "try again when nothing writes to it", es: "inténtelo de nuevo cuando nada escriba en él"))
    case .tooLarge(let path, let bytes, let limit):
      .init(
        "F020", en: "'\(path)' has \(bytes) bytes, and at most \(limit) are read",
        es: "«\(path)» tiene \(bytes) bytes, y se leen \(limit) como máximo")
    case .locked(let path):
      .init(
        "F007", en: "another process holds the lock '\(path)'", es: "otro proceso tiene el bloqueo «\(path)»",
        hint: Text(en: "wait until it is done", es: "espere a que termine"))
    }
  }

  /// The system's refusal of `action`, for the reason that `errno` holds now.
  static func last(_ action: Action, _ path: String) -> FileError {
    .system(action, path: path, reason: SystemReason(number: errno))
  }
}

/// Why the system refused: its error number, with words that depend on no locale.
public struct SystemReason: Hashable, Sendable {
  /// The number, as in `errno`.
  public var number: Int32

  /// The reason that the system calls `number`.
  public init(number: Int32) { self.number = number }

  /// The reason in words.
  public var text: Text {
    switch number {
    case ENOENT: Text(en: "no such file or folder", es: "no existe ese archivo o carpeta")
    case EACCES, EPERM: Text(en: "permission denied", es: "permiso denegado")
    case EEXIST, ENOTEMPTY: Text(en: "it exists already", es: "ya existe")
    case EISDIR: Text(en: "it is a folder", es: "es una carpeta")
    case ENOTDIR: Text(en: "a part of the path is not a folder", es: "una parte de la ruta no es una carpeta")
    case ELOOP: Text(en: "it is a symbolic link", es: "es un enlace simbólico")
    case ENAMETOOLONG: Text(en: "the name is too long", es: "el nombre es demasiado largo")
    case ENOSPC: Text(en: "no space left on the disk", es: "no queda espacio en el disco")
    case EDQUOT: Text(en: "the disk quota is used up", es: "la cuota de disco está agotada")
    case EFBIG: Text(en: "the file would be too large", es: "el archivo sería demasiado grande")
    case EROFS: Text(en: "the file system is read-only", es: "el sistema de archivos es de solo lectura")
    case EMFILE, ENFILE: Text(en: "too many open files", es: "hay demasiados archivos abiertos")
    case ENOMEM: Text(en: "no memory left", es: "no queda memoria")
    case EIO: Text(en: "input or output error", es: "error de entrada o salida")
    case EBUSY: Text(en: "it is in use", es: "está en uso")
    case EXDEV: Text(en: "it is on another file system", es: "está en otro sistema de archivos")
    case ENXIO, ENODEV: Text(en: "it is a device, a pipe or a socket", es: "es un dispositivo, una tubería o un socket")
    default: Text(en: "system error \(number)", es: "error del sistema \(number)")
    }
  }
}
