import ModuleKit

/// What the fit of `counts.klimek` says of clean elections of one kind, by one distance.
struct KlimekFits {
  /// What is told of one election.
  struct Fit: Sendable {
    /// Whether the model with added ballots is taken: the sentence that a reader would notice.
    let isAdded: Bool
    /// The numbers of the finding, in the order of ``KlimekFits/numbers``.
    let values: [Double]
    /// How far the repeats of the fit lie apart in f_i, in percent of the stations.
    let repeatsApart: Double
    /// How far the other distance moves f_i, in points of percent of the stations.
    let moved: Double
  }

  /// The numbers whose spread is told, each with its name in the page.
  static let numbers = [
    ("incremental", "`f_i`, percent of the stations"), ("extreme", "`f_e`, percent of the stations"),
    ("alpha", "`α`"), ("added", "votes added, percent of the voters"),
    ("remaining", "distance that remains, percent"),
  ]

  /// How often each fit is repeated.
  static let repeats = 10

  let fits: [Fit]

  /// In how many elections the model with added ballots is taken.
  var added: Int { fits.count { $0.isAdded } }

  /// How far apart two histograms are, by the name that the operation has for it.
  enum Distance: String, CaseIterable { case plain, relative }

  /// The fit to one election that an outcome tells; nil where there is none.
  static func fit(_ outcome: Outcome) -> Fit? {
    guard let finding = outcome.findings.first(where: { ["added_ballots", "little_gain"].contains($0.code) })
    else { return nil }
    let incremental = finding.values["incremental"]
    return Fit(
      isAdded: finding.code == "added_ballots",
      values: numbers.map { number in finding.values[number.0]?.value ?? .nan },
      repeatsApart: (incremental?.high ?? 0) - (incremental?.low ?? 0),
      moved: outcome.findings.first { $0.code == "other_distance" }?.values["moved"]?.value ?? .nan)
  }

  /// The lowest, the middle and the highest of `value` over the elections.
  func spread(_ value: (Fit) -> Double) -> (low: Double, middle: Double, high: Double) {
    let values = fits.map(value).sorted()
    guard let low = values.first, let high = values.last else { return (0, 0, 0) }
    let half = values.count / 2
    return (low, values.count % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2, high)
  }
}
