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
  let kinds: [any AnyDatasetKind]

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

  /// The first lines of every proposal.
  func remarks(_ questions: [LookQuestion]) -> ProposedLines {
    var lines = ProposedLines()
    let width = table.columns.count + table.nameless + table.twice.count
    lines.comment(
      0,
      Text(
        en: "\(path): \(table.rowCount) rows of \(width) columns",
        es: "\(path): \(table.rowCount) filas de \(width) columnas"))
    if !questions.isEmpty {
      lines.comment(
        0,
        Text(
          en: "not sure of \(questions.count) thing\(questions.count == 1 ? "" : "s"): look at the lines that say so",
          es:
            "no hay seguridad en \(questions.count) \(questions.count == 1 ? "cosa" : "cosas"): mire las líneas que lo dicen"
        ))
    }
    if table.nameless > 0 {
      let count = table.nameless
      lines.comment(
        0,
        Text(
          en: "\(count) column\(count == 1 ? " has" : "s have") no name and cannot be read",
          es: count == 1
            ? "1 columna no tiene nombre y no se puede leer" : "\(count) columnas no tienen nombre y no se pueden leer")
      )
    }
    if !table.twice.isEmpty {
      let names = table.twice.listed
      lines.comment(
        0,
        Text(
          en: "columns of one name cannot be read: \(names.en)",
          es: "no se pueden leer columnas con el mismo nombre: \(names.es)"))
    }
    return lines
  }

  /// Adds `format:` at level 1, where the file is written otherwise than a canonical one, and `missing` stand for no value.
  func addFormat(to lines: inout ProposedLines, missing: [String], _ answers: inout LookAnswers) {
    let (seen, format) = (table.format, table.format.format)
    var inner: [(text: String, why: Text?, doubt: Text?)] = []
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
      let why = Text(
        en: "stand where all other values are whole numbers",
        es: "están donde todos los demás valores son números enteros")
      inner.append(("missing: \(words)", why, nil))
    }
    guard !inner.isEmpty else { return }
    lines.add(1, "format:")
    for (text, why, doubt) in inner { lines.add(2, text, why, unsure: doubt) }
  }

  /// Adds the number of rows as something to compare, not as an expectation: what a file holds is no proof of itself.
  func addExpectation(to lines: inout ProposedLines) {
    lines.comment(
      1,
      Text(
        en:
          "expect: {rows: \(table.rowCount)}  as counted here; write it where the page that published the file says so",
        es:
          "expect: {rows: \(table.rowCount)}  según lo contado aquí; escríbalo si lo dice la página que publicó el archivo"
      ))
  }
}
