import Tables

extension AreaTotals: SecondRead {
  func read(_ reading: inout SecondReading) {
    guard let area = areas.levels.last else { return }
    reading.readTotals(
      TotalsRow.rows(
        of: votes + [sheets, registered], [cast, valid, blank, null], count: count, isNamed: areas.isCalledTotal,
        isSheet: reading.isNoTotal),
      column: area)
    reading.readValid(valid, votes, [("blank", blank), ("null", null)], column: "valid")
  }
}
