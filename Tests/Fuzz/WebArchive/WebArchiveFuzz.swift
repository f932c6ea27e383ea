import Archive
import Diagnostics
import Files
import FuzzDriver
import Hashing
import Language
import Schema
import WebArchives

@_cdecl("WebArchiveFuzz_main")
func start(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
  runFuzzer(count, arguments, readAnything)
}

/// libFuzzer's entry: reads the bytes, behind one that says what they are, as a WACZ archive, as a file in one, or as a change of a
/// sound one. Stops where more is vouched for than is there, where nobody says what is wrong, or where a change of what digests
/// cover is not found.
@_cdecl("LLVMFuzzerTestOneInput")
func readAnything(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  var script = Script(UnsafeBufferPointer(start: start, count: count))
  switch script.byte() % 5 {
  case 0: _ = checked(script.bytes(atMost: count))
  case 1: _ = checked(archive(package: script.bytes(atMost: count)))
  case 2: _ = checked(archive(digest: script.bytes(atMost: count)))
  case 3: readPages(script.bytes(atMost: count))
  default: changeSound(&script)
  }
  return 0
}

/// The archive in `bytes`; nil where it is none, which says why.
private func checked(_ bytes: [UInt8]) -> WebArchive? {
  do {
    let archive = try bytes.withUnsafeBytes { try WebArchive(checking: $0) }
    demand(archive.files > 0, "an archive that vouches for nothing is called whole")
    demand(archive.pages.listed.count <= archive.pages.count, "more pages are listed than there are")
    return archive
  } catch let message as WebArchiveMessage {
    demand(!message.text.sentence.en.isEmpty && !message.text.sentence.es.isEmpty, "nobody says what is wrong")
    return nil
  } catch {
    fatalError("an archive is refused by another room: \(error)")
  }
}

/// What is listed with the right digest is taken, whatever it holds; of its lines each is a page, or told as unread.
private func readPages(_ lines: [UInt8]) {
  guard let read = checked(archive(pages: lines)) else { fatalError("pages with the right digest are refused") }
  let most = 1 + lines.count { $0 == UInt8(ascii: "\n") }
  demand(read.pages.count + read.pages.unread <= most, "more pages than lines")
}

/// A byte of the sound archive is another one: what digests cover is as it was, or the archive is refused.
private func changeSound(_ script: inout Script) {
  var bytes = sound.bytes
  let place = script.number(below: bytes.count)
  bytes[place] ^= max(1, script.byte())
  guard let changed = checked(bytes) else { return }
  demand(
    changed.version == sound.archive.version && changed.files == sound.archive.files
      && changed.pages == sound.archive.pages, "a change of byte \(place) is not found")
}

private let folder = FuzzFolder()

private let sound: (bytes: [UInt8], archive: WebArchive) = {
  let bytes = archive()
  guard let archive = checked(bytes) else { fatalError("the sound archive is refused") }
  return (bytes, archive)
}()

/// A sound archive, but for what is given.
private func archive(pages: [UInt8]? = nil, package: [UInt8]? = nil, digest: [UInt8]? = nil) -> [UInt8] {
  let page = #"{"url": "https://example.org/a", "ts": "2017-11-26T07:00:00Z"}"#
  var files = ["archive/data.warc": Array("WARC/1.0".utf8), "pages/pages.jsonl": pages ?? Array((page + "\n").utf8)]
  let resources = files.sorted { $0.key < $1.key }.map { path, content -> Value in
    ["path": .string(path), "hash": .string("sha256:\(Hash32(of: content).hex)"), "bytes": .integer(content.count)]
  }
  let list = package ?? Value.object(["resources": .list(resources), "wacz_version": "1.1.1"]).canonicalJSON
  let seal: Value = ["path": "datapackage.json", "hash": .string("sha256:\(Hash32(of: list).hex)")]
  files["datapackage.json"] = list
  files["datapackage-digest.json"] = digest ?? seal.canonicalJSON
  do {
    let output = try Folder(path: folder.path).create("a.wacz")
    defer { folder.remove("a.wacz") }
    let writer = try ArchiveWriter(output)
    for (path, content) in files.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      try writer.add(path, content)
    }
    try writer.finish()
    try output.flush()
    return try MappedFile(path: "\(folder.path)/a.wacz").content
  } catch {
    fatalError("an archive cannot be made: \(error)")
  }
}
