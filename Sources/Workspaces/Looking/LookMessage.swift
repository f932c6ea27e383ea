public import ModuleKit

/// What keeps a file from being described, or its description from being written.
public enum LookMessage: DiagnosticMessage, Equatable {
  /// A file that stands outside the workspace.
  case outside(String)
  /// A dataset of that name is there already.
  case nameTaken(String)
  /// A section of the workspace file into which no line can be put.
  case notLineByLine(section: String)
  /// A file of JSON, which no kind is read from as it is.
  case json(String)
  /// No kind, or not the one that is wanted, is seen in the columns of a file.
  case noKind(String, wanted: String?, known: [String], columns: [String])

  /// The code, the sentence and what to do about it.
  public var text: MessageText {
    switch self {
    case .outside(let path):
      .init(
        "W090", "'\(path)' does not lie in the workspace",
        hint:
          "copy it there, such as to data/, since its digest is evidence, and name the copy; -C names another workspace"
      )
    case .nameTaken(let name):
      .init("W093", "the workspace has a dataset '\(name)' already", hint: "give another name with --as")
    case .notLineByLine(let section):
      .init(
        "W094", "'\(section)' is not written line by line, so that no line can be added to it",
        hint: "write its entries on lines of their own, or paste what 'veedor data look' prints")
    case .json(let path):
      .init(
        "W092", "'\(path)' is JSON, which is read by paths, and only tables are looked at",
        hint:
          "'columns' of a dataset names what stands where: see \"Captures of a page, as JSON\" in Docs/data.md"
      )
    case .noKind(let path, let wanted, let known, let columns):
      .init(
        "W091",
        wanted.map { "the columns of '\(path)' are not seen to be those of kind \($0): \(columns.listed)" }
          ?? "no kind is seen in the columns of '\(path)': \(columns.listed)",
        hint: wanted == nil
          ? "name one with --kind: \(known.joined(separator: ", ")); Docs/formats.md has their columns"
          : "Docs/formats.md has the columns of the kind; 'columns:' says where they stand")
    }
  }
}
