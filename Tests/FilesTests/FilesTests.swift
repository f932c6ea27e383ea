import Files
import Glibc
import TestSupport
import Testing

private func names(_ path: String) throws -> [String] { try Folder(path: path).list().map(\.name) }

@Suite struct AtomicFileTests {
  @Test func writesAndReplaces() throws {
    try withScratch { root in
      let path = root + "/a"
      try AtomicFile.write(Array("one".utf8), to: path)
      #expect(try MappedFile(path: path).content == Array("one".utf8))
      #expect(permissions(path) == 0o644)
      try AtomicFile.write(Array("two".utf8), to: path, mode: 0o600)
      #expect(try MappedFile(path: path).content == Array("two".utf8))
      #expect(permissions(path) == 0o600)
      #expect(try names(root) == ["a"])
    }
  }

  @Test func leavesThePathAsItWasWhereTheBodyThrows() throws {
    try withScratch { root in
      try AtomicFile.write([1], to: root + "/a")
      #expect(throws: FileError.badPath("x")) {
        try AtomicFile.replace(root + "/a") {
          try $0.write([2])
          throw FileError.badPath("x")
        }
      }
      #expect(try MappedFile(path: root + "/a").content == [1])
      #expect(try names(root) == ["a"])
    }
  }

  @Test func theContentMayDecideTheName() throws {
    try withScratch { root in
      let (path, result) = try Folder(path: root).replace { file in
        try file.write([1, 2])
        return ("two-\(file.position)", file.position)
      }
      #expect(path == root + "/two-2" && result == 2)
      #expect(try MappedFile(path: path).content == [1, 2])
      #expect(throws: FileError.badPath("x")) {
        try Folder(path: root).replace { _ -> (name: String, result: Int) in throw FileError.badPath("x") }
      }
      #expect(try names(root) == ["two-2"])
    }
  }

  @Test func saysWhatIsInTheWay() throws {
    try withScratch { root in
      try Folder(path: root).makeFolder("a")
      #expect(throws: FileError.system(.rename, path: root + "/a", reason: SystemReason(number: EISDIR))) {
        try AtomicFile.write([1], to: root + "/a")
      }
      #expect(throws: FileError.system(.create, path: root + "/b/c", reason: SystemReason(number: ENOENT))) {
        try AtomicFile.write([1], to: root + "/b/c")
      }
      #expect(try names(root) == ["a"])
    }
  }

  @Test func overwritesAndTruncatesBehindThePosition() throws {
    try withScratch { root in
      let big = [UInt8](repeating: 7, count: 300_000)
      try AtomicFile.replace(root + "/a") { file in
        try file.write([1, 2, 3, 4])
        #expect(file.position == 4)
        try file.write(big)
        try file.overwrite([9, 9], at: 1)
        try file.truncate(to: 5)
        #expect(file.position == 5)
        try file.write([8, 5, 5, 5])
        try file.overwrite([6], at: 6)
        try file.truncate(to: 8)
        try file.write([1])
      }
      #expect(try MappedFile(path: root + "/a").content == [1, 9, 9, 4, 7, 8, 6, 5, 1])
    }
  }

  @Test func manySmallAndLargePiecesComeInOrder() throws {
    try withScratch { root in
      var expected: [UInt8] = []
      try AtomicFile.replace(root + "/a") { file in
        for size in [0, 1, 131_071, 131_072, 131_073, 5, 262_144, 100_000, 100_000] {
          let piece = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ size) }
          expected += piece
          try file.write(piece)
          #expect(file.position == expected.count)
        }
      }
      #expect(try MappedFile(path: root + "/a").content == expected)
    }
  }

  @Test func namesOfUnfinishedFilesAreKnown() throws {
    try withScratch { root in
      try AtomicFile.replace(root + "/a") { _ in
        let inside = try names(root)
        #expect(inside.count == 1 && inside.allSatisfy(AtomicFile.isTemporary))
      }
      #expect(!AtomicFile.isTemporary("a"))
    }
  }
}

@Suite struct MappedFileTests {
  @Test func mapsContentAndEmptiness() throws {
    try withScratch { root in
      try AtomicFile.write([], to: root + "/empty")
      let empty = try MappedFile(path: root + "/empty")
      let nothing = try empty.content
      #expect(empty.count == 0 && nothing.isEmpty && empty.isUnchanged)
      try AtomicFile.write([1, 2, 3], to: root + "/full")
      let full = try MappedFile(path: root + "/full")
      #expect(full.withUnsafeBytes { $0.reduce(0) { $0 + Int($1) } } == 6)
      #expect(try full.stamp == FileStamp(path: root + "/full"))
    }
  }

