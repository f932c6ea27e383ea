import Diagnostics
import Files
import Glibc
import Language
import Testing

@Suite struct FileErrorTests {
  static let texts: [(FileError, String, String)] = [
    (
      .system(.open, path: "data/a.csv", reason: SystemReason(number: ENOENT)), "F001",
      "cannot open 'data/a.csv': no such file or folder"
    ),
    (
      .system(.list, path: "data", reason: SystemReason(number: EACCES)), "F001",
      "cannot list the folder 'data': permission denied"
    ),
    (
      .system(.sync, path: "data", reason: SystemReason(number: EIO)), "F001",
      "cannot make sure of 'data': input or output error"
    ),
    (
      .system(.inspect, path: "data", reason: SystemReason(number: ENOTDIR)), "F001",
      "cannot look at 'data': a part of the path is not a folder"
    ),
    (.notRegular(path: "data"), "F002", "'data' is not a regular file"),
    (.badPath("../a"), "F003", "'../a' is not a path inside a folder"),
    (.nameNotUTF8("\u{FFFD}", folder: "data"), "F004", "the name '\u{FFFD}' in 'data' is not UTF-8"),
    (.tooDeep(folder: "data", limit: 64), "F005", "folders in 'data' nest deeper than 64"),
    (.changed(path: "a"), "F006", "'a' changed while it was read"),
    (
      .tooLarge(path: "veedor.yaml", bytes: 1 << 40, limit: 4 << 20), "F020",
      "'veedor.yaml' has 1099511627776 bytes, and at most 4194304 are read"
    ),
    (.locked(path: ".veedor/lock"), "F007", "another process holds the lock '.veedor/lock'"),
  ]

  @Test(arguments: texts) func sentences(error: FileError, code: String, text: String) {
    #expect(error.code == code)
    #expect(error.message == text)
  }

  @Test func hints() {
    #expect(FileError.changed(path: "a").hint == "try again when nothing writes to it")
    #expect(FileError.locked(path: "a").hint == "wait until it is done")
    #expect(FileError.badPath("a").hint == nil)
  }

  @Test func reasonsNeedNoLocale() {
    let texts: [(Int32, String)] = [
      (EPERM, "permission denied"), (EEXIST, "it exists already"), (ENOTEMPTY, "it exists already"),
      (EISDIR, "it is a folder"), (ELOOP, "it is a symbolic link"), (ENAMETOOLONG, "the name is too long"),
      (ENOSPC, "no space left on the disk"), (EDQUOT, "the disk quota is used up"),
      (EFBIG, "the file would be too large"), (EROFS, "the file system is read-only"),
      (EMFILE, "too many open files"), (ENOMEM, "no memory left"), (EBUSY, "it is in use"),
      (EXDEV, "it is on another file system"), (9_999, "system error 9999"),
    ]
    for (number, text) in texts { #expect(SystemReason(number: number).text.en == text) }
  }

  @Test func actionsAreWords() {
    let verbs: [FileError.Action] = [.open, .read, .write, .create, .rename, .remove, .lock, .map]
    #expect(verbs.map(\.words.en) == ["open", "read", "write", "create", "rename", "remove", "lock", "map"])
  }
}
