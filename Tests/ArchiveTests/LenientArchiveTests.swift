import Archive
import Compression
import Testing

/// What a lenient reading of all of an archive gives: its content by path.
private func readLeniently(_ bytes: [UInt8], limits: ArchiveLimits = ArchiveLimits()) throws -> [String: [UInt8]] {
  try bytes.withUnsafeBytes { bytes in
    var contents: [String: [UInt8]] = [:]
    for entry in try LenientArchive(parsing: bytes, limits: limits).entries {
      try entry.read(from: bytes) { contents[entry.path, default: []].append(contentsOf: $0) }
    }
    return contents
  }
}

/// An archive of two entries, one stored and one deflated, after a change to the second.
private func sample(_ change: (inout ZipSample.Entry) throws -> Void = { _ in }) throws -> ZipSample {
  var second = try ZipSample.Entry("b.txt", [UInt8](repeating: 7, count: 100), deflated: true)
  try change(&second)
  return ZipSample(try ZipSample.Entry("a.txt"), second)
}

private let contents = ["a.txt": Array("content".utf8), "b.txt": [UInt8](repeating: 7, count: 100)]

/// A descriptor that says what `entry` says.
private func descriptor(_ entry: ZipSample.Entry, signed: Bool = true, long: Bool = false) -> [UInt8] {
  var out = signed ? little(UInt32(0x0807_4b50)) : []
  out += little(entry.checksum)
  for size in [entry.packedSize, entry.size] { out += long ? little(UInt64(size)) : little(size) }
  return out
}

private func expect(_ message: ArchiveMessage, _ sample: ZipSample, _ location: SourceLocation = #_sourceLocation) {
  #expect(throws: message, sourceLocation: location) { try readLeniently(sample.bytes) }
}

@Suite struct LenientArchiveTests {
  @Test func readsWhatOtherProgramsWrite() throws {
    #expect(try readLeniently(sample().bytes) == contents)
    #expect(try readLeniently(ZipSample().bytes).isEmpty)
    // Times, comments, modes, extra fields, how hard the packer tried, and any order.
    let unusual = try sample {
      ($0.time, $0.date, $0.comment, $0.attributes) = (1, 2, Array("hm".utf8), 0o104755 << 16)
      ($0.extra, $0.localExtra, $0.flags) = ([0x55, 0x54, 1, 0, 7], [0x75, 0x78, 0, 0], 0b110)
    }
    #expect(try readLeniently(unusual.bytes) == contents)
    var turned = unusual
    turned.entries.reverse()
    turned.beforeDirectory = Array("left over".utf8)
    turned.entries[0].gap = Array("a program that unpacks the rest".utf8)
    turned.end = { $0.commentLength = 3 }
    turned.behind = Array("end".utf8)
    #expect(try readLeniently(turned.bytes) == contents)
    // What was put before the archive later moves every offset.
    #expect(try readLeniently([1, 2, 3] + sample().bytes) == contents)
    var long = try sample()
    long.zip64 = {
      $0.extensible = [1, 2, 3]; $0.recordSize = 47
    }
    #expect(try readLeniently(long.bytes) == contents)
  }

  @Test(arguments: [(true, false), (false, false), (true, true), (false, true)])
  func sizesMayStandBehindTheData(signed: Bool, long: Bool) throws {
    let later = try sample {
      $0.flags = 8
      $0.local = { ($0.checksum, $0.size, $0.packedSize) = (0, 0, 0) }
    }
    var right = later
    right.beforeDirectory = descriptor(later.entries[1], signed: signed, long: long)
    #expect(try readLeniently(right.bytes) == contents)
    var wrong = later.entries[1]
    wrong.size += 1
    right.beforeDirectory = descriptor(wrong, signed: signed, long: long)
    expect(.descriptor(entry: "b.txt"), right)
    expect(.descriptor(entry: "b.txt"), later)
  }

