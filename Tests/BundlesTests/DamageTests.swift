import Archive
import Bundles
import Diagnostics
import Files
import TestSupport
import Testing

/// Damage in transit, and what is done to a bundle on purpose.
@Suite struct DamageTests {
  /// Every bit of a bundle with all kinds of entry, one at a time: it is noticed, or the archive is told to be in another
  /// form and everything in it is the same.
  @Test(arguments: 0..<8) func everyFlippedBitIsNoticedOrTold(bit: Int) throws {
    let original = try bundle()
    let identity = try #require(try verify(original).statement?.identity)
    let contents = try unpack(original)
    var bytes = original
    for index in bytes.indices {
      bytes[index] ^= 1 << bit
      let facts = try verify(bytes)
      switch facts.verdict {
      case .intact, .contentIntact:
        let isOurs = facts.verdict == .intact
        #expect(facts.canonical == (isOurs ? .bad : .unknown) && !facts.notes.isEmpty, "bit \(bit) of byte \(index)")
        #expect(facts.statement?.identity == identity, "bit \(bit) of byte \(index)")
        let found = try isOurs ? unpack(bytes) : unpackLeniently(bytes)
        let same = found.elementsEqual(contents) { $0.path == $1.path && $0.content == $1.content }
        #expect(same, "bit \(bit) of byte \(index)")
      case .broken: #expect(!facts.problems.isEmpty, "bit \(bit) of byte \(index)")
      }
      bytes[index] ^= 1 << bit
    }
    #expect(bytes == original)
  }

  /// Members changed at random, with checksums and, half the time, manifests put right: never intact under the same
  /// identity unless nothing changed.
  @Test(arguments: 1...20 as ClosedRange<UInt64>) func mutantsNeverKeepTheIdentity(seed: UInt64) throws {
    var generator = Seeded(seed: seed)
    let original = try unpack(bundle())
    let identity = try #require(try verify(bundle()).statement?.identity)
    for round in 0..<40 {
      var contents = Dictionary(uniqueKeysWithValues: original.map { ($0.path, $0.content) })
      let paths = original.map(\.path)
      for _ in 0...Int.random(in: 0..<2, using: &generator) {
        let path = paths[Int.random(in: paths.indices, using: &generator)]
        contents[path] = mutated(contents[path] ?? [], &generator)
      }
      if Bool.random(using: &generator) {
        for (name, isPayload) in [("manifest-sha256.txt", true), ("tagmanifest-sha256.txt", false)] {
          let listed = paths.filter { $0.hasPrefix("data/") == isPayload && $0 != "tagmanifest-sha256.txt" }
          contents[name] = listed.flatMap { Array("\(sha256(contents[$0] ?? []))  \($0)\n".utf8) }
        }
      }
      let isSame = original.allSatisfy { contents[$0.path] == $0.content }
      let facts = try verify(pack(contents.map { ($0.key, $0.value) }))
      #expect((facts.verdict == .intact && facts.statement?.identity == identity) == isSame, "round \(round)")
    }
  }

  /// `bytes` after one change: a byte, a stretch taken out, doubled or moved, bytes added at an end.
  private func mutated(_ bytes: [UInt8], _ generator: inout Seeded) -> [UInt8] {
    var bytes = bytes
    let at = Int.random(in: 0...bytes.count, using: &generator)
    let end = min(bytes.count, at + Int.random(in: 1...80, using: &generator))
    switch Int.random(in: 0..<5, using: &generator) {
    case 0 where at < bytes.count: bytes[at] = UInt8.random(in: .min ... .max, using: &generator)
    case 1: bytes.removeSubrange(at..<end)
    case 2: bytes.insert(contentsOf: bytes[at..<end], at: at)
    case 3: bytes = Array(bytes[end...] + bytes[..<end])
    default: bytes += [0x0a, 0x20, 0][..<Int.random(in: 1...3, using: &generator)]
    }
    return bytes
  }

  /// A bundle whose headers are not the writer's can be read all the same, and extracted.
  @Test func anotherFormIsToldAndNotRefused() throws {
    var bytes = try bundle()
    // The permissions of the first file in the directory, in the upper half of its attributes.
    let directory = try #require(bytes.firstRange(of: [0x50, 0x4b, 1, 2]))
    bytes[directory.lowerBound + 40] ^= 0o44
    let facts = try verify(bytes)
    #expect(facts.verdict == .intact && facts.container == .good && facts.canonical == .bad)
    #expect(
      facts.notes.map(\.message) == ["the headers of 'bag-info.txt' are not written as this format writes them"])
    try withScratch { root in
      try AtomicFile.write(bytes, to: root + "/a.evb.zip")
      #expect(try Bundle(path: root + "/a.evb.zip").extract(to: root + "/out") == facts)
    }
  }

  /// What was changed of bundles of format 1 went unseen; they are answered with what to do.
  @Test(.enabled(if: SharedFolder.isPresent)) func bundlesOfFormatOneAreNamed() throws {
    let folder = SharedFolder.path + "/cases/security/12-statement-and-bag-info-unbound"
    guard let names = try? Folder(path: folder).files().filter({ $0.hasSuffix(".zip") }) else { return }
    for name in names {
      let facts = try Bundle(path: folder + "/" + name).verify()
      #expect(facts.verdict == .broken && facts.container == .good, "\(name)")
      #expect(facts.problems.map(\.code) == ["B006"], "\(name)")
    }
  }
}
