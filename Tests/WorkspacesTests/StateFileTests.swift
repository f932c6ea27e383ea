import Files
import Glibc
import ModuleKit
import TestSupport
import Testing

@testable import Workspaces

@Suite struct StateFileTests {
  @Test func whatIsSavedIsKnownNextTime() throws {
    try withScratch { folder in
      let path = "\(folder)/state.json"
      let file = StateFile(path: path, mode: 0o600)
      #expect(file["a"] == nil)
      file["a"] = [1, "x"]
      file["b"] = 2
      file["b"] = nil
      try file.save()
      #expect(try MappedFile(path: path).content == Array(#"{"a":[1,"x"]}"#.utf8))
      #expect(StateFile(path: path)["a"] == [1, "x"])
      var status = stat()
      #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o600)
    }
  }

  @Test func whatIsTheSameIsNotWrittenAgain() throws {
    try withScratch { folder in
      let path = "\(folder)/state.json"
      try StateFile(path: path).save()
      #expect(throws: FileError.self) { try FileStamp(path: path) }
      // Not as it would be written.
      try AtomicFile.write(Array(#"{ "a": 1 }"#.utf8), to: path)
      let before = try FileStamp(path: path)
      let file = StateFile(path: path)
      file["a"] = 1
      try file.save()
      #expect(try FileStamp(path: path) == before)
      file["a"] = 2
      try file.save()
      try file.save()
      #expect(try MappedFile(path: path).content == Array(#"{"a":2}"#.utf8))
    }
  }

  @Test(arguments: ["", "{", "[1]", "7", "{\"a\":1,\"a\":1}"]) func whatIsNoObjectRemembersNothing(_ text: String)
    throws
  {
    try ScratchFile.with(text) { path in
      let file = StateFile(path: path)
      #expect(file["a"] == nil)
      file["a"] = 3
      try file.save()
      #expect(StateFile(path: path)["a"] == 3)
    }
  }

  /// What could not be written is written by the next attempt.
  @Test func aFailureLosesNothing() throws {
    try withScratch { folder in
      let path = "\(folder)/later/state.json"
      let file = StateFile(path: path)
      file["a"] = 1
      #expect(throws: FileError.self) { try file.save() }
      try Folder(path: folder).makeFolder("later")
      try file.save()
      #expect(StateFile(path: path)["a"] == 1)
    }
  }
}
