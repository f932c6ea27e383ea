public import ModuleKit

/// A warning that the mission knows of and means: what stands under `acknowledge:`.
public struct Acknowledgement: Sendable, Equatable {
  /// The warning's code.
  public var code: String
  /// The dataset that it is about.
  public var dataset: String
  /// The key of the row; any where nil.
  public var row: String?
  /// The column; any where nil.
  public var column: String?
  /// Why the data are meant so.
  public var reason: String
  /// Where the workspace file says so.
  public var place: Diagnostic.Location

  func meets(_ doubt: Doubt) -> Bool {
    code == doubt.diagnostic.code && dataset == doubt.diagnostic.datum?.dataset
      && (row == nil || row == doubt.row?.text) && (column == nil || column == doubt.column)
  }

  static let schema = Schema(
    .list(
      Schema(
        .object([
          .init("code", Schema(.string(.filled), "the warning's code, such as K203"), required: true),
          .init("dataset", .name, required: true),
          .init(
            "row",
            Schema(.either([Schema(.string(.filled)), Schema(.integer(.min ... .max))]), "the key of the row")),
          .init("column", Schema(.string(.filled), "the column, as the warning names it")),
          .init("reason", Schema(.string(.filled), "why the data are meant so"), required: true),
        ])), atLeast: 1),
    "warnings that are meant: those of a code in a row or a column of a dataset")
}

extension WorkspaceChecker {
  /// The acknowledgements; each names a dataset that is there, and a row or a column of it.
  mutating func acknowledgements() -> [Acknowledgement] {
    (document.value(["acknowledge"])?.list ?? []).enumerated().compactMap { index, value in
      let place = ["acknowledge"] as Path / index
      guard let code = value["code"]?.string, let dataset = value["dataset"]?.string,
        let reason = value["reason"]?.string
      else { return nil }
      if !document.has(dataset, in: "datasets") {
        add(.unknownDataset(dataset, known: document.keys(["datasets"])), at: place / "dataset")
      }
      let row = value["row"].flatMap { $0.string ?? $0.integer.map { "\($0)" } }
      let column = value["column"]?.string
      if row == nil, column == nil { add(.acknowledgesAll(code, dataset: dataset), at: place) }
      return Acknowledgement(
        code: code, dataset: dataset, row: row, column: column, reason: reason,
        place: document.location(of: place / "code"))
    }
  }
}
