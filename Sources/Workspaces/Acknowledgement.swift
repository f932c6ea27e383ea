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

  /// What it has in common with the warnings that it meets.
  struct Scope: Hashable {
    var code: String
    var dataset: String?
    var row, column: String?
  }

  var scope: Scope { Scope(code: code, dataset: dataset, row: row, column: column) }

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

extension Doubt {
  /// The scopes of the acknowledgements that meet it: each names its row, its column or both.
  var scopes: Set<Acknowledgement.Scope> {
    let (code, dataset) = (diagnostic.code, diagnostic.datum?.dataset)
    return [
      .init(code: code, dataset: dataset, row: row?.text, column: column),
      .init(code: code, dataset: dataset, row: row?.text, column: nil),
      .init(code: code, dataset: dataset, row: nil, column: column),
    ]
  }
}
