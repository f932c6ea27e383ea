import Files
import FuzzDriver
import Hashing
import ModuleKit

@testable import Drafting
@testable import Workbench

@_cdecl("ResultFuzz_main")
func start(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
  runFuzzer(count, arguments, readAnything)
}

/// libFuzzer's entry: cuts the bytes at lines of `---` into a result, its record, a table and a figure, and stops where
/// what is read of them is not read as it is written, or no page can show it.
@_cdecl("LLVMFuzzerTestOneInput")
func readAnything(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let parts = parts(Array(UnsafeBufferPointer(start: start, count: count)))
  checkRecord(parts[1])
  put(
    [("result.json", parts[0]), ("tables/gaps.csv", parts[2])]
      + Language.allCases.map { ("figures/lead.\($0.rawValue).svg", parts[3]) })
  guard let outcome = try? read() else { return 0 }
  let files = ResultFiles(outcome).files
  put(files.map { ($0.name, $0.bytes) })
  guard let again = try? read() else { fatalError("what is written is no result") }
  demand(
    ResultFiles(again).files.elementsEqual(files) { $0.name == $1.name && $0.bytes == $1.bytes },
    "a result is not written again as it is")
  show(outcome)
  return 0
}

private func checkRecord(_ bytes: [UInt8]) {
  guard let document = try? Value(json: bytes), let record = ResultRecord(document: document) else { return }
  guard let again = ResultRecord(document: record.document) else { fatalError("what is written is no record") }
  demand(again.document == record.document, "a record is not written again as it is")
  demand(again.outputsDigest == record.outputsDigest, "a record is not read as it is")
}

/// Makes a page of everything in `outcome`.
private func show(_ outcome: Outcome) {
  for status in [StoredResult.Status.current, .received] {
    let result = StoredResult(
      analysis: "count", module: "counts", operation: operation, status: status, outcome: outcome)
    for language in Language.allCases {
      let page = DraftPage(
        template: template.utf8, name: "draft.md", language: language, results: [result], context: context)
      demand(page.html != nil || !page.diagnostics.isEmpty, "no page, and nobody says why")
    }
  }
}

// MARK: Files

private let folder: FuzzFolder = {
  let folder = FuzzFolder()
  folder.makeFolder("tables")
  folder.makeFolder("figures")
  return folder
}()

private func put(_ files: [(name: String, bytes: [UInt8])]) {
  for file in files { folder.write(file.bytes, to: file.name) }
}

private func read() throws -> Outcome {
  let home = try Folder(path: folder.path)
  return try ResultFiles.read(operation) { name throws(FileError) in try home.file(name) }
}

/// The four parts of an input; those that are not there are empty.
private func parts(_ bytes: [UInt8]) -> [[UInt8]] {
  var (parts, current): ([[UInt8]], [UInt8]) = ([], [])
  for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
    if line.elementsEqual("---".utf8), parts.count < 3 {
      parts.append(current)
      current = []
    } else {
      current += line + [UInt8(ascii: "\n")]
    }
  }
  parts.append(current)
  return parts + Array(repeating: [], count: 4 - parts.count)
}
