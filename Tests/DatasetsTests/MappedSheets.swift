import Datasets
import Diagnostics
import Language
import Tables
import TestSupport
import Times

/// A file of sheets that was not made for the kind, and how the workspace says that it is read.
struct MappedSheets {
  var declaration = DatasetDeclaration(
    contest: Contest(
      "council", rule: .plurality, options: [.init("oak", name: Text("Oak")), .init("elm", name: Text("Elm"))]),
    track: .official)

  /// The declaration that `change` makes of one with a contest and a track.
  init(_ change: (inout DatasetDeclaration) -> Void = { _ in }) { change(&declaration) }

  /// The sheets in `bytes`. Throws a `DiagnosticsError`.
  func sheets(_ bytes: [UInt8]) throws -> Sheets {
    let zone = KindSample(zone: "Asia/Tbilisi").zone
    return try ScratchFile.with(bytes) { path in
      let source = try DatasetKind.sheets.source(
        declaration, dataset: "sheets", path: path, name: "sheets.csv", zone: zone)
      guard let sheets = try DatasetKind.sheets.content(of: source) as? Sheets else {
        preconditionFailure("the kind of sheets gives sheets")
      }
      return sheets
    }
  }

  /// What a second reader asks of `text`.
  func doubts(_ text: String) throws -> [String] {
    let sheets = try sheets(text)
    guard let day = Day(iso: "2024-10-26") else { preconditionFailure("a day of the calendar") }
    return LoadedDataset(sheets.source, kind: DatasetKind.sheets, content: sheets).doubts(electionDay: day)
      .map { $0.diagnostic.rendered() }
  }

  /// The sheets in `text`.
  func sheets(_ text: String) throws -> Sheets { try sheets(Array(text.utf8)) }

  /// What users see of `text`: nothing where it is read.
  func told(_ text: String) -> String {
    do {
      _ = try sheets(text)
      return ""
    } catch let error as DiagnosticsError {
      return error.all.map { $0.rendered() }.joined(separator: "\n")
    } catch {
      return "\(error)"
    }
  }
}

extension Column {
  /// The values, nil where they are missing.
  var all: [Value?] { (0..<count).map { self[$0] } }
}

extension TextColumn {
  /// The texts, nil where they are missing.
  var all: [String?] { (0..<count).map { self[$0] } }
}
