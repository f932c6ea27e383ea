import Archive
import Testing

@Suite struct ArchiveNameTests {
  static let faults: [(String, ArchiveName.Fault)] = [
    ("", .empty), ("/etc/passwd", .absolute), ("//host/share", .absolute), ("..", .component), ("../a", .component),
    ("a/../b", .component), ("a/..", .component), (".", .component), ("./a", .component), ("a//b", .component),
    ("a/", .folder), ("a\\b", .backslash), ("C:a", .colon), ("a:stream", .colon), ("a\u{0}b", .control),
    ("what?", .wildcard), ("a/*", .wildcard), ("a<b", .wildcard), ("a>", .wildcard), ("\"a\"", .wildcard),
    ("a|b", .wildcard), ("50%", .percent), ("a%2eb", .percent), ("%2e%2e/a", .percent), ("con", .device),
    ("CON", .device), ("a/Con.txt", .device), ("nul", .device), ("NUL.tar.gz", .device), ("aux /a", .edge),
    ("aux .csv", .device), ("PRN", .device), ("com1", .device), ("COM0", .device), ("Lpt9.csv/a", .device),
    ("com¹", .device), ("LPT³.x", .device), ("CONIN$", .device), ("conout$", .device), ("clock$", .device),
    (".git/config", .active), ("a/.GIT/hooks/pre-commit", .active), (".git", .active), ("GIT~1/config", .active),
    ("data/workspace/.veedor/trusted.json", .active), (".Veedor", .active), ("VEEDOR~1/a", .active),
    ("a\nb", .control), ("a\u{1b}[2J", .control), ("a\u{7f}", .control), ("a\u{85}", .control),
    ("a\u{200b}", .invisible), ("a\u{202e}txt.exe", .invisible), ("a\u{2028}", .invisible), ("a\u{feff}", .invisible),
    ("a.", .edge), ("a ", .edge), ("a./b", .edge), ("a /b", .edge), ("...", .edge), ("e\u{301}", .notNFC),
    ("\u{212b}", .notNFC), ("a/\u{1100}\u{1161}", .notNFC),
    (String(repeating: "a", count: 1_025), .tooLong(limit: 1_024)),
    (String(repeating: "a", count: 256), .componentTooLong(limit: 255)),
    (String(repeating: "a/", count: 32) + "a", .tooDeep(limit: 32)),
  ]

  @Test(arguments: faults) func refuses(name: String, fault: ArchiveName.Fault) throws {
    #expect(ArchiveName.fault(of: name) == fault)
    var entry = try ZipSample.Entry(name)
    entry.flags = 0x800
    #expect {
      try readAll(ZipSample(entry).bytes)
    } throws: {
      guard case .name(_, fault) = $0 as? ArchiveMessage else { return false }
      return true
    }
  }

  static let fine = [
    "a", "a b", ".hidden", "..a", "a/..b", " a", "é", "données/procès-verbal-القاهرة.txt", "가", "a~1", "a'b", "console",
    "com", "com10", "comA",
    "nula", "a.con", "lpt", ".gitignore", ".github/a", "git/a", "veedor/a", ".veedor.yaml", "$a", "a&b;c",
    "(a) [b] {c}!",
    String(repeating: "a", count: 255), String(repeating: "a/", count: 31) + "a", "😀.jpg", "ß",
  ]

  @Test(arguments: fine) func takes(name: String) throws {
    #expect(ArchiveName.fault(of: name) == nil)
    var entry = try ZipSample.Entry(name)
    entry.flags = 0x800
    #expect(try readAll(ZipSample(entry).bytes).keys.first == name)
  }

  @Test func bytesThatAreNoTextAreRefusedAndShown() throws {
    var entry = try ZipSample.Entry("a")
    entry.name = [0x61, 0xff, 0x0a]
    #expect(throws: ArchiveMessage.name(entry: "a\\xff\\x0a", .notUTF8)) { try readAll(ZipSample(entry).bytes) }
    // A surrogate, encoded as if it were a scalar.
    entry.name = [0xed, 0xa0, 0x80]
    #expect(throws: ArchiveMessage.name(entry: "\\xed\\xa0\\x80", .notUTF8)) { try readAll(ZipSample(entry).bytes) }
    entry.name = Array("é".utf8)
    #expect(throws: ArchiveMessage.name(entry: "é", .unmarked)) { try readAll(ZipSample(entry).bytes) }
    entry.name = Array("a\u{202e}b".utf8)
    entry.flags = 0x800
    #expect(throws: ArchiveMessage.name(entry: "a\\xe2\\x80\\xaeb", .invisible)) { try readAll(ZipSample(entry).bytes) }
    entry.name = [UInt8](repeating: 0x61, count: 300)
    let shown = String(repeating: "a", count: 200) + "..."
    #expect(throws: ArchiveMessage.name(entry: shown, .componentTooLong(limit: 255))) {
      try readAll(ZipSample(entry).bytes)
    }
  }

  static let collisions = [
    ["A", "a"], ["README", "readme"], ["STRASSE", "straße"], ["É", "é"], ["a", "a/b"], ["A", "a/b"],
    ["A/x", "a/y"], ["Σ", "ς"], ["a/B", "a/b/c"], ["\u{c5}", "\u{e5}"], ["ﬀ", "ff"].sorted(),
  ]

  @Test(arguments: collisions) func refusesNamesThatAreOneOnSomeSystems(names: [String]) throws {
    var archive = ZipSample()
    for name in names {
      var entry = try ZipSample.Entry(name)
      entry.flags = 0x800
      archive.entries.append(entry)
    }
    #expect {
      try readAll(archive.bytes)
    } throws: {
      guard case .collision = $0 as? ArchiveMessage else { return false }
      return true
    }
  }

  @Test func theSameNameTwiceIsACollision() throws {
    let archive = ZipSample(try ZipSample.Entry("a"), try ZipSample.Entry("a"))
    #expect(throws: ArchiveMessage.collision(entry: "a", with: "a")) { try readAll(archive.bytes) }
  }

  @Test func namesAscendByTheirBytes() throws {
    let archive = ZipSample(try ZipSample.Entry("a/b"), try ZipSample.Entry("a.b"))
    #expect(throws: ArchiveMessage.order(entry: "a.b")) { try readAll(archive.bytes) }
    let sorted = ZipSample(try ZipSample.Entry("a.b"), try ZipSample.Entry("a/b"), try ZipSample.Entry("a/c/d"))
    #expect(try readAll(sorted.bytes).count == 3)
  }
}
