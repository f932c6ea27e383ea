import Tables

/// The areas that rows lie in, from the coarsest level to the finest: a tree whose units are known by their full path.
public struct Areas: Sendable {
  /// One area: a province of a department of a country.
  public struct Unit: Sendable, Equatable {
    /// The names from the coarsest level to this one.
    public let path: [String]
    /// The unit of the next coarser level that it lies in, by its place there; -1 at the coarsest level.
    public let parent: Int

    /// The path with ` / ` between the names.
    public var name: String { path.joined(separator: " / ") }
  }

  /// The areas of one level, in the order of their first rows. Their names are read from there when they are asked
  /// for: a nation has hundreds of thousands of polling places.
  public struct Units: RandomAccessCollection, Sendable {
    /// The names of each row's areas, from the coarsest level to this one.
    fileprivate let names: [TextColumn]
    /// The first row of each unit.
    fileprivate let first: [Int32]
    /// The unit of the next coarser level that each lies in, by its place there; empty at the coarsest level.
    public let parents: [Int32]

    /// 0.
    public var startIndex: Int { 0 }
    /// The number of units.
    public var endIndex: Int { first.count }

    /// The unit's own name.
    public func name(_ position: Int) -> String { names.last?[Int(first[position])] ?? "" }

    /// The unit at `position`.
    public subscript(position: Int) -> Unit {
      let row = Int(first[position])
      return Unit(path: names.map { $0[row] ?? "" }, parent: parents.isEmpty ? -1 : Int(parents[position]))
    }
  }

  /// The columns, from the coarsest to the finest.
  public let levels: [String]
  /// The units of each level.
  public let units: [Units]
  /// For each level, the unit of every row by its place in ``units``.
  public let rows: [[Int32]]

  /// The areas that `fields` tell, from the coarsest level to the finest; a missing name is the empty one.
  public init(_ fields: [Field<String>]) {
    var (units, names): ([Units], [TextColumn]) = ([], [])
    var groups: [TextGroups] = []
    for column in fields.map(\.values) {
      let (coarser, here) = (groups.last, column.grouped(within: groups.last))
      names.append(column)
      groups.append(here)
      let parents = coarser.map { coarser in here.first.map { coarser.rows[Int($0)] } }
      units.append(Units(names: names, first: here.first, parents: parents ?? []))
    }
    (levels, self.units, rows) = (fields.map(\.name), units, groups.map(\.rows))
  }

  /// The unit of `row` at `level`, by its place among the units of that level.
  @inlinable public func unit(_ level: Int, _ row: Int) -> Int { Int(rows[level][row]) }

  /// The level named `name`; nil where there is none.
  public func level(_ name: String) -> Int? { levels.firstIndex(of: name) }

  /// The rows of each unit of `level`, in their order.
  public func rowsByUnit(_ level: Int) -> [[Int]] {
    var out = units[level].map { _ in [Int]() }
    for (row, unit) in rows[level].enumerated() { out[Int(unit)].append(row) }
    return out
  }
}

extension Field<String> {
  /// The areas that the workspace names, from the coarsest level to the finest.
  public static func areas(of declaration: DatasetDeclaration, role: KindColumn.Role = .required) -> [Self] {
    declaration.areas.map { Field($0, role: role, "the \($0)") }
  }
}
