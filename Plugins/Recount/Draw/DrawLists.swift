public import ModuleKit

extension Draw {
  /// The drawn units in the order of the draw: a row a draw.
  public var sample: Table {
    get throws(TableMessage) {
      var table = try TableBuilder(
        [("draw", .integer)] + place.map { ($0.name, $0.type) } + [("ticket", .text)])
      for (index, unit) in drawn.enumerated() {
        try table.append(
          [.integer(Int64(index + 1))] + cells(unit) + [unit.ticket.isEmpty ? .missing : .text(unit.ticket)])
      }
      return table.table
    }
  }

  /// What to fetch, in the order of the manifest: a row for each drawn ballot or batch, with how often it was drawn.
  public var retrieval: Table {
    get throws(TableMessage) {
      var table = try TableBuilder(place.map { ($0.name, $0.type) } + [("times", .integer)])
      let sorted = drawn.sorted { ($0.batch, $0.ballot ?? 0) < ($1.batch, $1.ballot ?? 0) }
      var start = 0
      while start < sorted.count {
        let unit = sorted[start]
        let end = sorted[start...].firstIndex { ($0.batch, $0.ballot) != (unit.batch, unit.ballot) } ?? sorted.count
        try table.append(cells(unit) + [.integer(Int64(end - start))])
        start = end
      }
      return table.table
    }
  }

  /// The columns that say where a unit lies.
  private var place: [(name: String, type: ColumnType)] {
    let strata: [(String, ColumnType)] = if case .stratified = request.size { [("stratum", .text)] } else { [] }
    return strata + [("container", .text), ("batch", .text)] + (request.unit == .ballot ? [("ballot", .integer)] : [])
  }

  private func cells(_ unit: Drawn) -> [Cell] {
    let batch = batches[unit.batch]
    let stratum: [Cell] = if case .stratified = request.size { [.text(batch.stratum ?? "")] } else { [] }
    return stratum + [.text(batch.container), .text(batch.batch)]
      + (unit.ballot.map { [.integer(Int64($0))] } ?? [])
  }
}