  /// Reading behind the new end would end the process (SIGBUS); here it is zeros, and an error at the end.
  @Test(arguments: [0, 1, 5000, 3 << 16]) func survivesThatAFileIsCutShort(left: Int) throws {
    try withScratch { root in
      let (path, size) = (root + "/a", 1 << 18)
      try AtomicFile.write([UInt8](repeating: 7, count: size), to: path)
      let file = try MappedFile(path: path)
      #expect(file.withUnsafeBytes { $0[0] } == 7)
      #expect(throws: FileError.changed(path: path)) {
        try file.reading { bytes in
          truncate(path, left)
          // From behind, so that several pages are asked for.
          let sum = bytes.reversed().reduce(0) { $0 + Int($1) }
          #expect(sum == 7 * left)
        }
      }
      // The old size again, and all zeros: a mark tells, whatever the stamp says.
      truncate(path, size)
      #expect(!file.isUnchanged)
      // Its place is used again, and works.
      let next = try MappedFile(path: path)
      #expect(next.isUnchanged && next.count == size)
    }
  }

  @Test func whatABodyThrowsOfAnUnchangedFileIsToldAsItIs() throws {
    try withScratch { root in
      try AtomicFile.write([1], to: root + "/a")
      let file = try MappedFile(path: root + "/a")
      #expect(throws: FileError.badPath("x")) { try file.reading { _ in throw FileError.badPath("x") } }
      #expect(try file.reading { $0.count } == 1)
    }
  }

  /// Many threads that map and read files which are cut short meanwhile, each its own.
  @Test func manyAtOnceAreCutShort() async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<8 {
        group.addTask {
          try withScratch { root in
            for number in 0..<50 {
              let path = "\(root)/\(number)"
              try AtomicFile.write([UInt8](repeating: 1, count: 20_000), to: path)
              let file = try MappedFile(path: path)
              truncate(path, 4096)
              #expect(file.withUnsafeBytes { $0.reduce(0) { $0 + Int($1) } } == 4096)
              #expect(!file.isUnchanged)
            }
          }
        }
      }
      try await group.waitForAll()
    }
  }

  @Test func seesThatAFileChanged() throws {
    try withScratch { root in
      try AtomicFile.write([1, 2, 3], to: root + "/a")
      let file = try MappedFile(path: root + "/a")
      try SyncedAppend.append([4], to: root + "/a")
      #expect(!file.isUnchanged)
      #expect(file.withUnsafeBytes { Array($0) } == [1, 2, 3])
      #expect(throws: FileError.changed(path: root + "/a")) { try file.content }
    }
  }

  @Test func refusesWhatIsNoFile() throws {
    try withScratch { root in
      #expect(throws: FileError.notRegular(path: root)) { try MappedFile(path: root) }
      mkfifo(root + "/pipe", 0o600)
      #expect(throws: FileError.notRegular(path: root + "/pipe")) { try MappedFile(path: root + "/pipe") }
      #expect(throws: FileError.system(.open, path: root + "/none", reason: SystemReason(number: ENOENT))) {
        try MappedFile(path: root + "/none")
      }
    }
  }
}

