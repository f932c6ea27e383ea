public import ModuleKit
import Statistics

/// A random draw of ballots or boxes from a manifest: whoever has the request and the manifest makes the same one.
///
///     let draw = try Draw(request, from: manifest.batches)
///     draw.sample      // in the order of the draw
///     draw.retrieval   // batch by batch, for those who fetch the ballots
public struct Draw: Sendable {
  /// One drawn unit.
  public struct Drawn: Sendable, Equatable {
    /// The place of the batch in the manifest, from 0.
    public let batch: Int
    /// The ballot in the batch, from 1; nil where whole batches are drawn.
    public let ballot: Int?
    /// What made it drawn: the ticket, or the counter; empty where its place in the shuffle did.
    public let ticket: String
  }

  /// What was asked for.
  public let request: DrawRequest
  /// The batches drawn from.
  public let batches: [BallotManifest.Batch]
  /// The drawn units, stratum by stratum in the order of their names, each in the order of the draw.
  public let drawn: [Drawn]

  /// Makes the draw.
  /// - Throws: `DiagnosticsError` where a stratum is not there, or has too few units.
  public init(_ request: DrawRequest, from batches: [BallotManifest.Batch]) throws(DiagnosticsError) {
    (self.request, self.batches) = (request, batches)
    switch request.size {
    case .simple(let size):
      drawn = try Self.draw(
        size, request.seed, request, batches, Array(batches.indices),
        Text(en: "the manifest", es: "el inventario"))
    case .stratified(let sizes):
      let strata = Dictionary(grouping: batches.indices) { batches[$0].stratum ?? "" }
      var out: [Drawn] = []
      for (stratum, size) in sizes.sorted(by: { $0.key < $1.key }) {
        guard !stratum.isEmpty, let rows = strata[stratum] else {
          throw DiagnosticsError(
            RecountMessage.unknownStratum(stratum, known: strata.keys.filter { !$0.isEmpty }.sorted()))
        }
        // A seed of its own, so that strata of one size are not drawn alike.
        out += try Self.draw(
          size, "\(request.seed)/\(stratum)", request, batches, rows,
          Text(en: "stratum '\(stratum)'", es: "estrato «\(stratum)»"))
      }
      drawn = out
    }
  }

  /// `size` units of the batches at `rows`.
  private static func draw(
    _ size: Int, _ seed: String, _ request: DrawRequest, _ batches: [BallotManifest.Batch], _ rows: [Int],
    _ subject: Text
  ) throws(DiagnosticsError) -> [Drawn] {
    let keys = rows.map { batches[$0].key }
    let numbered = SamplingFrame(batches: rows.map { (batches[$0].key, batches[$0].ballots) })
    let frame = request.unit == .batch ? SamplingFrame(keys: keys) : numbered ?? SamplingFrame(keys: [])
    let units = try answer(subject) { () throws(StatisticsError) -> [(unit: Int, ticket: String)] in
      if let bounds = request.bounds {
        return try ProportionalSampler(seed: seed, bounds: bounds).draw(size).enumerated().map { ($1, "\($0 + 1)") }
      }
      switch request.sampler {
      case .consistent:
        return try ConsistentSampler(seed: seed).draw(size, from: frame, replacing: request.replacing)
          .map { ($0.unit, $0.ticket(18)) }
      case .counter:
        return try CounterSampler(seed: seed).draw(size, of: frame.count, replacing: request.replacing)
          .map { ($0.unit, "\($0.counter)") }
      case .shuffle:
        var generator = HashGenerator(seed: seed)
        let units =
          try request.replacing
          ? generator.draw(size, of: frame.count) : generator.shuffled(size, of: frame.count)
        return units.map { ($0, "") }
      }
    }
    return units.map { unit, ticket in
      let place = frame.place(of: unit)
      return Drawn(
        batch: rows[place.batch], ballot: request.unit == .ballot ? place.number : nil, ticket: ticket)
    }
  }

  /// What was drawn, in a few words.
  public var summary: Text {
    let count = drawn.count
    let units =
      switch request.unit {
      case .ballot: count == 1 ? Text(en: "ballot", es: "papeleta") : Text(en: "ballots", es: "papeletas")
      case .batch: count == 1 ? Text(en: "batch", es: "lote") : Text(en: "batches", es: "lotes")
      }
    let all = batches.reduce(0) { $0 + (request.unit == .ballot ? $1.ballots : 1) }
    if request.bounds != nil {
      return Text(
        en:
          "\(count) \(units.en) of \(all) drawn with replacement by the bounds on their errors from the seed \(request.seed)",
        es:
          "sorteo de \(count) \(units.es) entre \(all), con reposición, según las cotas de sus errores y con la semilla \(request.seed)"
      )
    }
    return Text(
      en: "\(count) \(units.en) of \(all) drawn\(request.replacing ? " with replacement" : "") by the "
        + "\(request.sampler.rawValue) sampler from the seed \(request.seed)",
      es: "sorteo de \(count) \(units.es) entre \(all)\(request.replacing ? ", con reposición," : "") con el método "
        + "\(request.sampler.rawValue) y la semilla \(request.seed)")
  }
}
