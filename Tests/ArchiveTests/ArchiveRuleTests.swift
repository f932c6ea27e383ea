import Archive
import Compression
import Language
import Testing

/// What reading all of an archive gives: its content by path, or why it is refused; with `isCanonical` also what is
/// merely told.
func readAll(
  _ bytes: [UInt8], limits: ArchiveLimits = ArchiveLimits(), isCanonical: Bool = false
) throws -> [String: [UInt8]] {
  try bytes.withUnsafeBytes { bytes in
    var contents: [String: [UInt8]] = [:]
    let directory = try ArchiveDirectory(parsing: bytes, limits: limits)
    var deviations = [directory.deviation].compactMap { $0 }
    for entry in directory.entries {
      var content: [UInt8] = []
      try entry.read(from: bytes) { content.append(contentsOf: $0) }
      if isCanonical, let deviation = try PackingCheck.check(entry, in: bytes) { deviations.append(deviation) }
      contents[entry.path] = content
    }
    if isCanonical, let first = deviations.first { throw first }
    return contents
  }
}

/// An archive of two entries, one stored and one deflated, after a change to the second.
private func sample(_ change: (inout ZipSample.Entry) throws -> Void = { _ in }) throws -> ZipSample {
  var second = try ZipSample.Entry("b.txt", [UInt8](repeating: 7, count: 100), deflated: true)
  try change(&second)
  return ZipSample(try ZipSample.Entry("a.txt"), second)
}

private func expect(_ message: ArchiveMessage, _ sample: ZipSample, _ location: SourceLocation = #_sourceLocation) {
  #expect(throws: message, sourceLocation: location) { try readAll(sample.bytes) }
}

@Suite struct ArchiveRuleTests {
  @Test func theSampleIsFine() throws {
    let contents = ["a.txt": Array("content".utf8), "b.txt": [UInt8](repeating: 7, count: 100)]
    #expect(try readAll(sample().bytes) == contents)
    #expect(try readAll(ZipSample().bytes).isEmpty)
    var long = try sample()
    long.zip64 = { _ in }
    #expect(try readAll(long.bytes) == contents)
    long.end = { ($0.count, $0.total, $0.size, $0.offset) = (0xffff, 0xffff, .max, .max) }
    #expect(try readAll(long.bytes) == contents)
  }

  @Test func theEndRecordStandsAtTheEnd() throws {
    #expect(throws: ArchiveMessage.noEndRecord) { try readAll([]) }
    #expect(throws: ArchiveMessage.noEndRecord) { try readAll([UInt8](repeating: 0x50, count: 100)) }
    var archive = try sample()
    #expect(throws: ArchiveMessage.noEndRecord) { try readAll(archive.bytes.dropLast()) }
    archive.behind = [0]
    expect(.comment, archive)
    archive.behind = Array("note".utf8)
    archive.end = { $0.commentLength = 4 }
    expect(.comment, archive)
    archive.behind = []
    expect(.comment, archive)
  }

  @Test func thereIsOnePartOnly() throws {
    var archive = try sample()
    archive.end = { $0.disk = 1 }
    expect(.severalParts, archive)
    expect(.severalParts, try sample { $0.disk = 1 })
    archive = try sample()
    archive.zip64 = { $0.disk = 1 }
    expect(.severalParts, archive)
    archive.zip64 = { $0.disks = 2 }
    expect(.severalParts, archive)
  }

  @Test func countsAgree() throws {
    var archive = try sample()
    archive.end = { $0.count = 1 }
    expect(.countsDiffer, archive)
    archive.end = { ($0.count, $0.total) = (1, 1) }
    expect(.directorySize, archive)
    archive.end = { ($0.count, $0.total) = (3, 3) }
    expect(.directoryDamaged(number: 3), archive)
    archive = try sample()
    archive.zip64 = { $0.count = 1 }
    expect(.countsDiffer, archive)
  }

