import Files
import Glibc
import ModuleKit
import TestSupport
import Testing

@testable import Workspaces

@Suite struct StateFileTests {
  @Test func whatIsSavedIsKnownNextTime() throws {
    try withScratch { folder in
      let (path, place) = ("\(folder)/.veedor/state.json", PrivateFolder(in: try Folder(path: folder)))
      let file = StateFile("state.json", in: place, mode: 0o600)
      #expect(file["a"] == nil)
      file["a"] = [1, "x"]
      file["b"] = 2
      file["b"] = nil
      try file.save()
      #expect(try MappedFile(path: path).content == Array(#"{"a":[1,"x"]}"#.utf8))
      #expect(StateFile("state.json", in: place)["a"] == [1, "x"])
      var status = stat()
      #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o600)
    }
  }

  @Test func whatIsTheSameIsNotWrittenAgain() throws {
    try withScratch { folder in
      let (path, place) = ("\(folder)/.veedor/state.json", PrivateFolder(in: try Folder(path: folder)))
      try StateFile("state.json", in: place).save()
      #expect(throws: FileError.self) { try place.opened() }
      // Not as it would be written.
      _ = try place.made()
      try AtomicFile.write(Array(#"{ "a": 1 }"#.utf8), to: path)
      let before = try FileStamp(path: path)
      let file = StateFile("state.json", in: place)
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
    try withScratch { folder in
      let place = PrivateFolder(in: try Folder(path: folder))
      try place.made().write(Array(text.utf8), to: "state.json")
      let file = StateFile("state.json", in: place)
      #expect(file["a"] == nil)
      file["a"] = 3
      try file.save()
      #expect(StateFile("state.json", in: place)["a"] == 3)
    }
  }

  /// A passing error must not cost what the file holds.
  @Test func whatCannotBeReadIsNotWritten() throws {
    try withScratch { folder in
      let place = PrivateFolder(in: try Folder(path: folder))
      try place.made().makeFolder("state.json")
      let file = StateFile("state.json", in: place)
      let refusal = FileError.notRegular(path: "\(folder)/.veedor/state.json")
      #expect(throws: refusal) { try file.check() }
      try place.opened().remove("state.json")
      file["a"] = 1
      #expect(throws: refusal) { try file.save() }
      file.removeAll()
      #expect(throws: refusal) { try file.save() }
      #expect(try place.opened().list().isEmpty)
      try StateFile("state.json", in: place).check()
    }
  }

  /// What could not be written is written by the next attempt.
  @Test func aFailureLosesNothing() throws {
    try withScratch { folder in
      let home = try Folder(path: folder)
      let place = PrivateFolder(in: home)
      let file = StateFile("state.json", in: place)
      try home.write([], to: PrivateFolder.name)
      file["a"] = 1
      #expect(throws: FileError.self) { try file.save() }
      try home.remove(PrivateFolder.name)
      try file.save()
      #expect(StateFile("state.json", in: place)["a"] == 1)
    }
  }
}
