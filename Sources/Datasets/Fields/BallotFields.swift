/// The ballots of a sheet or an area: how many were cast, what they are, and the votes among them by option.
struct BallotFields: FieldGroup {
  let cast = Field<Int>(
    "cast", least: 0, "ballots cast",
    heads: [
      "cast", "ballot", "participa", "turnout", "total vot", "total", "votant", "votaron", "emitid", "sufragi",
      "ciudadanos vot", "cvas", "comparec", "бюллет ящик",
    ])
  let valid = Field<Int>("valid", least: 0, "valid votes", heads: ["valid", "valid ballot", "бюллет действ"])
  let blank = Field<Int>("blank", least: 0, "blank votes", heads: ["blank", "blank ballot", "blanco", "branco", "vb"])
  let null = Field<Int>(
    "null", least: 0, "null votes",
    heads: [
      "null", "null ballot", "nulo", "invalid", "invalid ballot", "spoil", "spoil ballot", "reject", "reject ballot",
      "viciad", "vn", "бюллет недейств",
    ])
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
  static var registered: Self {
    Field(
      "registered", least: 0, "registered voters",
      heads: [
        "register", "inscrit", "empadron", "habil", "lista nominal", "ln", "padron", "censo", "electores",
        "eligible", "aptos", "eleitor",
        "reg", "избирател спис",
      ])
  }
}

extension Field<String> {
  /// The stratum of a station or of its sheet.
  static var stratum: Self { Field("stratum", "the sampling stratum", heads: ["stratum", "estrato"]) }
}

/// How files head what names a polling station, or its sheet.
enum StationHeads {
  static let all = [
    "mesa", "acta", "jrv", "junta", "casilla", "contigua", "seccion", "secao", "precinct", "polling station", "station",
    "sheet",
    "tps", "division", "urna", "уик", "uik",
  ]
}
