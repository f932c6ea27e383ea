import Tables

extension AreaTotals: SecondRead {
  func read(_ reading: inout SecondReading) {
    guard let area = areas.levels.last else { return }
    for row in TotalsRow.rows(of: votes + [sheets, registered, cast, valid, blank, null], count: count) {
      reading.doubt(DoubtMessage.addsUpOthers, row: row, column: area)
    }
  }
}