  @Test func zip64RecordsAreExact() throws {
    var archive = try sample()
    archive.end = { ($0.count, $0.total) = (0xffff, 0xffff) }
    expect(
      .zip64End(
        Text(
          en: "the end record leaves numbers to it, but it is missing",
          es: "el registro final le deja números, pero falta")), archive)
    archive = try sample()
    archive.zip64 = { ($0.count, $0.total) = (1, 1) }
    expect(.zip64End(Text(en: "it differs from the end record", es: "difiere del registro final")), archive)
    archive.zip64 = { $0.offset += 1 }
    expect(.zip64End(Text(en: "it differs from the end record", es: "difiere del registro final")), archive)
    archive.zip64 = { $0.locatorOffset += 1 }
    expect(
      .zip64End(Text(en: "it does not stand directly before its locator", es: "no está justo antes de su localizador")),
      archive)
    archive.zip64 = { $0.extensible = [0, 0, 0, 0] }
    expect(
      .zip64End(Text(en: "it does not stand directly before its locator", es: "no está justo antes de su localizador")),
      archive)
    archive.zip64 = { $0.recordSize = 48 }
    expect(.zip64End(Text(en: "it holds extensible data", es: "contiene datos ampliables")), archive)
    archive.zip64 = { $0.needed = 46 }
    expect(.zip64End(Text(en: "it needs a later version", es: "necesita una versión posterior")), archive)
    archive.zip64 = { ($0.count, $0.total) = (1 << 60, 1 << 60) }
    archive.end = { ($0.count, $0.total) = (0xffff, 0xffff) }
    expect(
      .zip64End(Text(en: "it states more entries than there are bytes", es: "indica más entradas que bytes hay")),
      archive)
  }

  @Test func theDirectoryEndsAtTheEndRecord() throws {
    var archive = try sample()
    archive.end = { $0.offset += 1 }
    expect(.directoryPlace, archive)
    archive.end = { $0.size -= 1 }
    expect(.directoryPlace, archive)
    archive.end = { _ in }
    archive.zip64 = { ($0.size, $0.offset) = (.max, 2) }
    archive.end = { ($0.size, $0.offset) = (.max, .max) }
    expect(.directoryPlace, archive)
    archive = try sample()
    archive.directoryTail = [0]
    expect(.directorySize, archive)
    let bytes = [UInt8](repeating: 0, count: 3) + (try sample().bytes)
    #expect(throws: ArchiveMessage.directoryPlace) { try readAll(bytes) }
  }

  @Test func everyByteBelongsToSomebody() throws {
    var archive = try sample()
    archive.entries[0].gap = [1]
    expect(.gap(at: 0), archive)
    archive = try sample { $0.gap = [1, 2] }
    expect(.gap(at: 42), archive)
    archive = try sample()
    archive.beforeDirectory = [1]
    let end = archive.bytes.count - 22 - 2 * 51 - 1
    expect(.gap(at: end), archive)
    expect(.overlap(entry: "b.txt"), try sample { $0.offset = 0 })
    expect(.gap(at: 42), try sample { $0.offset = 43 })
    expect(.outside(entry: "b.txt"), try sample { $0.offset = 10_000 })
    expect(
      .outside(entry: "b.txt"),
      try sample { entry in
        entry.packedSize += 100
        entry.local = { _ in }
      })
    archive = try sample()
    archive.entries.swapAt(0, 1)
    archive.entries[1].offset = 0
    expect(.overlap(entry: "a.txt"), archive)
  }

  @Test func headersStateNothingUnusual() throws {
    expect(.flags(entry: "b.txt", 1), try sample { $0.flags = 1 })
    expect(.flags(entry: "b.txt", 0x808), try sample { $0.flags = 0x808 })
    expect(.flags(entry: "b.txt", 2), try sample { $0.flags = 2 })
    #expect(try readAll(sample { $0.flags = 0x800 }.bytes).count == 2)
    expect(.method(entry: "b.txt", 93), try sample { $0.method = 93 })
    expect(.timestamp(entry: "b.txt"), try sample { $0.time = 1 })
    expect(.timestamp(entry: "b.txt"), try sample { $0.date = 0 })
    expect(.version(entry: "b.txt", 46), try sample { $0.version = 46 })
    expect(.entryComment(entry: "b.txt"), try sample { $0.comment = [0x41] })
    expect(.storedSizes(entry: "b.txt"), try sample { $0.method = 0 })
  }

  @Test(arguments: [0o120644, 0o040755, 0o010644, 0o020644, 0o060644, 0o140644, 0o104644, 0o102644, 0o101644])
  func entriesAreRegularFiles(mode: UInt32) throws {
    expect(.notRegular(entry: "b.txt"), try sample { $0.attributes = mode << 16 })
  }

  @Test func attributesBelongToUnix() throws {
    expect(.notRegular(entry: "b.txt"), try sample { $0.attributes |= 0x10 })
    expect(.notRegular(entry: "b.txt"), try sample { $0.madeBy = 45 })
    #expect(try readAll(sample { $0.attributes = 0o600 << 16 | 0x20 }.bytes).count == 2)
  }

