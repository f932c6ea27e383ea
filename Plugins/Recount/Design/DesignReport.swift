import ModuleKit
import Statistics

/// The tables of `recount.design`, and the draw.
struct DesignReport {
  /// A stratum.
  struct Stratum {
    let name: String?
    let stations, drawn, reserve: Int
    let deviation: Double

    /// The probability with which each of its stations is in the sample.
    var inclusion: Double { Double(drawn) / Double(stations) }
  }

  /// A station that was drawn.
  struct Drawn {
    /// What it was drawn for.
    enum Role: String, CaseIterable, CellWord {
      case sample, reserve

      var text: Text {
        switch self {
        case .sample: Text(en: "sample", es: "muestra")
        case .reserve: Text(en: "reserve", es: "reserva")
        }
      }
    }

    let station: String
    let stratum: Stratum
    /// Its place in the stratum's draw, from 1.
    let place: Int
    let registered: Int64?
    let ticket: String

    var role: Role { place <= stratum.drawn ? .sample : .reserve }
  }

  static let strata = TableKind<Stratum>(
    "strata", Text(en: "Stations to draw, by stratum", es: "Mesas por sortear, por estrato"),
    columns: [
      .init("stratum", Text(en: "Stratum", es: "Estrato")) { $0.name },
      .init("stations", Text(en: "Stations", es: "Mesas")) { $0.stations },
      .init("deviation", Text(en: "Standard deviation between them", es: "Desviación estándar entre ellas")) {
        $0.deviation
      },
      .init("drawn", Text(en: "To draw", es: "Por sortear")) { $0.drawn },
      .init("reserve", Text(en: "In reserve", es: "De reserva")) { $0.reserve },
      .init("inclusion_probability", Text(en: "Inclusion probability", es: "Probabilidad de inclusión")) {
        $0.inclusion
      },
      .init("weight", Text(en: "Stations that each stands for", es: "Mesas que representa cada una")) {
        1 / $0.inclusion
      },
    ])

  static let drawn = TableKind<Drawn>(
    "drawn", Text(en: "Stations drawn", es: "Mesas sorteadas"),
    columns: [
      .init("stratum", Text(en: "Stratum", es: "Estrato")) { $0.stratum.name },
      .init("place", Text(en: "Place in the draw", es: "Lugar en el sorteo")) { $0.place },
      .init("station", Text(en: "Station", es: "Mesa")) { $0.station },
      .init("role", Text(en: "For", es: "Para")) { $0.role },
      .init("registered", Text(en: "Registered voters", es: "Electores inscritos")) { $0.registered },
      .init("inclusion_probability", Text(en: "Inclusion probability", es: "Probabilidad de inclusión")) {
        $0.stratum.inclusion
      },
      .init("ticket", Text(en: "Ticket", es: "Boleto")) { $0.ticket },
    ])

  private let frame: FrameStrata
  private let all: [Stratum]

  init(strata: FrameStrata, design: StratifiedDesign, drawn: [Int], reserve: [Int]) {
    frame = strata
    all = strata.names.indices.map {
      Stratum(
        name: strata.names[$0].isEmpty ? nil : strata.names[$0], stations: strata.sizes[$0], drawn: drawn[$0],
        reserve: reserve[$0], deviation: design.deviations[$0])
    }
  }

  func addStrata(to findings: inout Findings) throws { try findings.add(Self.strata, all) }

  /// Draws the sample and, behind it in the order of the draw, the stations in reserve: the draw of `veedor recount draw` from a
  /// manifest whose containers are the strata and whose batches are the stations.
  func addDraw(
    _ seed: String, _ sampler: DrawRequest.Sampler, _ stations: Stations, to findings: inout Findings
  ) throws {
    let batches = (0..<stations.count).map { row in
      let name = all[frame.rows[row]].name
      return BallotManifest.Batch(
        container: name ?? "", batch: stations.keys[row] ?? "", ballots: 0, stratum: name)
    }
    let sizes = all.map { $0.drawn + $0.reserve }
    let size: DrawRequest.Size =
      all.count == 1 && all[0].name == nil
      ? .simple(sizes[0])
      : .stratified(Dictionary(uniqueKeysWithValues: zip(all.map { $0.name ?? "" }, sizes)))
    let draw = try Draw(
      DrawRequest(seed: seed, sampler: sampler, unit: .batch, size: size, replacing: false), from: batches)
    var places = all.map { _ in 0 }
    let rows = draw.drawn.map { unit in
      let stratum = frame.rows[unit.batch]
      places[stratum] += 1
      return Drawn(
        station: batches[unit.batch].batch, stratum: all[stratum], place: places[stratum],
        registered: stations.registered[unit.batch], ticket: unit.ticket)
    }
    try findings.add(Self.drawn, rows)
    findings.add(
      Design.StationsDrawn(
        drawn: rows.count { $0.role == .sample }, reserve: rows.count { $0.role == .reserve },
        stations: stations.count, seed: Text(seed), sampler: Text(sampler.rawValue)), about: "draw",
      from: [stations.evidence])
  }
}
