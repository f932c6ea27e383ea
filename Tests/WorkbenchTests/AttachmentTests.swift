import Archive
import BuiltIn
import Bundles
import Files
import ModuleKit
import TestSupport
import Testing
import Workspaces

@testable import Workbench

/// What `attachments` names travels in bundles, and what photographs tell beside what they show does not.
@Suite struct AttachmentTests {
  private func workspace(_ attachments: String, include: String = "[attachments]") throws -> ScratchWorkspace {
    let scratch = try ScratchWorkspace()
    try scratch.write(
      ScratchWorkspace.mission + """
        \(attachments)
        bundles: {partners: {include: \(include), profile: public}}

        """, to: "veedor.yaml")
    return scratch
  }

  /// The paths in the bundle below `data/workspace/`, or what is said.
  private func packed(_ scratch: ScratchWorkspace) async throws -> [String] {
    let workbench = try scratch.workbench(builtInModules)
    do {
      let packed = try await workbench.make(try #require(workbench.workspace.bundles.first))
      let bundle = try Bundle(path: packed.written.path)
      #expect(try bundle.verify().verdict == .intact)
      let files = try bundle.inspect().entries.map(\.path).filter { $0.hasPrefix("data/workspace/") }
      return files.map { String($0.dropFirst("data/workspace/".count)) } + packed.warnings.map(\.message)
    } catch let error as DiagnosticsError {
      return error.all.map { "\($0.code) \($0.message)" }
    }
  }

  private func named(_ patterns: String, _ files: [String]) async throws -> [String] {
    let scratch = try workspace("attachments: \(patterns)")
    for file in files { try scratch.write("evidence", to: file) }
    return try await packed(scratch)
  }

  @Test func filesFoldersAndPatterns() async throws {
    let files = [
      "evidence/a.txt", "evidence/day one/b.txt", "scans/1.jpg", "scans/2.JPG", "scans/3.png", "scans/deep/4.jpg",
      "letter.pdf", "other.pdf",
    ]
    #expect(try await named("[evidence]", files) == ["evidence/a.txt", "evidence/day one/b.txt"])
    #expect(try await named("[letter.pdf, scans/*.jpg]", files) == ["letter.pdf", "scans/1.jpg"])
    #expect(try await named("['scans/?.*', letter.pdf, letter.*]", files).count == 4)
    #expect(try await named("['**/*.jpg']", files) == ["scans/1.jpg", "scans/deep/4.jpg"])
    #expect(try await named("['scans/**']", files).count == 4)
    #expect(try await named("['*.pdf']", files) == ["letter.pdf", "other.pdf"])
  }

  /// Each way of sharing 28 folders among 14 patterns leads to the same file; there are 40 million.
  @Test func patternsWithManyWays() async throws {
    let deep = String(repeating: "a/", count: 28) + "note.txt"
    #expect(try await named("['\(String(repeating: "**/a/", count: 14))*.txt']", [deep]) == [deep])
  }

  @Test func whatLeadsNowhereIsNamed() async throws {
    #expect(
      try await named("[evidence, scans/*.jpg]", ["scans/1.png"]) == [
        "R025 the attachments name 'evidence', and nothing there is called so",
        "R025 the attachments name 'scans/*.jpg', and nothing there is called so",
      ])
    let scratch = try workspace("")
    #expect(
      try await packed(scratch) == [
        "R029 bundle 'partners' is to hold attachments, and the workspace names none"
      ])
  }

  @Test func whatSystemsPutThereIsLeftOutAndLinksAreRefused() async throws {
    #expect(
      try await named("[evidence]", ["evidence/.DS_Store", "evidence/a.txt"]) == [
        "evidence/a.txt",
        "'evidence/.DS_Store' is left out of the bundle: a system puts such files into folders",
      ])
    let scratch = try workspace("attachments: [evidence]")
    try scratch.write("evidence", to: "evidence/a.txt")
    try scratch.link("/etc/hostname", from: "evidence/b.txt")
    #expect(
      try await packed(scratch) == ["R027 'evidence/b.txt' is a link or a device, and a bundle holds files alone"])
  }

  /// The program's own folders are no evidence, and the workspace's own files are there once.
  @Test func ownFoldersStayOut() async throws {
    let scratch = try workspace("attachments: ['**']", include: "[workspace, attachments]")
    for file in ["results/a/result.json", "bundles/b.zip", "ledger/private/a.json", ".veedor/c", "note.txt"] {
      try scratch.write("evidence", to: file)
    }
    #expect(try await packed(scratch) == ["note.txt", "veedor.yaml"])
  }

  @Test(arguments: [
    ("a", "*", true), ("a.jpg", "*.jpg", true), ("a.jpg.exe", "*.jpg", false), ("abcabd", "*abd", true),
    (".hidden", "*", false), (".hidden", ".*", true), ("ab", "?", false), ("ñ", "?", true), ("a*b", "a*b", true),
    ("", "*", true), ("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaab", "*a*a*a*a*a*a*c", false), ("A.JPG", "*.jpg", false),
  ]) func patterns(name: String, pattern: String, fits: Bool) {
    #expect(PathPattern.fits(name, pattern) == fits)
  }

  // MARK: Traces

  /// A TIFF structure with the tags `main`, and `inner` in the directory that the tag `pointer` leads to.
  private func tiff(_ main: [UInt16], pointer: UInt16, inner: [UInt16], bigEndian: Bool) -> [UInt8] {
    func bytes<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
      withUnsafeBytes(of: bigEndian ? number.bigEndian : number.littleEndian) { Array($0) }
    }
    func directory(_ tags: [(UInt16, UInt32)]) -> [UInt8] {
      bytes(UInt16(tags.count)) + tags.flatMap { bytes($0.0) + bytes(UInt16(2)) + bytes(UInt32(1)) + bytes($0.1) }
        + bytes(UInt32(0))
    }
    let end = UInt32(8 + 2 + 12 * (main.count + 1) + 4)
    return (bigEndian ? [0x4d, 0x4d, 0, 0x2a] : [0x49, 0x49, 0x2a, 0]) + bytes(UInt32(8))
      + directory(main.map { ($0, 0) } + [(pointer, end)]) + directory(inner.map { ($0, 0) })
  }

  private func traces(_ bytes: [UInt8]) -> MediaTraces { bytes.withUnsafeBytes { MediaTraces(in: $0) } }

  @Test(arguments: [true, false]) func tracesInEveryFormat(bigEndian: Bool) {
    let place = tiff([0x0112], pointer: 0x8825, inner: [1, 2, 3, 4], bigEndian: bigEndian)
    let camera = tiff([0x0112], pointer: 0x8769, inner: [0xa431], bigEndian: bigEndian)
    let jpeg: [UInt8] = [0xff, 0xd8, 0xff, 0xe1, 0, 200] + Array("Exif\0\0".utf8)
    let png: [UInt8] = [0x89] + Array("PNG".utf8) + [0, 0, 0, 99] + Array("eXIf".utf8)
    let webp: [UInt8] = Array("RIFF----WEBPEXIF".utf8) + [99, 0, 0, 0]
    for head in [jpeg, png, webp, []] {
      #expect(traces(head + place) == .position)
      #expect(traces(head + camera) == .device)
      // A version of the GPS tags alone, as cameras without a receiver write it.
      #expect(traces(head + tiff([0x0112], pointer: 0x8825, inner: [0], bigEndian: bigEndian)).isEmpty)
      for length in 0..<place.count { _ = traces(head + place[..<length]) }
    }
    // A thumbnail's block without traces before the one with them.
    #expect(traces(jpeg + tiff([], pointer: 1, inner: [], bigEndian: bigEndian) + jpeg + place) == .position)
    #expect(traces(tiff([0x010f], pointer: 1, inner: [], bigEndian: bigEndian)) == .device)
  }

  /// Large files are looked at part by part; what lies across an end is found all the same.
  @Test(arguments: [0, (1 << 24) - (1 << 20) - 5, (1 << 24) - 5, (1 << 24) + (1 << 20) - 5, (1 << 25) - 10])
  func tracesWhereverTheyLie(place: Int) throws {
    try withScratch { root in
      var bytes = [UInt8](repeating: 0x20, count: 1 << 25)
      bytes.replaceSubrange(place..<(place + 10), with: Array("tiff:Model".utf8))
      try AtomicFile.write(bytes, to: root + "/a")
      #expect(try MediaTraces(in: MappedFile(path: root + "/a")) == .device)
      try AtomicFile.write([], to: root + "/empty")
      #expect(try MediaTraces(in: MappedFile(path: root + "/empty")).isEmpty)
    }
  }

  @Test func tracesInWordsAndBoxes() {
    #expect(traces(Array("<x:xmpmeta exif:GPSLatitude='15,30N' tiff:Model='X'>".utf8)) == [.position, .device])
    let film = Array("moov udta".utf8) + [0xa9] + Array("xyz".utf8)
    #expect(traces(film + [0, 15, 0x15, 0xc7] + Array("+14.1-087.2/".utf8)) == .position)
    // The same four bytes by chance, in what is packed.
    #expect(traces(film + [0x93, 0x41, 7, 0x2b]).isEmpty)
    #expect(traces(film + film).isEmpty)
    #expect(traces(Array("jumb0000jumdc2pa".utf8)) == .manifest)
    #expect(traces(Array("A plain letter about GPS and cameras. Exif\0\0 eXIf EXIF".utf8)).isEmpty)
    #expect(traces([]).isEmpty)
    // A directory that leads beyond its end, or to itself.
    #expect(traces([0x49, 0x49, 0x2a, 0, 255, 255, 255, 255]).isEmpty)
    #expect(traces([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0, 255, 255, 0x69, 0x87, 4, 0, 1, 0, 0, 0, 8, 0, 0, 0]).isEmpty)
  }

  /// Directories of as many tags as can be, each of which leads to the same one: no more is read than a camera writes.
  @Test(arguments: [UInt16(0x8825), 0x8769]) func directoriesWithoutEnd(pointer: UInt16) {
    let tag = [UInt8(pointer & 255), UInt8(pointer >> 8), 4, 0, 1, 0, 0, 0, 8, 0, 0, 0]
    let all = [[UInt8]](repeating: tag, count: 65534).flatMap { $0 } + [0x0f, 0x01] + tag[2...]
    #expect(traces([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0, 255, 255] + all).isEmpty)
  }

  @Test func tracesKeepAFileOutOfAPublicBundle() async throws {
    let scratch = try workspace("attachments: [scans]")
    try scratch.write(
      [0xff, 0xd8] + Array("Exif\0\0".utf8)
        + tiff([0x0110], pointer: 0x8825, inner: [2], bigEndian: true), to: "scans/1.jpg")
    try scratch.write("plain", to: "scans/2.jpg")
    #expect(
      try await packed(scratch) == [
        "R028 'scans/1.jpg' tells where it was taken, and with which device, or whose; the public profile hands out none of that"
      ])
    #expect(
      RunMessage.tellsTraces("f", ([.position, .device, .manifest] as MediaTraces).words).text.sentence.es
        == "«f» revela dónde se tomó, y con qué dispositivo, o de quién es, y su historia (C2PA); el perfil público no entrega nada de eso"
    )
  }
}
