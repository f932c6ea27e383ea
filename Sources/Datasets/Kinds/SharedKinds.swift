/// The kinds of dataset that several modules read.
public let sharedKinds: [any AnyDatasetKind] = [
  DatasetKind.bulletins,
  DatasetKind.claims,
  DatasetKind.sheets,
  DatasetKind.stations,
  DatasetKind.areaTotals,
  DatasetKind.sources,
]
