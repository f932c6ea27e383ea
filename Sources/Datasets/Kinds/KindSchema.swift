import Language
public import Schema
import Tables

extension AnyDatasetKind {
  /// The columns as documents list them: `OPTION` stands for each option of the contest, `AREA` for each area that the dataset names.
  public var describedColumns: [KindColumn] {
    let contest = Contest("contest", rule: .plurality, options: [.init("OPTION", name: Text("the option"))])
    return columns(for: DatasetDeclaration(contest: contest, areas: ["AREA"]))
  }

  /// One row of a file of the kind, as JSON Schema: a property for each column. `x_key` has the columns that name a row.
  public var schemaDocument: Value {
    let columns = describedColumns
    let row = Schema(
      .object(columns.map { .init($0.name, Schema($0.values.shape, $0.summary), required: $0.isNeeded) }), summary)
    var document = row.document(title: id).object ?? [:]
    document["x_key"] = .list(columns.filter { $0.role == .key }.map { .string($0.name) })
    return .object(document)
  }
}

extension KindColumn {
  fileprivate var isNeeded: Bool {
    switch role {
    case .key, .required: true
    case .optional, .personal: false
    }
  }
}

extension KindColumn.Values {
  fileprivate var shape: Schema.Shape {
    switch self {
    case .integer(let least): .integer((least.map(Int.init) ?? .min)...Int(KindColumn.largestInteger.mantissa))
    case .decimal(let least):
      .number((least.map(Double.init) ?? -.greatestFiniteMagnitude)...Double.greatestFiniteMagnitude)
    case .text: .string(.text)
    case .file: .string(.path)
    case .choice(let words): .choice(words)
    case .dateTime: .string(.instant)
    case .date: .string(.day)
    case .boolean: .boolean
    }
  }
}
