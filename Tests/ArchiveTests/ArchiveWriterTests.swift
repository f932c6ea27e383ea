import Archive
import Files
import Hashing
import TestSupport
import Testing

/// The bytes of an archive of `files`, and what its writer says of them.
func written(_ files: [(String, [UInt8])], at path: String) throws -> (bytes: [UInt8], entries: [ArchiveEntry]) {
  let entries = try AtomicFile.replace(path) { output in
    let writer = try ArchiveWriter(output)
    for (name, content) in files { try writer.add(name, content) }
    try writer.finish()
    return writer.entries
  }
  return (try MappedFile(path: path).content, entries)
}

/// Files of all kinds: empty, small, repetitive, incompressible, larger than a piece.
func someFiles(seed: UInt64 = 1) -> [(String, [UInt8])] {
  var generator = Seeded(seed: seed)
  let noise = (0..<300_000).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  let words = (0..<300_000).map { _ in UInt8.random(in: 0x61...0x64, using: &generator) }
  return [
    ("a", []), ("b/1", [1]), ("b/noise", noise), ("b/words", words), ("b/zeros", [UInt8](repeating: 0, count: 400_000)),
    ("c.txt", Array("one line\n".utf8)), ("données/é.txt", Array("é".utf8)),
  ]
}

@Suite struct ArchiveWriterTests {
  @Test func whatGoesInComesOut() throws {
    try withScratch { root in
      let files = someFiles()
      let (bytes, entries) = try written(files, at: root + "/a.zip")
      #expect(try readAll(bytes, isCanonical: true) == Dictionary(uniqueKeysWithValues: files))
      let archive = try Archive(MappedFile(path: root + "/a.zip"))
      #expect(archive.entries == entries)
      for (name, content) in files {
        let entry = try #require(archive.entry(name))
        #expect(try archive.content(of: entry, limit: content.count) == content)
        #expect(entry.packedSize <= entry.size)
      }
      #expect(archive.entry("b") == nil && archive.entry("zz") == nil && archive.entry("") == nil)
      #expect(entries.map(\.method) == [.stored, .stored, .stored, .deflated, .deflated, .stored, .stored])
    }
  }

  @Test func theSameContentGivesTheSameBytes() throws {
    try withScratch { root in
      let one = try written(someFiles(), at: root + "/1.zip").bytes
      #expect(try written(someFiles(), at: root + "/2.zip").bytes == one)
    }
  }

  @Test func theHeadersAreTheSpecifiedOnes() throws {
    try withScratch { root in
      var a = try ZipSample.Entry("a")
      var b = try ZipSample.Entry("b", [UInt8](repeating: 7, count: 100), deflated: true)
      (a.flags, b.flags) = (0x800, 0x800)
      let bytes = try written(
        [("a", Array("content".utf8)), ("b", [UInt8](repeating: 7, count: 100))], at: root + "/a.zip"
      ).bytes
      #expect(bytes == ZipSample(a, b).bytes)
      #expect(try written([], at: root + "/empty.zip").bytes == ZipSample().bytes)
    }
  }

  /// Contents of several blocks, and of one byte more or less than a block.
  private func largeFiles() -> [(String, [UInt8])] {
    var generator = Seeded(seed: 7)
    let block = 1 << 20
    let words = (0..<(5 * block / 2)).map { _ in UInt8.random(in: 0x61...0x64, using: &generator) }
    let noise = (0..<(3 * block / 2)).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    // Words wherever a sample is taken, and noise elsewhere, so that it is stored only once it was deflated.
    var sly = noise
    for number in 0..<4 {
      let start = (sly.count - 4_096) / 3 * number
      sly.replaceSubrange(start..<(start + 40), with: words[..<40])
    }
    return [
      ("less", Array(words[..<(block - 1)])), ("more", Array(words[..<(block + 1)])), ("noise", noise),
      ("one", Array(words[..<block])), ("sly", sly), ("words", words),
    ]
  }

  @Test func theNumberOfThreadsChangesNoByte() throws {
    let files = someFiles().map { ("0/" + $0.0, $0.1) } + largeFiles().map { ("1/" + $0.0, $0.1) }
    try withScratch { root in
      let alone = try written(files, at: root + "/alone.zip").bytes
      for threads in [1, 2, 5] {
        var hashes: [Hash32] = []
        try AtomicFile.replace(root + "/a.zip") { output in
          let writer = try ArchiveWriter(output)
          let given = files.map { file in ArchiveFile(file.0, size: file.1.count) { file.1 } }
          try writer.add(given, threads: threads) { index, hash in
            #expect(index == hashes.count)
            hashes.append(hash)
          }
          try writer.finish()
        }
        #expect(try MappedFile(path: root + "/a.zip").content == alone, "\(threads) threads")
        #expect(hashes == files.map { Hash32(of: $0.1) })
      }
    }
  }

