import Archive
import Bundles
import FuzzDriver

@_cdecl("BundleFuzz_main")
func start(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
  runFuzzer(count, arguments, readAnything)
}

/// libFuzzer's entry: changes a sound bundle as the bytes say, mends what else would give the change away, and stops where
/// the check calls something intact that is not, or the same bundle what is another.
@_cdecl("LLVMFuzzerTestOneInput")
func readAnything(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let script = Script(UnsafeBufferPointer(start: start, count: count))
  let bytes = ChangedBundle(script).packed
  guard let facts = try? bytes.withUnsafeBytes({ try Bundle.verify($0, packing: true) }) else {
    fatalError("a check that throws")
  }
  _ = facts.document
  switch facts.verdict {
  case .intact: break
  case .contentIntact:
    demand(
      facts.problems.isEmpty && !facts.notes.isEmpty && facts.container == .bad, "another archive, and nobody says so")
    return 0
  case .broken:
    demand(!facts.problems.isEmpty, "broken, and nobody says why")
    return 0
  }
  let content = unpack(bytes)
  for path in content.keys {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    demand(!parts.contains { ["", ".", "..", ".git", ".veedor"].contains($0.lowercased()) }, "an unsafe name: \(path)")
  }
  guard let statement = facts.statement else { fatalError("intact without a statement") }
  demand(statement.leaves == content.keys.count { isFile($0) }, "intact with files too many or too few")
  guard statement.identity == sound.identity else { return 0 }
  // What is said of a bundle is not its content: a signature that does not hold is told beside the verdict.
  let attestations = content.keys.filter { $0.hasPrefix("evb/attestations/") || $0 == "evb/statement.json.minisig" }
  demand(facts.signatures.isEmpty, "signed, and nobody has a key")
  let extra = Set(facts.unread + attestations + ["tagmanifest-sha256.txt"])
  demand(
    content.filter { !extra.contains($0.key) } == sound.content.filter { !extra.contains($0.key) },
    "the identity of the sound bundle, and other content")
  if facts.unread.isEmpty, attestations.isEmpty, facts.canonical == .good {
    demand(bytes == sound.bytes, "canonical, and other bytes")
  }
  return 0
}

private func isFile(_ path: String) -> Bool { path.hasPrefix("data/") && path != "data/ro-crate-metadata.json" }

/// The content of an archive by path.
private func unpack(_ bytes: [UInt8]) -> [String: [UInt8]] {
  let content = try? bytes.withUnsafeBytes { bytes in
    try ArchiveDirectory(parsing: bytes).entries.reduce(into: [String: [UInt8]]()) { content, entry in
      try entry.read(from: bytes) { content[entry.path, default: []] += $0 }
      content[entry.path, default: []] += []
    }
  }
  guard let content else { fatalError("intact, and cannot be unpacked") }
  return content
}

let sound = SoundBundle()
