import ModuleKit
import Statistics

/// How many stations to draw for a quick count or a deployment of observers, how to share them among strata, and which are drawn.
struct Design: ModuleOperation {
  static let summary = Text(
    en: "How many stations to draw for a quick count or a deployment, by stratum, and which a public seed draws",
    es:
      "Cuántas mesas sortear para un conteo rápido o un despliegue de observadores, por estrato, y cuáles salen con una semilla pública"
  )

  static let findings: [any AnyFindingKind] = [
    StationsNeeded.kind, AllStations.kind, VotersFormula.kind, NoEarlierVotes.kind, StationsDrawn.kind,
    NumbersWithheld.kind,
  ]
  static let tables: [any AnyTableKind] = [DesignReport.strata, DesignReport.drawn]

  @Input(.stations, "all stations that can be drawn, with their strata") var frame: Stations
  @Input(.sheets, "an earlier election at these stations: how they differ from one another") var earlier: Sheets?
  @Parameter("margin of error of a share; not where `size` is given") var error = Proportion("0.01")
  @Parameter("confidence of that margin", in: 0.5...0.999) var confidence = 0.95
  @Parameter("how many stations can be visited, where that is fixed", unit: "stations", in: 2...1_000_000) var size:
    Int?
  @Parameter(
    "standard deviation of the shares between stations; without an earlier election the largest that shares can have",
    in: 0.001...0.5)
  var deviation: Double?
  @Parameter("how what is drawn is shared among strata") var allocation = StratifiedDesign.Allocation.proportional
  @Parameter("what multiplies the variance: 1 + (m − 1) ρ where m stations are visited together", in: 1...50)
  var designEffect = 1.0
  @Parameter("stations in reserve, as a share of those drawn in each stratum") var replacements = Proportion("0")
  @Parameter("the digits of the dice, so that stations are drawn") var seed: String?
  @Parameter("how numbers are made of the seed") var sampler = DrawRequest.Sampler.consistent

  func run(_ findings: inout Findings, _ context: Context) async throws {
    guard frame.count > 1 else { return }
    let strata = try FrameStrata(frame)
    let spread = earlier.flatMap { StationSpread(frame, strata: strata.rows, count: strata.names.count, $0) }
    if let earlier, spread == nil {
      throw DiagnosticsError(RecountMessage.noEarlierVotes(earlier.source.dataset, stations: frame.source.dataset))
    }
    findings.addWithheld(of: earlier)
    let design = StratifiedDesign(
      sizes: strata.sizes, deviations: spread?.deviations ?? strata.sizes.map(assumedDeviation), allocation: allocation,
      designEffect: designEffect)
    let z = StandardNormal.quantile((1 + confidence) / 2)
    let asked = error.exact.approximation
    let drawn = size.map { design.sharedOut(min($0, frame.count)) } ?? design.smallest(error: asked, z: z)
    try Task.checkCancellation()
    add(design, drawn, z, spread, to: &findings)
    let reserve = strata.sizes.indices.map { stratum in
      let more = (Rational(drawn[stratum]) * replacements.exact).roundedUp
      return min(strata.sizes[stratum] - drawn[stratum], Int(exactly: more) ?? .max)
    }
    let report = DesignReport(strata: strata, design: design, drawn: drawn, reserve: reserve)
    try report.addStrata(to: &findings)
    if let seed { try report.addDraw(seed, sampler, frame, to: &findings) }
  }