  @Test func extraFieldsAreThoseOfZip64() throws {
    expect(.extraField(entry: "b.txt"), try sample { $0.extra = [0x55, 0x54, 0, 0] })
    expect(.extraField(entry: "b.txt"), try sample { $0.localExtra = [0x55, 0x54, 0, 0] })
    expect(.extraField(entry: "b.txt"), try sample { $0.extra = [1, 0, 0] })
    expect(.extraField(entry: "b.txt"), try sample { $0.extra = [1, 0, 8, 0, 0] })
    expect(.zip64Field(entry: "b.txt"), try sample { $0.extra = [1, 0, 0, 0] })
    expect(.zip64Field(entry: "b.txt"), try sample { $0.extra = [1, 0, 4, 0, 0, 0, 0, 0] })
    expect(.zip64Field(entry: "b.txt"), try sample { $0.extra = [1, 0, 8, 0] + little(UInt64(100)) })
    expect(.zip64Field(entry: "b.txt"), try sample { $0.extra = [1, 0, 32, 0] + [UInt8](repeating: 0, count: 32) })
    expect(.zip64Field(entry: "b.txt"), try sample { $0.size = .max })
    expect(.zip64Field(entry: "b.txt"), try sample { $0.local = { $0.size = .max } })
  }

  @Test func numbersMayStandInTheZip64Field() throws {
    let packed = try sample().entries[1].packedSize
    let sizes = little(UInt64(100)) + little(UInt64(packed))
    func long(_ change: (inout ZipSample.Entry) -> Void) throws -> ZipSample {
      try sample {
        ($0.size, $0.packedSize) = (.max, .max)
        $0.localExtra = [1, 0, 16, 0] + sizes
        $0.extra = [1, 0, 16, 0] + sizes
        change(&$0)
      }
    }
    #expect(try readAll(long { _ in }.bytes)["b.txt"]?.count == 100)
    #expect(
      try readAll(
        long {
          $0.offset = .max
          $0.extra = [1, 0, 24, 0] + sizes + little(UInt64(42))
        }.bytes
      ).count == 2)
    expect(.zip64Field(entry: "b.txt"), try long { $0.offset = .max })
    expect(.zip64Field(entry: "b.txt"), try long { $0.extra = [1, 0, 8, 0] + little(UInt64(100)) })
    expect(
      .zip64Field(entry: "b.txt"),
      try long {
        $0.extra += little(UInt64(42)); $0.extra[2] = 24
      })
    expect(.zip64Field(entry: "b.txt"), try long { $0.localExtra = [1, 0, 8, 0] + little(UInt64(100)) })
    let other = little(UInt64(101)) + little(UInt64(packed))
    expect(
      .headersDiffer(entry: "b.txt", part: Text(en: "size", es: "el tamaño")),
      try long { $0.localExtra = [1, 0, 16, 0] + other })
    let huge = little(UInt64.max) + little(UInt64(packed))
    expect(.outside(entry: "b.txt"), try long { $0.extra = [1, 0, 16, 0] + huge })
    let far = little(UInt64(100)) + little(UInt64.max)
    expect(.outside(entry: "b.txt"), try long { $0.extra = [1, 0, 16, 0] + far })
  }

  @Test func theTwoHeadersAgree() throws {
    let changes: [(String, String, @Sendable (inout ZipSample.Entry) -> Void)] = [
      ("name", "el nombre", { $0.name[0] = 0x63 }), ("name", "el nombre", { $0.name.removeLast() }),
      ("version", "la versión", { $0.version = 10 }),
      ("set of flags", "las marcas", { $0.flags = 0x800 }), ("method", "el método", { $0.method = 0 }),
      ("time", "la hora", { $0.time = 1 }),
      ("time", "la hora", { $0.date = 34 }), ("checksum", "la suma de control", { $0.checksum ^= 1 }),
      ("size", "el tamaño", { $0.size += 1 }),
      ("packed size", "el tamaño comprimido", { $0.packedSize += 1 }),
    ]
    for (en, es, change) in changes {
      expect(.headersDiffer(entry: "b.txt", part: Text(en: en, es: es)), try sample { $0.local = change })
    }
  }

  @Test func contentIsWhatTheHeadersState() throws {
    expect(.checksum(entry: "b.txt"), try sample { $0.checksum ^= 1 })
    expect(.size(entry: "b.txt", stated: 99), try sample { $0.size = 99 })
    expect(.size(entry: "b.txt", stated: 101), try sample { $0.size = 101 })
    expect(.size(entry: "b.txt", stated: 0), try sample { $0.size = 0 })
    func packed(_ data: [UInt8]) throws -> ZipSample {
      try sample { ($0.data, $0.packedSize) = (data, UInt32(data.count)) }
    }
    let data = try sample().entries[1].data
    expect(.trailingBytes(entry: "b.txt"), try packed(data + [0]))
    expect(.cutShort(entry: "b.txt"), try packed(data.dropLast()))
    expect(.cutShort(entry: "b.txt"), try packed([]))
    expect(.damaged(entry: "b.txt"), try packed([7] + data.dropFirst()))
    expect(.damaged(entry: "b.txt"), try packed(compress([1, 2, 3], .zlib)))
  }

  @Test func aBombStopsAtTheSizeItStates() throws {
    let bomb = try ZipSample.Entry("bomb", [UInt8](repeating: 0, count: 10_000_000), deflated: true)
    var lying = bomb
    lying.size = 1_000
    var seen = 0
    #expect(throws: ArchiveMessage.size(entry: "bomb", stated: 1_000)) {
      try ZipSample(lying).bytes.withUnsafeBytes { bytes in
        try ArchiveDirectory(parsing: bytes).entries[0].read(from: bytes) { seen += $0.count }
      }
    }
    #expect(seen <= 1_000)
    #expect(try readAll(ZipSample(bomb).bytes)["bomb"]?.count == 10_000_000)
  }

  @Test func quotasHold() throws {
    var limits = ArchiveLimits()
    limits.entries = 1
    #expect(throws: ArchiveMessage.tooManyEntries(2, limit: 1)) { try readAll(sample().bytes, limits: limits) }
    limits = ArchiveLimits()
    limits.size = 106
    #expect(throws: ArchiveMessage.tooLarge(limit: 106)) { try readAll(sample().bytes, limits: limits) }
    limits.size = 107
    #expect(try readAll(sample().bytes, limits: limits).count == 2)
  }

  @Test func canonicalHeadersAreThoseOfTheWriter() throws {
    #expect(throws: ArchiveMessage.notCanonical(entry: "a.txt")) { try readAll(sample().bytes, isCanonical: true) }
    var archive = try sample { $0.flags = 0x800 }
    archive.entries[0].flags = 0x800
    #expect(try readAll(archive.bytes, isCanonical: true).count == 2)
    archive.zip64 = { _ in }
    #expect(throws: ArchiveMessage.notCanonical(entry: nil)) { try readAll(archive.bytes, isCanonical: true) }
  }

  @Test func whatBreaksARuleIsToldBeforeWhatIsMerelyWrittenOtherwise() throws {
    // The first entry's headers are not the writer's; the second one's checksum is wrong.
    #expect(throws: ArchiveMessage.checksum(entry: "b.txt")) {
      try readAll(sample { $0.checksum ^= 1 }.bytes, isCanonical: true)
    }
    #expect(throws: ArchiveMessage.timestamp(entry: "b.txt")) {
      try readAll(sample { $0.time = 1 }.bytes, isCanonical: true)
    }
  }

  @Test func otherPackingIsTold() throws {
    func deviation(_ content: [UInt8], _ change: (inout ZipSample.Entry) throws -> Void) throws -> ArchiveMessage? {
      var entry = try ZipSample.Entry("a", content, deflated: true)
      entry.flags = 0x800
      try change(&entry)
      let bytes = ZipSample(entry).bytes
      #expect(try readAll(bytes) == ["a": content])
      do { _ = try readAll(bytes, isCanonical: true) } catch let message as ArchiveMessage { return message }
      return nil
    }
    let told = ArchiveMessage.packing(entry: "a", zlib: zlibVersion)
    let lines = Array(String(repeating: "one line and another\n", count: 9_000).utf8)
    #expect(try deviation(lines) { _ in } == nil)
    func store(_ entry: inout ZipSample.Entry, _ content: [UInt8]) {
      (entry.data, entry.method, entry.packedSize) = (content, 0, UInt32(content.count))
    }
    #expect(try deviation(lines) { store(&$0, lines) } == told)
    #expect(try deviation([1]) { store(&$0, [1]) } == nil)
    #expect(try deviation([1]) { _ in } == told)
    // An empty stored block before the stream: the same content, and room for a bit of one's own.
    #expect(
      try deviation(lines) { ($0.data, $0.packedSize) = ([0, 0, 0, 255, 255] + $0.data, $0.packedSize + 5) } == told)
    #expect(try deviation([]) { _ in } == told)
    #expect(try deviation([]) { store(&$0, []) } == nil)
  }
}
