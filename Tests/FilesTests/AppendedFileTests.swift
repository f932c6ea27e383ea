import Files
import Glibc
import TestSupport
import Testing

@Suite struct AppendedFileTests {
  @Test func growsAndIsCut() throws {
    try withScratch { root in
      let folder = try Folder(path: root)
      let file = try folder.appended("a/b")
      #expect(file.size == 0)
      try file.append(Array("one\n".utf8))
      try file.append(Array("two".utf8))
      #expect(file.size == 7)
      try file.cut(to: 4)
      let again = try folder.appended("a/b")
      #expect(again.size == 4)
      try again.append(Array("three\n".utf8))
      #expect(try folder.file("a/b").content == Array("one\nthree\n".utf8))
    }
  }

  @Test func followsNoLink() throws {
    try withScratch { root in
      try AtomicFile.write([1], to: root + "/target")
      #expect(symlink("target", root + "/link") == 0)
      #expect(throws: FileError.system(.create, path: root + "/link", reason: SystemReason(number: ELOOP))) {
        try Folder(path: root).appended("link")
      }
    }
  }
}