  private func add(
    _ design: StratifiedDesign, _ drawn: [Int], _ z: Double, _ spread: StationSpread?, to findings: inout Findings
  ) {
    let (all, evidence) = (frame.count, [frame.evidence] + (spread == nil ? [] : earlier.map { [$0.evidence] } ?? []))
    let number = drawn.reduce(0, +)
    let confidence = Quantity(100 * confidence, .percent)
    if number == all {
      // Whoever can visit all stations has asked for no margin.
      if size == nil {
        findings.add(
          AllStations(
            stations: all, error: Quantity(100 * error.exact.approximation, .points), confidence: confidence,
            spread: words(spread)), about: "design", from: evidence)
      }
    } else {
      let simple = StratifiedDesign(
        sizes: [all], deviations: [spread?.whole ?? assumedDeviation(all)], allocation: .proportional,
        designEffect: design.designEffect)
      findings.add(
        StationsNeeded(
          stations: all, drawn: number, strata: drawn.count, error: Self.points(design.error(of: drawn, z: z)),
          simple: Self.points(simple.error(of: [number], z: z)), confidence: confidence, allocation: allocation,
          spread: words(spread)), about: "design", from: evidence)
    }
    let registered = frame.registered
    if size == nil, !(0..<all).contains(where: registered.isMissing) {
      let voters = Int(registered.values.reduce(0, +))
      let needed = SampleDesign.votersNeeded(population: voters, error: error.exact.approximation, z: z)
      if voters > 0 {
        findings.add(
          VotersFormula(
            voters: voters, needed: Int(needed.rounded(.up)), error: Quantity(100 * error.exact.approximation, .points),
            confidence: confidence), about: "design", from: [frame.evidence])
      }
    }
    if let spread, spread.unknown > 0 {
      findings.add(
        NoEarlierVotes(stations: all, unknown: spread.unknown), about: "design", from: evidence)
    }
  }

  /// What is taken without an earlier election for the standard deviation between so many stations: as given, or the largest, where
  /// half of them have every vote and half have none; its divisor is one less than the stations (Cochran 1977, section 3.2).
  private func assumedDeviation(_ stations: Int) -> Double {
    deviation ?? (stations > 1 ? 0.5 * (Double(stations) / Double(stations - 1)).squareRoot() : 0.5)
  }

  /// A margin of error in points, rounded up to a hundredth.
  private static func points(_ error: Double) -> Quantity {
    Quantity((error * 10_000).rounded(.up) / 100, .points)
  }

  /// What is taken for how stations differ.
  private func words(_ spread: StationSpread?) -> Text {
    if let spread, let earlier {
      let (option, source) = (earlier.contest.options[spread.option].name, earlier.source.citation.source.label)
      return Text(
        en: "if stations differ as they did for \(option.en) according to \(source.en)",
        es: "si las mesas difieren como lo hicieron en los votos por \(option.es) según \(source.es)")
    }
    guard let deviation else {
      return Text(
        en: "whatever shares stations of one size have",
        es: "cualesquiera que sean las proporciones de mesas de igual tamaño"
      )
    }
    return Text { language in
      let number = Quantity(deviation, .number).number(language)
      return switch language {
      case .english: "if the shares at stations of one size have a standard deviation of \(number)"
      case .spanish: "si las proporciones de mesas de igual tamaño tienen una desviación estándar de \(number)"
      }
    }
  }
}

/// The strata of a frame of stations, in the order of their names.
struct FrameStrata {
  let names: [String]
  /// The stations of each, and the stratum of each station.
  let sizes: [Int], rows: [Int]

  /// The strata of `frame`; one without a name where no station has any.
  /// - Throws: ``RecountMessage/noStratum(_:dataset:first:)`` where some have a stratum and others have none.
  init(_ frame: Stations) throws(DiagnosticsError) {
    let given = (0..<frame.count).map { row in frame.strata[row].flatMap { $0.isEmpty ? nil : $0 } }
    let gaps = given.indices.filter { given[$0] == nil }
    if let first = gaps.first, gaps.count < given.count {
      throw DiagnosticsError(
        RecountMessage.noStratum(
          gaps.count, dataset: frame.source.dataset, first: frame.keys[first] ?? "\(first + 1)"))
    }
    names = Set(given.map { $0 ?? "" }).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    rows = given.map { numbers[$0 ?? ""] ?? 0 }
    var sizes = names.map { _ in 0 }
    for stratum in rows { sizes[stratum] += 1 }
    self.sizes = sizes
  }
}
