import Compression
import Datasets
import Diagnostics
import Language
import Tables
import TestSupport
import Testing
import Times

/// A sound file of sheets, and ways to damage it.
struct DamagedFile: Sendable, CustomTestStringConvertible {
  static let header = "sheet,region,registered,valid,blank,null,cast,votes_oak,votes_elm"
  static let rows = [
    "1,North,300,200,4,3,207,120,80", "2,North,310,210,5,2,217,100,110", "3,North,280,190,1,6,197,95,95",
    "4,South,305,150,2,2,154,60,90", "5,South,290,240,3,1,244,140,100", "6,South,299,201,6,4,211,101,100",
  ]
  static let sound = ([header] + rows).map { $0 + "\n" }.joined()
  static let declaration = DatasetDeclaration(
    contest: Contest(
      "council", rule: .plurality, options: [.init("oak", name: Text("Oak")), .init("elm", name: Text("Elm"))]),
    track: .official, areas: ["region"])

  /// What happened to the file.
  let name: String
  var bytes: [UInt8]
  /// What users see.
  var says: String
  var file = "sheets.csv"
  var declaration = DamagedFile.declaration

  var testDescription: String { name }

  init(_ name: String, _ bytes: [UInt8], says: String) { (self.name, self.bytes, self.says) = (name, bytes, says) }

  init(_ name: String, _ text: String, says: String) { self.init(name, Array(text.utf8), says: says) }

  /// The sound file with the row of sheet `number` written otherwise.
  static func row(_ number: Int, _ text: String) -> String {
    var rows = rows
    rows[number - 1] = text
    return ([header] + rows).map { $0 + "\n" }.joined()
  }

  /// The sound file with `text` behind the row of sheet `number`.
  static func behind(_ number: Int, _ text: String) -> String {
    row(number, rows[number - 1] + "\n" + text)
  }

  func with(_ change: (inout DatasetDeclaration) -> Void) -> DamagedFile {
    var it = self
    change(&it.declaration)
    return it
  }

  func named(_ file: String) -> DamagedFile {
    var it = self
    it.file = file
    return it
  }

  /// The messages as users see them, or `read` for a file in which nothing is found.
  func outcome() throws -> String {
    try ScratchFile.with(bytes) { path in outcome(path: path) }
  }

  func outcome(path: String) -> String {
    guard let zone = Zone("America/Tegucigalpa") else { return "no zone" }
    do throws(DiagnosticsError) {
      let kind = DatasetKind.sheets
      _ = try kind.content(
        of: kind.source(declaration, dataset: "sheets", path: path, name: file, zone: zone))
      return "read"
    } catch {
      return error.all.map { $0.rendered() }.joined(separator: "\n").replacingPath(path)
    }
  }
}

extension String {
  /// The text with the temporary `path` written as `PATH`.
  fileprivate func replacingPath(_ path: String) -> String {
    split(separator: path, omittingEmptySubsequences: false).joined(separator: "PATH")
  }
}
