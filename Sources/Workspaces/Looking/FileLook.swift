import Files
public import ModuleKit

/// A look at a data file: what it holds, and what a workspace would say of it.
///
///     let look = try FileLook("data/sheets.csv", in: folder, kinds: kinds)
///     print(try look.proposal().text)
///
/// The file is read once, all columns as texts, within the limits of every reading. Kinds and their columns are those that
/// are declared; what a file calls them otherwise stands beside each (``KindColumn/heads``).
public struct FileLook: Sendable {
  /// The file, relative to the workspace's folder.
  public let path: String
  let table: LookedTable
  private let kinds: [any AnyDatasetKind]

  /// A look at the file at `path` in `folder`, for which `kinds` are known. Throws a `DiagnosticsError` with what keeps it
  /// from being read.
  public init(_ path: String, in folder: WorkspaceFolder, kinds: [any AnyDatasetKind]) throws(DiagnosticsError) {
    let file: MappedFile
    do throws(FileError) {
      file = try folder.input(path)
    } catch {
      throw DiagnosticsError(error)
    }
    self.path = path
    self.kinds = kinds.sorted { $0.id < $1.id }
    table = try LookedTable(file, name: path)
  }

  /// What a workspace with `contests` and datasets named `names` would say of the file, given `answers` to what it leaves
  /// open.
  ///
  /// Throws a `DiagnosticsError` where no kind is seen in it, or not the one that the answers name.
  public func proposal(
    _ answers: LookAnswers = LookAnswers(), contests: [Contest] = [], names: Set<String> = []
  ) throws(DiagnosticsError) -> Proposal {
    let name = answers.known["name"] ?? freeName(names)
    let declared = kinds.map { DeclaredSearch($0, table.columns) }
    let wanted = answers.known["kind"]
    if let wanted, !kinds.contains(where: { $0.id == wanted }) {
      throw DiagnosticsError(WorkspaceMessage.unknownKind(wanted, known: kinds.map(\.id)))
    }
    let own = declared.filter { wanted == nil ? $0.isOwn : $0.isComplete && $0.kind.id == wanted }
    if let own = own.max(by: { $0.present.count < $1.present.count }) {
      return DeclaredProposal(self, own, name, answers, contests).proposal
    }
    for kind in [DatasetKind.sheets as any AnyDatasetKind, DatasetKind.stations] where wanted ?? kind.id == kind.id {
      if let proposal = SheetProposal(self, kind, name, answers, contests)?.proposal { return proposal }
    }
    throw DiagnosticsError(
      LookMessage.noKind(path, wanted: wanted, known: kinds.map(\.id), columns: table.columns.map(\.name)))
  }

  /// A name for the dataset, after the file's, that no other has.
  private func freeName(_ names: Set<String>) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    let base = String(file.prefix { $0 != "." }).asIdentifier ?? "data"
    return ([base] + (2...).lazy.prefix(names.count + 1).map { "\(base)_\($0)" }).first { !names.contains($0) } ?? base
  }

  /// The first lines of every proposal.
  func remarks(_ questions: [LookQuestion]) -> ProposedLines {
    var lines = ProposedLines()
    lines.comment(
      0, "\(path): \(table.rowCount) rows of \(table.columns.count + table.nameless + table.twice.count) columns")
    if !questions.isEmpty {
      lines.comment(
        0, "not sure of \(questions.count) thing\(questions.count == 1 ? "" : "s"): look at the lines that say so")
    }
    if table.nameless > 0 {
      lines.comment(0, "\(table.nameless) column\(table.nameless == 1 ? " has" : "s have") no name and cannot be read")
    }
    if !table.twice.isEmpty { lines.comment(0, "columns of one name cannot be read: \(table.twice.listed)") }
    return lines
  }

  /// Adds `format:` at level 1, where the file is written otherwise than a canonical one, and `missing` stand for no value.
  func addFormat(to lines: inout ProposedLines, missing: [String], _ answers: inout LookAnswers) {
    let (seen, format) = (table.format, table.format.format)
    var inner: [(text: String, why: String?, doubt: String?)] = []
    if format.encoding != .utf8 {
      var encoding = format.encoding.rawValue
      if let doubt = seen.doubts["encoding"] {
        let others = [CSVFormat.Encoding.windows1252, .latin1].map(\.rawValue)
        encoding = answers.answer("encoding", doubt, others)
      }
      inner.append(("encoding: \(encoding)", seen.reasons["encoding"], answers.doubt("encoding")))
    }
    if format.delimiter != .comma {
      inner.append(("delimiter: \(format.delimiter.rawValue)", seen.reasons["delimiter"], nil))
    }
    if format.headerLine != 1 { inner.append(("header: \(format.headerLine)", seen.reasons["header"], nil)) }
    if !missing.isEmpty {
      let words = "[" + missing.map { "\"\($0)\"" }.joined(separator: ", ") + "]"
      inner.append(("missing: \(words)", "stand where all other values are whole numbers", nil))
    }
    guard !inner.isEmpty else { return }
    lines.add(1, "format:")
    for (text, why, doubt) in inner { lines.add(2, text, why, unsure: doubt) }
  }

  /// Adds the number of rows as something to compare, not as an expectation: what a file holds is no proof of itself.
  func addExpectation(to lines: inout ProposedLines) {
    lines.comment(
      1, "expect: {rows: \(table.rowCount)}  as counted here; write it where the page that published the file says so")
  }
}
