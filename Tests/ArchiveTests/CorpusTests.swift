import Archive
import Diagnostics
import Files
import Glibc
import Testing

/// The shared corpus of 310 archives with verdicts, where it is at hand.
private let corpus: String? = {
  let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
  let shared = getenv("VEEDOR_SHARED").map { String(cString: $0) } ?? root + "/../shared"
  let folder = shared + "/corpus/zip"
  return (try? FileStamp(path: folder + "/expected.csv")) == nil ? nil : folder
}()

private func rows(_ folder: String) throws -> [(file: String, strict: String, lenient: String)] {
  let table = try MappedFile(path: folder + "/expected.csv").content
  return String(decoding: table, as: UTF8.self).split(whereSeparator: \.isNewline).dropFirst().map { line in
    let fields = line.split(separator: ",", maxSplits: 3)
    return (String(fields[0]), String(fields[1]), String(fields[2]))
  }
}

@Suite struct CorpusTests {
  @Test(.enabled(if: corpus != nil, "needs the shared corpus: set VEEDOR_SHARED"))
  func verdictsAreTheExpectedOnes() throws {
    let folder = try #require(corpus)
    let rows = try rows(folder)
    #expect(rows.count == 310)
    #expect(rows.count { $0.strict == "accept" } == 12)
    for (file, strict, _) in rows {
      let verdict: String
      do {
        try Archive(MappedFile(path: "\(folder)/\(file)")).verify()
        verdict = "accept"
      } catch is ArchiveMessage {
        verdict = "reject"
      }
      #expect(verdict == strict, "\(file)")
    }
  }

  @Test(.enabled(if: corpus != nil, "needs the shared corpus: set VEEDOR_SHARED"))
  func lenientVerdictsAreTheExpectedOnes() throws {
    let folder = try #require(corpus)
    let rows = try rows(folder)
    #expect(rows.count { $0.lenient == "accept" } == 113)
    for (file, _, lenient) in rows {
      let verdict: String
      do {
        try MappedFile(path: "\(folder)/\(file)").withUnsafeBytes { bytes in
          for entry in try LenientArchive(parsing: bytes).entries { try entry.read(from: bytes) { _ in } }
        }
        verdict = "accept"
      } catch let message as ArchiveMessage {
        verdict = "reject"
        if lenient == "accept" { Issue.record("\(file): \(message.message)") }
      }
      #expect(verdict == lenient, "\(file)")
    }
  }
}
