import Tables

/// Fields that belong together: its stored properties are they, and further groups, and lists of both.
public protocol FieldGroup: SendableMetatype {}

extension FieldGroup {
  /// The columns, in the order of the properties.
  public var columns: [KindColumn] { fields.map(\.column) }

  private var fields: [any AnyField] { Mirror(reflecting: self).children.flatMap { fields(in: $0.value) } }

  private func fields(in property: Any) -> [any AnyField] {
    switch property {
    case let field as any AnyField: [field]
    case let group as any FieldGroup: group.fields
    case let list as [Any]: list.flatMap(fields(in:))
    default: []
    }
  }

  /// Looks the columns up in `table`, which a reader made with the columns of the kind.
  func read(_ table: Table) {
    for field in fields { field.read(table) }
  }
}

/// All fields of a kind's rows.
public protocol RowFields: FieldGroup {
  /// When a row became known; every kind's rows can say so, since an edition holds what was public at an instant.
  var publication: PublicationFields { get }
  /// The areas that a row lies in, from the coarsest level to the finest; none unless said otherwise.
  var areas: [Field<String>] { get }
  /// Votes by option, in ballot order; none unless said otherwise.
  var votes: [Field<Int>] { get }
  /// Numbers, each with one that it is a part of; none unless said otherwise. Where the part is more on most rows,
  /// columns are exchanged.
  var parts: [(part: Field<Int>, whole: Field<Int>)] { get }
}

extension RowFields {
  /// No areas.
  public var areas: [Field<String>] { [] }
  /// No votes.
  public var votes: [Field<Int>] { [] }
  /// No parts.
  public var parts: [(part: Field<Int>, whole: Field<Int>)] { [] }
}