  @Test func namesAreWhatTheyWereMeantToBe() throws {
    #expect(try Array(readLeniently(sample { $0.name = Array("ñ".utf8) }.bytes).keys).sorted() == ["a.txt", "ñ"])
    #expect(try Array(readLeniently(sample { $0.name = [0xA4] }.bytes).keys).sorted() == ["a.txt", "ñ"])
    expect(.name(entry: "\\xa4", .notUTF8), try sample { ($0.name, $0.flags) = ([0xA4], 1 << 11) })
    for (name, fault) in [
      ("../b", ArchiveName.Fault.component), ("/b", .absolute), ("b\\c", .backslash), ("c:b", .colon),
      ("a//b", .component),
      ("", .empty),
    ] {
      expect(.name(entry: name, fault), try sample { $0.name = Array(name.utf8) })
    }
    expect(.name(entry: "a\\x09b", .control), try sample { $0.name = Array("a\tb".utf8) })
    let path: [UInt8] = [0x75, 0x70, 6, 0, 1, 0, 0, 0, 0, UInt8(ascii: "c")]
    expect(.anotherName(entry: "b.txt"), try sample { $0.extra = path })
    expect(.anotherName(entry: "b.txt"), try sample { $0.localExtra = path })
  }

  @Test func whatCanBeReadInTwoWaysIsRefused() throws {
    for name in ["a.txt", "A.TXT", "a.txt/b"] {
      expect(
        .collision(entry: name, with: name == "a.txt/b" ? "a.txt/b" : "a.txt"),
        try sample { $0.name = Array(name.utf8) })
    }
    // The one entry's data are the other entry.
    var second = try ZipSample.Entry("b.txt", Array("x".utf8))
    let first = try ZipSample.Entry("a.txt", Array(ZipSample(second).bytes.prefix(36)))
    second.offset = 35
    expect(.overlap(entry: "b.txt"), ZipSample(first, second))
    var hidden = try sample()
    hidden.beforeDirectory = little(UInt32(0x0403_4b50)) + [1, 2, 3]
    let place = hidden.bytes.count - 7 - 22 - 2 * (46 + 5)
    expect(.unlisted(at: place), hidden)
    let inner = try sample().bytes
    #expect(throws: ArchiveMessage.unlisted(at: 0)) { try readLeniently(inner + inner) }
    #expect(throws: ArchiveMessage.severalEnds) { try readLeniently([0] + inner + inner) }
    var commented = try sample()
    commented.end = { $0.commentLength = 22 }
    commented.behind = ZipSample().bytes
    expect(.severalEnds, commented)
    expect(.headersDiffer(entry: "b.txt", part: "size"), try sample { $0.local = { $0.size += 1 } })
    expect(.headersDiffer(entry: "b.txt", part: "name"), try sample { $0.local = { $0.name[0] += 1 } })
    expect(.headersDiffer(entry: "b.txt", part: "method"), try sample { $0.local = { $0.method = 0 } })
    expect(.storedSizes(entry: "b.txt"), try sample { $0.method = 0 })
  }

  @Test func whatIsNoFileIsRefused() throws {
    expect(.flags(entry: "b.txt", 1), try sample { $0.flags = 1 })
    expect(.method(entry: "b.txt", 14), try sample { $0.method = 14 })
    expect(.notRegular(entry: "b.txt"), try sample { $0.attributes = 0o120777 << 16 })
    expect(.extraField(entry: "b.txt"), try sample { $0.extra = [1, 2, 3] })
    expect(.folderContent(entry: "b/"), try sample { $0.name = Array("b/".utf8) })
    let folder = ZipSample(try ZipSample.Entry("b/", []), try ZipSample.Entry("b/c"))
    #expect(try readLeniently(folder.bytes) == ["b/c": Array("content".utf8)])
  }

  @Test func quotasAndClaimsHold() throws {
    var limits = ArchiveLimits()
    limits.entries = 1
    #expect(throws: ArchiveMessage.tooManyEntries(2, limit: 1)) { try readLeniently(sample().bytes, limits: limits) }
    limits = ArchiveLimits()
    limits.size = 106
    #expect(throws: ArchiveMessage.tooLarge(limit: 106)) { try readLeniently(sample().bytes, limits: limits) }
    expect(.size(entry: "b.txt", stated: 99), try sample { $0.size = 99 })
    expect(.checksum(entry: "b.txt"), try sample { $0.checksum ^= 1 })
    let whole = try sample().bytes
    for count in 0..<whole.count {
      #expect(throws: ArchiveMessage.self) { try readLeniently(Array(whole.prefix(count))) }
    }
  }
}