@Suite struct FolderTests {
  @Test func makesAndFindsFilesInByteOrder() throws {
    try withScratch { root in
      let folder = try Folder(path: root)
      for path in ["b/x", "a", "b.c", "b/é", "B"] {
        let file = try folder.create(path)
        try file.write(Array(path.utf8))
        try file.flush()
      }
      #expect(try folder.files() == ["B", "a", "b.c", "b/x", "b/é"])
      #expect(try folder.list().map(\.name) == ["B", "a", "b", "b.c"])
      #expect(try folder.list().map(\.kind) == [.file, .file, .folder, .file])
      #expect(try folder.file("b/é").content == Array("b/é".utf8))
      #expect(try folder.folder("b").files() == ["x", "é"])
      try folder.remove("b/x")
      #expect(throws: FileError.system(.remove, path: root + "/b", reason: SystemReason(number: ENOTEMPTY))) {
        try folder.remove("b")
      }
      try folder.removeContent()
      #expect(try folder.list().isEmpty)
    }
  }

  @Test func neverFollowsALink() throws {
    try withScratch { root in
      let folder = try Folder(path: root)
      try folder.makeFolder("inside")
      try folder.makeFolder("outside")
      try AtomicFile.write([1], to: root + "/outside/secret")
      symlink(root + "/outside", root + "/inside/link")
      symlink(root + "/outside/secret", root + "/inside/file")
      let inside = try folder.folder("inside")
      let notAFolder = SystemReason(number: ENOTDIR)
      let isALink = SystemReason(number: ELOOP)
      #expect(throws: FileError.system(.open, path: root + "/inside/link", reason: notAFolder)) {
        try inside.file("link/secret")
      }
      #expect(throws: FileError.system(.open, path: root + "/inside/link", reason: notAFolder)) {
        try inside.create("link/new")
      }
      #expect(throws: FileError.system(.open, path: root + "/inside/file", reason: isALink)) {
        try inside.file("file")
      }
      #expect(throws: FileError.system(.create, path: root + "/inside/file", reason: SystemReason(number: EEXIST))) {
        try inside.create("file")
      }
      #expect(try inside.files().isEmpty)
      #expect(try inside.list().map(\.kind) == [.link, .link])
      try inside.removeContent()
      #expect(try folder.files() == ["outside/secret"])
    }
  }

  @Test func writesAtomicallyAndNeverThroughALink() throws {
    try withScratch { root in
      let folder = try Folder(path: root)
      try folder.write([1], to: "outside/secret")
      try folder.write([2], to: "inside/deep/file", mode: 0o600)
      #expect(permissions(root + "/inside/deep/file") == 0o600)
      let inside = try folder.folder("inside")
      symlink(root + "/outside", root + "/inside/link")
      symlink(root + "/outside/secret", root + "/inside/file")
      let (notAFolder, isALink) = (SystemReason(number: ENOTDIR), SystemReason(number: ELOOP))
      #expect(throws: FileError.system(.open, path: root + "/inside/link", reason: notAFolder)) {
        try inside.write([3], to: "link/secret")
      }
      #expect(throws: FileError.system(.create, path: root + "/inside/file", reason: isALink)) {
        try inside.lock("file")
      }
      // A link in the file's own place makes way, and what it leads to stays.
      try inside.write([4], to: "file")
      #expect(try inside.file("file").content == [4])
      #expect(try folder.file("outside/secret").content == [1])
      #expect(throws: FileError.system(.rename, path: root + "/inside/deep", reason: SystemReason(number: EISDIR))) {
        try inside.write([5], to: "deep")
      }
      #expect(try inside.list().map(\.name) == ["deep", "file", "link"])
    }
  }

  @Test func isKnownByItsIdentity() throws {
    try withScratch { root in
      let folder = try Folder(path: root)
      let (one, two) = (try folder.makeFolder("one").identity(), try folder.makeFolder("two").identity())
      #expect(one == (try folder.folder("one").identity()))
      #expect(one != two && one.device == two.device)
    }
  }

  @Test(arguments: ["", "/a", "a//b", "./a", "a/..", "..", "a/", "a\0b"]) func refusesPathsOutside(path: String) throws
  {
    try withScratch { root in
      let folder = try Folder(path: root)
      #expect(throws: FileError.badPath(path)) { try folder.create(path) }
      #expect(throws: FileError.badPath(path)) { try folder.file(path) }
      #expect(throws: FileError.badPath(path)) { try folder.makeFolder(path) }
      #expect(throws: FileError.badPath(path)) { try folder.remove(path) }
    }
  }

  @Test func limitsDepth() throws {
    try withScratch { root in
      let folder = try Folder(path: root)
      let file = try folder.create("1/2/3/a")
      try file.flush()
      #expect(try folder.files(depth: 3) == ["1/2/3/a"])
      #expect(throws: FileError.tooDeep(folder: root + "/1/2", limit: 2)) { try folder.files(depth: 2) }
    }
  }

  @Test func refusesNamesThatAreNotUTF8() throws {
    try withScratch { root in
      let path = Array("\(root)/".utf8CString.dropLast()) + [CChar(bitPattern: 0xff), 0]
      close(open(path, O_CREAT | O_WRONLY, 0o600))
      #expect(throws: FileError.nameNotUTF8("\u{FFFD}", folder: root)) { try Folder(path: root).list() }
      unlink(path)
    }
  }
}

