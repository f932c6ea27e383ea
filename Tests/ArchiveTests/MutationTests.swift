import Archive
import TestSupport
import Testing

@Suite struct MutationTests {
  /// A small archive as the writer makes it, whose deflated content has no other encoding one bit away.
  private func valid() throws -> (bytes: [UInt8], content: [String: [UInt8]]) {
    try withScratch { root in
      let files: [(String, [UInt8])] = [
        ("a", []), ("b/1", Array("stored".utf8)), ("b/2", (0..<400).map { UInt8($0 % 23) }), ("é", Array("é".utf8)),
      ]
      return (try written(files, at: root + "/a.zip").bytes, Dictionary(uniqueKeysWithValues: files))
    }
  }

  /// Refused with one of our messages, or read with the same names and content.
  private func isHarmless(_ bytes: [UInt8], _ content: [String: [UInt8]], isCanonical: Bool = false) throws -> Bool {
    do {
      return try readAll(bytes, isCanonical: isCanonical) == content
    } catch is ArchiveMessage {
      return true
    }
  }

  @Test func everyFlippedBitIsRefusedOrTold() throws {
    let (bytes, content) = try valid()
    for index in bytes.indices {
      for bit in 0..<8 {
        var flipped = bytes
        flipped[index] ^= 1 << bit
        #expect(throws: ArchiveMessage.self, "bit \(bit) of byte \(index)") {
          try readAll(flipped, isCanonical: true)
        }
        #expect(try isHarmless(flipped, content))
      }
    }
  }

  @Test func everyTruncationIsRefused() throws {
    let (bytes, _) = try valid()
    for length in bytes.indices {
      #expect(throws: ArchiveMessage.self) { try readAll(Array(bytes[..<length])) }
      #expect(throws: ArchiveMessage.self) { try readAll(Array(bytes[length...].dropFirst())) }
    }
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>) func mutantsAreRefusedOrTheSame(seed: UInt64) throws {
    var generator = Seeded(seed: seed)
    var (bytes, content) = try valid()
    if seed % 2 == 0 {
      var sample = ZipSample()
      for (name, data) in content.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
        var entry = try ZipSample.Entry(name, data, deflated: data.count > 10)
        entry.flags = 0x800
        sample.entries.append(entry)
      }
      sample.zip64 = { _ in }
      bytes = sample.bytes
      #expect(try readAll(bytes) == content)
    }
    let interesting: [UInt8] = [0, 1, 0x2e, 0x2f, 0x50, 0x4b, 0x7f, 0x80, 0xfe, 0xff]
    for _ in 0..<500 {
      var mutant = bytes
      for _ in 0..<Int.random(in: 1...5, using: &generator) where !mutant.isEmpty {
        let at = Int.random(in: mutant.indices, using: &generator)
        switch Int.random(in: 0..<5, using: &generator) {
        case 0: mutant[at] = UInt8.random(in: .min ... .max, using: &generator)
        case 1: mutant[at] = interesting.randomElement(using: &generator) ?? 0
        case 2: mutant.remove(at: at)
        case 3: mutant.insert(mutant[at], at: at)
        default:
          let end = min(mutant.count, at + Int.random(in: 1...60, using: &generator))
          mutant.insert(contentsOf: mutant[at..<end], at: Int.random(in: mutant.indices, using: &generator))
        }
      }
      #expect(try isHarmless(mutant, content))
    }
  }

  @Test func noiseIsRefused() throws {
    var generator = Seeded(seed: 5)
    for count in 0..<300 {
      let bytes = (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
      #expect(throws: ArchiveMessage.self) { try readAll(bytes) }
    }
  }
}
