import Compression
import FuzzDriver
import Hashing

@testable import Archive
@testable import Bundles

/// The sound bundle, changed as a script says: first its members, then what follows from them is made again as far as the
/// script asks, and at last the archive's own bytes.
struct ChangedBundle {
  /// What is made again, so that it does not give the change away.
  private struct Repairs: OptionSet {
    let rawValue: UInt8
    static let leaves = Repairs(rawValue: 1)
    static let statement = Repairs(rawValue: 2)
    static let bag = Repairs(rawValue: 4)
    static let order = Repairs(rawValue: 8)
    static let archive = Repairs(rawValue: 16)
  }

  private var members = sound.members
  private(set) var packed: [UInt8] = []

  init(_ script: Script) {
    var script = script
    let repairs = Repairs(rawValue: script.byte())
    let (edits, cuts) = (Int(script.byte() % 8), Int(script.byte() % 4))
    // Stored or deflated, member by member.
    let methods = script.number(below: 1 << 16)
    for _ in 0..<edits where !members.isEmpty { edit(&script) }
    repair(repairs)
    if repairs.contains(.order) { members.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) } }
    if edits == 0 { packed = sound.bytes } else { pack(methods, &script, isTold: repairs.contains(.archive)) }
    for _ in 0..<cuts where !packed.isEmpty { Self.cut(&packed, &script) }
  }

  // MARK: Members

  private mutating func edit(_ script: inout Script) {
    let place = script.number(below: members.count)
    switch script.byte() % 8 {
    case 0, 1: Self.cut(&members[place].content, &script)
    case 2: members[place].content += script.bytes(atMost: Int(script.byte() % 64))
    case 3: members[place].path = Self.text(members[place].path, &script)
    case 4: members.remove(at: place)
    case 5: members.append((Self.text(members[place].path, &script), members[place].content))
    case 6: members.swapAt(place, script.number(below: members.count))
    default: members.append((Self.path(&script), script.bytes(atMost: Int(script.byte() % 64))))
    }
  }

  /// Puts other bytes in the place of some.
  private static func cut(_ bytes: inout [UInt8], _ script: inout Script) {
    let start = script.number(below: bytes.count + 1)
    let end = min(start + Int(script.byte() % 16), bytes.count)
    bytes.replaceSubrange(start..<end, with: script.bytes(atMost: Int(script.byte() % 16)))
  }

  private static func text(_ text: String, _ script: inout Script) -> String {
    var bytes = Array(text.utf8)
    cut(&bytes, &script)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func path(_ script: inout Script) -> String {
    let names = [
      "evb/statement.json.minisig", "evb/attestations/\(String(repeating: "0", count: 64)).dsse.json", "data/drafts/a",
      "data/workspace/.git/config", "data/workspace/../a", "fetch.txt", "data/workspace/data", "evb/x",
    ]
    return names[script.number(below: names.count)]
  }

  // MARK: Repairs

  private mutating func repair(_ repairs: Repairs) {
    let files = members.filter { BundleLayout.place($0.path) == .file }
      .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    if repairs.contains(.leaves) {
      let salted = files.map { file in
        (file, salt: Salt(path: file.path, content: Hash32(of: file.content), key: Salt.publicKey))
      }
      let leaves = salted.map { file, salt in
        MerkleTree.leaf(
          salt: salt.bytes, path: file.path, size: file.content.count, content: Hash32(of: file.content))
      }
      put(BundleLayout.leaves, leaves.flatMap(\.bytes))
      put(BundleLayout.salts, salted.flatMap { $0.salt.bytes })
    }
    guard var statement = try? BundleStatement(parsing: content(BundleLayout.statement)) else { return }
    if repairs.contains(.statement) {
      let leaves = content(BundleLayout.leaves)
      let list = leaves.withUnsafeBytes { bytes in (0..<(leaves.count / 32)).map { Hash32(bytes, at: $0 * 32) } }
      (statement.leaves, statement.root) = (list.count, MerkleTree.root(list))
      statement.size = files.reduce(0) { $0 + $1.content.count }
      put(BundleLayout.statement, statement.canonicalJSON)
    }
    if repairs.contains(.bag) { repairBag(statement, files) }
  }

  private mutating func repairBag(_ statement: BundleStatement, _ files: [(path: String, content: [UInt8])]) {
    put(
      BundleLayout.crate,
      ResearchCrate.metadata(statement.description, files: files.map { ($0.path, $0.content.count) }))
    func hashes(_ isPayload: Bool) -> [(path: String, hash: Hash32)] {
      members.filter { $0.path.hasPrefix(BundleLayout.payload) == isPayload && $0.path != BundleLayout.tagManifest }
        .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }.map { ($0.path, Hash32(of: $0.content)) }
    }
    let payload = members.filter { $0.path.hasPrefix(BundleLayout.payload) }
    put(
      BundleLayout.info,
      BagInfo.write(statement.description, files: payload.count, size: payload.reduce(0) { $0 + $1.content.count }))
    put(BundleLayout.manifest, BagManifest.write(hashes(true)))
    put(BundleLayout.tagManifest, BagManifest.write(hashes(false)))
  }

  private func content(_ path: String) -> [UInt8] { members.first { $0.path == path }?.content ?? [] }

  private mutating func put(_ path: String, _ content: [UInt8]) {
    if let place = members.firstIndex(where: { $0.path == path }) { members[place].content = content }
  }

  // MARK: Archive

  private mutating func pack(_ methods: Int, _ script: inout Script, isTold: Bool) {
    var entries: [ArchiveEntry] = []
    for (number, member) in members.enumerated() {
      let deflated = (try? compress(member.content, .raw)) ?? []
      let isDeflated = deflated.count < member.content.count || !isTold && methods >> (number % 16) & 1 == 1
      let data = isDeflated ? deflated : member.content
      var entry = ArchiveEntry(
        path: member.path, method: isDeflated ? .deflated : .stored,
        checksum: member.content.withUnsafeBytes { crc32($0) }, size: member.content.count, packedSize: data.count,
        headerOffset: packed.count, dataOffset: 0)
      packed += ZipRecords.local(entry)
      entry.dataOffset = packed.count
      packed += data
      entries.append(entry)
    }
    if !isTold, !entries.isEmpty, methods & 1 == 1 {
      let place = script.number(below: entries.count)
      entries[place].size = max(0, entries[place].size + script.number(below: 3) - 1)
    }
    let start = packed.count
    for entry in entries { packed += ZipRecords.central(entry) }
    packed += ZipRecords.end(count: entries.count, directoryOffset: start, directorySize: packed.count - start)
  }
}
