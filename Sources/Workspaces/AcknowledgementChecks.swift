import ModuleKit

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
