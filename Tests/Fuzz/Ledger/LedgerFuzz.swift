import FuzzDriver
import Hashing
import Schema
import Signatures

@testable import Ledger

@_cdecl("LedgerFuzz_main")
func start(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
  runFuzzer(count, arguments, readAnything)
}

/// libFuzzer's entry: reads the bytes as the lines of a feed, as a head and as a key, and stops where what is read is not
/// written again as it was, or a feed is believed that its head does not vouch for.
@_cdecl("LLVMFuzzerTestOneInput")
func readAnything(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  readFeed(bytes)
  if let note = SignedNote(bytes) {
    demand(SignedNote(note.bytes) == note, "a note is not written again as it is")
    if let checkpoint = Checkpoint(note.text) { demand(checkpoint.text == note.text, "a checkpoint has two forms") }
  }
  if let request = CosignRequest(bytes) {
    demand(CosignRequest(request.bytes) == request, "a request is not written again as it is")
  }
  if let policy = try? WitnessPolicy(bytes, file: "") {
    demand(policy.witnesses.count <= bytes.count / 8, "more witnesses than lines")
  }
  if let file = PrivateFile(bytes) {
    demand(PrivateFile(file.bytes) == file, "private values are not written again as they are")
  }
  if let key = NoteKey(String(decoding: bytes, as: UTF8.self)) {
    demand(NoteKey(key.text) == key, "a key is not written again as it is")
  }
  return 0
}

private func readFeed(_ bytes: [UInt8]) {
  let reading = bytes.withUnsafeBytes { FeedReading($0, file: "feed.jsonl", author: "obs-01") }
  demand(reading.wholeBytes + reading.tornBytes == bytes.count, "bytes are lost")
  for case .entry(let entry)? in reading.lines {
    // Canonical is what our own writer writes, of whatever value is read.
    guard let value = try? Value(json: entry.bytes) else { fatalError("an entry is no JSON") }
    demand(value.ledgerText == entry.bytes, "an entry is not canonical")
    demand((try? Entry(entry.bytes)) == entry, "an entry is not read as it is")
  }
  let head = FeedHead(of: reading.ids)
  if reading.problemsOfFeed(written: head, signed: nil).isEmpty {
    demand(reading.lines.compactMap { $0?.id } == reading.ids, "a feed with a gap is called whole")
    for (place, line) in reading.lines.enumerated() {
      demand(line?.entry.map { $0.seq == place } ?? true, "an entry at another place is believed")
    }
  }
}
