import ModuleKit
import Statistics

/// Which model election with added ballots the shares of one option look most like: a published fit, with everything
/// that makes it doubtful beside it.
struct Klimek: ModuleOperation {
  static let summary = Text(
    en:
      "Which model with added ballots the shares of one option look most like: a screening, with its grid and repeats",
    es:
      "A qué modelo con papeletas añadidas se parecen más los porcentajes de una opción: un cribado, con su rejilla y sus repeticiones"
  )

  static let findings: [any AnyFindingKind] = [
    ClosestModel.addedBallots, ClosestModel.littleGain, OtherDistance.kind, EdgeOfGrid.kind, TooFew.kind, LeftOut.kind,
    NumbersWithheld.kind,
  ]
  static let tables: [any AnyTableKind] = [
    KlimekTables.repeats, KlimekTables.distances, KlimekTables.grid, KlimekTables.model, KlimekTables.areas,
  ]
  static let sharesFigure = FigureKind(
    "shares", Text(en: "Shares by station, and the model", es: "Porcentajes por mesa, y el modelo"))
  static let figures = [sharesFigure]

  @Input(.sheets, "the sheets") var sheets: Sheets
  @Parameter("the option whose shares are looked at; the one ahead where left out") var option: String?
  @Parameter("how far two histograms are apart: plain squared differences, or relative to what is observed")
  var distance = HistogramDistance.plain
  @Parameter("how often the fit is repeated", in: 10...1000) var repeats = 20
  @Parameter("the area level for whose areas the fit is made too") var per: String?

  func run(_ findings: inout Findings, _ context: Context) async throws {
    let level = try CountsParameter.level(per, "per", of: sheets)
    let place = try CountsParameter.option(option, "option", of: sheets)
    let name = sheets.contest.options[place].name
    let subject = sheets.contest.options[place].id
    let count = try await ScreenedCount(sheets, option: place, of: .all, per: level, seed: context.seed)
    findings.addWithheld(of: sheets)
    var tables = KlimekTables()
    if let data = KlimekData(count.whole.stations) {
      let fit = try await fit(data, seed: context.seed)
      let other = try await KlimekFit(data, distance: distance.other.distance, repeats: 0, seed: context.seed)
      add(fit, about: subject, name, to: &findings)
      add(fit.best, beside: other.best, about: subject, name, to: &findings)
      addLeftOut(data.stations, about: subject, to: &findings)
      tables.add(fit, distance, beside: other)
      if let figure = KlimekFigure(fit, option: name, source: sheets.source.declaration.source) {
        findings.add(Self.sharesFigure, figure.svg)
      }
    } else {
      let usable = count.whole.stations.count { KlimekData.canUse($0) }
      findings.add(TooFew(usable: usable, option: name), about: subject, from: [sheets.evidence])
    }
    if let level { try await addAreas(count, at: level, to: &tables) }
    try tables.add(to: &findings)
  }

  private func add(_ fit: KlimekFit, about subject: String, _ name: Text, to findings: inout Findings) {
    let assumption = Assumption(
      "repeats",
      Text(
        en: "the lowest and highest of the repeats: the draws of the simulation alone",
        es: "el menor y el mayor valor de las repeticiones: solo los sorteos de la simulación"),
      value: Double(fit.repeats.count))
    func spread(_ part: (KlimekFit.Estimate) -> Double, _ unit: Unit) -> Quantity {
      let values = (fit.repeats + [fit.best]).map(part)
      return Quantity(
        part(fit.best), unit, low: values.min(), high: values.max(), interval: .assumptionRange([assumption]))
    }
    let model = ClosestModel(
      stations: fit.data.stations, incremental: spread({ $0.incremental * 100 }, .percent),
      extreme: spread({ $0.extreme * 100 }, .percent), alpha: spread({ $0.alpha }, .number),
      added: spread({ $0.added * 100 }, .percent), remaining: fit.remainingDistance * 100, option: name,
      distance: distance.text)
    findings.add(
      model, of: fit.explainsLittle ? ClosestModel.littleGain : ClosestModel.addedBallots, about: subject,
      from: [sheets.evidence])
    let edge = fit.repeats.count(where: fit.isAtEdge)
    if edge > 0 {
      findings.add(
        EdgeOfGrid(repeats: fit.repeats.count, edge: edge), about: subject, from: [sheets.evidence])
    }
  }

  private func fit(_ data: KlimekData, seed: UInt64) async throws -> KlimekFit {
    try await KlimekFit(data, distance: distance.distance, repeats: repeats, seed: seed)
  }

  /// How far the choice of the distance moves the fit without draws.
  private func add(
    _ best: KlimekFit.Estimate, beside other: KlimekFit.Estimate, about subject: String, _ name: Text,
    to findings: inout Findings
  ) {
    findings.add(
      OtherDistance(
        incremental: best.incremental * 100, otherIncremental: other.incremental * 100, extreme: best.extreme * 100,
        otherExtreme: other.extreme * 100, alpha: best.alpha, otherAlpha: other.alpha,
        moved: abs(best.incremental - other.incremental) * 100, option: name, used: distance.text,
        other: distance.other.text),
      about: subject, from: [sheets.evidence])
  }

  /// What is left out, so that nothing is dropped silently.
  private func addLeftOut(_ used: Int, about subject: String, to findings: inout Findings) {
    guard used < sheets.count else { return }
    findings.add(LeftOut(used: used, all: sheets.count), about: subject, from: [sheets.evidence])
  }

  /// Areas with too few stations for a fit have a row without numbers.
  private func addAreas(_ count: ScreenedCount, at level: Int, to tables: inout KlimekTables) async throws {
    for (unit, sample) in count.areas {
      let name = count.name(of: unit, at: level)
      guard let data = KlimekData(sample.stations) else {
        tables.add(area: name, stations: sample.stations.count, nil)
        continue
      }
      tables.add(
        area: name, stations: data.stations, try await fit(data, seed: sample.seed))
    }
  }
}
