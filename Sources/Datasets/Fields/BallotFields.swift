/// The ballots of a sheet or an area: how many were cast, what they are, and the votes among them by option.
struct BallotFields: FieldGroup {
  let cast = Field<Int>("cast", least: 0, "ballots cast")
  let valid = Field<Int>("valid", least: 0, "valid votes")
  let blank = Field<Int>("blank", least: 0, "blank votes")
  let null = Field<Int>("null", least: 0, "null votes")
  /// In ballot order.
  let votes: [Field<Int>]

  init(_ contest: Contest) { votes = contest.options.map { .votes(for: $0) } }

  /// The numbers that are parts of `registered`, each with it.
  func parts(of registered: Field<Int>) -> [(part: Field<Int>, whole: Field<Int>)] {
    (votes + [valid, cast]).map { ($0, registered) }
  }
}

extension Field<Int> {
  /// The register of a station, a sheet or an area.
  static var registered: Self { Field("registered", least: 0, "registered voters") }
}

extension Field<String> {
  /// The stratum of a station or of its sheet.
  static var stratum: Self { Field("stratum", "the sampling stratum") }
}
