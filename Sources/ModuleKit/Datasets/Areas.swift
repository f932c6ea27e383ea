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

  /// The columns, from the coarsest to the finest.
  public let levels: [String]
  /// The units of each level, in the order of their first rows.
  public let units: [[Unit]]
  /// For each level, the unit of every row by its place in ``units``.
  public let rows: [[Int32]]

  /// The areas that the text columns `levels` of `table` tell; a missing name is the empty one.
  init(_ levels: [String], in table: Table) {
    var (units, rows): ([[Unit]], [[Int32]]) = ([], [])
    for level in levels {
      guard let codes = table.textColumn(level)?.encoded else { continue }
      let (below, parents) = (rows.last, units.last)
      var found: [UInt64: Int32] = [:]
      var here: [Unit] = []
      var (lastKey, lastUnit): (UInt64, Int32) = (.max, -1)
      let placed = [Int32](unsafeUninitializedCapacity: table.rowCount) { placed, count in
        for row in 0..<table.rowCount {
          let parent = below?[row] ?? 0
          let key = UInt64(UInt32(bitPattern: parent)) << 32 | UInt64(UInt32(bitPattern: codes.codes[row]))
          if key != lastKey {
            lastKey = key
            if let known = found[key] {
              lastUnit = known
            } else {
              lastUnit = Int32(here.count)
              found[key] = lastUnit
              let name = codes.codes[row] < 0 ? "" : codes.texts[Int(codes.codes[row])]
              let path = parents?[Int(parent)].path ?? []
              here.append(Unit(path: path + [name], parent: parents == nil ? -1 : Int(parent)))
            }
          }
          placed.initializeElement(at: row, to: lastUnit)
        }
        count = table.rowCount
      }
      units.append(here)
      rows.append(placed)
    }
    (self.levels, self.units, self.rows) = (levels, units, rows)
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

/// The columns of areas that the workspace names.
enum AreaColumns {
  static func columns(_ levels: [String]) -> [KindColumn] {
    levels.map { KindColumn($0, .text, role: .required, "the \($0)") }
  }
}
