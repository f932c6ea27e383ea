public import Diagnostics
internal import Glibc

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
  public enum Action: String, Sendable {
    case open, read, write, create, rename, remove, lock, map
    case list = "list the folder"
    case sync = "make sure of"
    case inspect = "look at"
  }

  /// Whether nothing stands there, which is something else than what cannot be read.
  public var isAbsence: Bool {
    if case .system(_, _, let reason) = self { reason.number == ENOENT } else { false }
  }

  /// The code, the sentence and what to do about it.
  public var text: MessageText {
    switch self {
    case .system(let action, let path, let reason): .init("F001", "cannot \(action.rawValue) '\(path)': \(reason.text)")
    case .notRegular(let path): .init("F002", "'\(path)' is not a regular file")
    case .badPath(let path): .init("F003", "'\(path)' is not a path inside a folder")
    case .nameNotUTF8(let name, let folder): .init("F004", "the name '\(name)' in '\(folder)' is not UTF-8")
    case .tooDeep(let folder, let limit): .init("F005", "folders in '\(folder)' nest deeper than \(limit)")
    case .changed(let path):
      .init("F006", "'\(path)' changed while it was read", hint: "try again when nothing writes to it")
    case .tooLarge(let path, let bytes, let limit):
      .init("F020", "'\(path)' has \(bytes) bytes, and at most \(limit) are read")
    case .locked(let path): .init("F007", "another process holds the lock '\(path)'", hint: "wait until it is done")
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
  public var text: String {
    switch number {
    case ENOENT: "no such file or folder"
    case EACCES, EPERM: "permission denied"
    case EEXIST, ENOTEMPTY: "it exists already"
    case EISDIR: "it is a folder"
    case ENOTDIR: "a part of the path is not a folder"
    case ELOOP: "it is a symbolic link"
    case ENAMETOOLONG: "the name is too long"
    case ENOSPC: "no space left on the disk"
    case EDQUOT: "the disk quota is used up"
    case EFBIG: "the file would be too large"
    case EROFS: "the file system is read-only"
    case EMFILE, ENFILE: "too many open files"
    case ENOMEM: "no memory left"
    case EIO: "input or output error"
    case EBUSY: "it is in use"
    case EXDEV: "it is on another file system"
    case ENXIO, ENODEV: "it is a device, a pipe or a socket"
    default: "system error \(number)"
    }
  }
}