@Suite struct AtomicFolderTests {
  @Test func makesAFolderWhole() throws {
    try withScratch { root in
      try AtomicFolder.create(root + "/new") { folder in
        #expect(try names(root).allSatisfy(AtomicFile.isTemporary))
        let file = try folder.create("a/b")
        try file.write([1])
        try file.flush()
      }
      #expect(try Folder(path: root).files() == ["new/a/b"])
    }
  }

  @Test func leavesNothingWhereTheBodyThrows() throws {
    try withScratch { root in
      #expect(throws: FileError.badPath("x")) {
        try AtomicFolder.create(root + "/new") { folder in
          try folder.create("a/b").flush()
          throw FileError.badPath("x")
        }
      }
      let left = try names(root)
      #expect(left.isEmpty)
    }
  }

  @Test func removesWhatAKillHasLeft() throws {
    try withScratch { root in
      let folder = try Folder(path: root)
      try folder.create(".veedor-part-killed/deep/file").flush()
      try folder.makeFolder(".veedor-part-empty")
      try folder.create(".veedor-part-file").flush()
      try folder.create("others/.veedor-part-x/file").flush()
      symlink(root + "/others", root + "/.veedor-part-link")
      try AtomicFolder.create(root + "/new") { made in
        // Another call meanwhile leaves alone what this one is writing.
        try AtomicFolder.create(root + "/second") { try $0.create("b").flush() }
        try made.create("a").flush()
      }
      #expect(try folder.files() == [".veedor-part-file", "new/a", "others/.veedor-part-x/file", "second/b"])
      #expect(try names(root) == [".veedor-part-file", ".veedor-part-link", "new", "others", "second"])
    }
  }

  @Test func refusesATakenPath() throws {
    try withScratch { root in
      let folder = try Folder(path: root)
      try folder.create("full/a").flush()
      try folder.create("file").flush()
      try folder.makeFolder("empty")
      for name in ["full", "file"] {
        let taken = FileError.system(.create, path: "\(root)/\(name)", reason: SystemReason(number: EEXIST))
        #expect(throws: taken) { try AtomicFolder.create("\(root)/\(name)") { _ in } }
      }
      try AtomicFolder.create(root + "/empty") { try $0.create("b").flush() }
      #expect(try folder.files() == ["empty/b", "file", "full/a"])
      // Something that comes to stand there meanwhile is not overwritten.
      #expect(throws: FileError.system(.create, path: root + "/late", reason: SystemReason(number: ENOTEMPTY))) {
        try AtomicFolder.create(root + "/late") { _ in try folder.create("late/c").flush() }
      }
      #expect(try folder.files() == ["empty/b", "file", "full/a", "late/c"])
    }
  }
}

@Suite struct LockAndAppendTests {
  @Test func appends() throws {
    try withScratch { root in
      try SyncedAppend.append([1, 2], to: root + "/log")
      try SyncedAppend.append([3], to: root + "/log")
      #expect(try MappedFile(path: root + "/log").content == [1, 2, 3])
    }
  }

  /// What a process that is being started holds for a moment.
  @Test func aCopyOfTheDescriptorHoldsNoLock() throws {
    try withScratch { root in
      let path = root + "/lock"
      var copy: Int32 = -1
      do {
        let held = try FileLock(path: path)
        for number in (0..<4096) as Range<Int32> where copy < 0 {
          var (one, other) = (stat(), stat())
          guard fstat(number, &one) == 0, stat(path, &other) == 0, one.st_ino == other.st_ino,
            one.st_dev == other.st_dev
          else { continue }
          copy = dup(number)
        }
        withExtendedLifetime(held) {}
      }
      #expect(copy >= 0)
      _ = try FileLock(path: path)
      close(copy)
    }
  }

  @Test func locksExclude() throws {
    try withScratch { root in
      let path = root + "/lock"
      do {
        let held = try FileLock(path: path)
        #expect(throws: FileError.locked(path: path)) { try FileLock(path: path) }
        #expect(throws: FileError.locked(path: path)) { try Folder(path: root).lock("lock") }
        #expect(throws: FileError.locked(path: path)) { try FileLock(path: path, shared: true) }
        withExtendedLifetime(held) {}
      }
      let one = try FileLock(path: path, shared: true)
      let two = try FileLock(path: path, shared: true)
      #expect(throws: FileError.locked(path: path)) { try FileLock(path: path) }
      withExtendedLifetime((one, two)) {}
    }
  }
}