  @Test func largeContentsAreOneStreamOfBlocks() throws {
    try withScratch { root in
      let files = largeFiles()
      let (bytes, entries) = try written(files, at: root + "/a.zip")
      #expect(try readAll(bytes, isCanonical: true) == Dictionary(uniqueKeysWithValues: files))
      #expect(entries.map(\.method) == [.deflated, .deflated, .stored, .deflated, .stored, .deflated])
      // A block ends on a byte with an empty one (RFC 1951, section 3.2.4), whose length is 0 and its complement.
      #expect(bytes.ranges(of: [0, 0, 0xff, 0xff]).count >= 1 + 2)
    }
  }

  @Test func aFileThatIsNotAsStatedIsToldAndNothingIsWritten() throws {
    try withScratch { root in
      #expect(throws: FileError.changed(path: "a")) {
        try AtomicFile.replace(root + "/a.zip") { output in
          let writer = try ArchiveWriter(output)
          try writer.add([ArchiveFile("a", size: 3) { [1, 2] as [UInt8] }], threads: 2) { _, _ in }
        }
      }
      let left = try Folder(path: root).list()
      #expect(left.isEmpty)
    }
  }

  @Test func largeFilesAreSampledFirst() throws {
    try withScratch { root in
      let noise = someFiles()[2].1
      let words = someFiles()[3].1
      let mixed = words[..<100_000] + noise[..<100_000] + words[100_000..<200_000]
      let entries = try written([("mixed", Array(mixed)), ("noise", noise), ("words", words)], at: root + "/a.zip")
        .entries
      #expect(entries.map(\.method) == [.deflated, .stored, .deflated])
      // Noise wherever a sample is taken, and zeros elsewhere.
      var sly = [UInt8](repeating: 0, count: 300_000)
      for number in 0..<4 {
        let start = (sly.count - 4_096) / 3 * number
        sly.replaceSubrange(start..<(start + 4_096), with: noise[start..<(start + 4_096)])
      }
      let (bytes, stored) = try written([("sly", sly)], at: root + "/b.zip")
      #expect(stored[0].method == .stored)
      #expect(try readAll(bytes, isCanonical: true) == ["sly": sly])
    }
  }

  @Test func whatAReaderWouldRefuseIsNotWritten() throws {
    let refused: [([String], ArchiveMessage)] = [
      (["../a"], .name(entry: "../a", .component)), (["b", "a"], .order(entry: "a")),
      (["a", "a"], .collision(entry: "a", with: "a")), (["A", "a"], .collision(entry: "a", with: "A")),
      (["a", "a/b"], .collision(entry: "a/b", with: "a")), (["e\u{301}"], .name(entry: "e\u{301}", .notNFC)),
    ]
    try withScratch { root in
      for (names, message) in refused {
        #expect(throws: message) { try written(names.map { ($0, []) }, at: root + "/a.zip") }
      }
      var limits = ArchiveLimits()
      (limits.entries, limits.size) = (2, 10)
      try AtomicFile.replace(root + "/a.zip") { output in
        let writer = try ArchiveWriter(output, limits: limits)
        try writer.add("a", [1, 2, 3, 4, 5])
        #expect(throws: ArchiveMessage.tooLarge(limit: 10)) {
          try writer.add("b", [UInt8](repeating: 0, count: 6))
        }
      }
    }
  }

  @Test func manyEntriesNeedZip64() throws {
    try withScratch { root in
      let files = (0..<65_535).map { number in
        let digits = String(number)
        return (String(repeating: "0", count: 5 - digits.count) + digits, [UInt8]())
      }
      let bytes = try written(files, at: root + "/many.zip").bytes
      #expect(Array(bytes.dropLast(22).suffix(20).prefix(4)) == [0x50, 0x4b, 6, 7])
      let archive = try Archive(MappedFile(path: root + "/many.zip"))
      #expect(archive.entries.map(\.path) == files.map(\.0))
      let deviation = try bytes.withUnsafeBytes { try ArchiveDirectory(parsing: $0).deviation }
      #expect(deviation == nil)
    }
  }
}

@Suite struct ExtractionTests {
  @Test func extractsEverythingOrNothing() throws {
    try withScratch { root in
      let files = someFiles()
      let (bytes, entries) = try written(files, at: root + "/a.zip")
      try Archive(MappedFile(path: root + "/a.zip")).extract(to: root + "/out")
      let out = try Folder(path: root + "/out")
      #expect(try out.files() == files.map(\.0))
      for (name, content) in files { #expect(try out.file(name).content == content) }

      var damaged = bytes
      damaged[entries[3].packedSize + bytes.count / 2] ^= 1
      try AtomicFile.write(damaged, to: root + "/b.zip")
      #expect(throws: ArchiveMessage.self) { try Archive(MappedFile(path: root + "/b.zip")).extract(to: root + "/bad") }
      #expect(try Folder(path: root).list().map(\.name) == ["a.zip", "b.zip", "out"])
    }
  }

  @Test func nestedArchivesStayClosed() throws {
    try withScratch { root in
      let inner = try written(someFiles(), at: root + "/inner.zip").bytes
      _ = try written([("inner.zip", inner)], at: root + "/outer.zip")
      try Archive(MappedFile(path: root + "/outer.zip")).extract(to: root + "/out")
      #expect(try Folder(path: root + "/out").files() == ["inner.zip"])
    }
  }
}
