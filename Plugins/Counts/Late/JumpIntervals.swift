import ModuleKit
import Statistics

/// The jump at one cut by three methods, each with its 95% interval: what they agree on does not hang on the method.
struct JumpIntervals {
  /// How an interval is made.
  enum Method: String, CellWord {
    case lines = "local_linear"
    case biasCorrected = "bias_corrected"
    case honest

    var text: Text {
      switch self {
      case .lines: Text(en: "the lines alone", es: "las rectas solas")
      case .biasCorrected: Text(en: "corrected for bias", es: "corregido por sesgo")
      case .honest: Text(en: "allowing for the worst bias", es: "admitiendo el peor sesgo")
      }
    }
  }

  /// One method; bandwidth in percent of the sheets, jump and interval in points.
  struct Row {
    let method: Method
    let bandwidth, jump: Double
    let interval: ClosedRange<Double>
    /// What the interval is called.
    var kind = Quantity.Interval.confidence(level: 0.95)

    /// The jump with its interval.
    var size: Quantity {
      Quantity(jump, .points, low: interval.lowerBound, high: interval.upperBound, interval: kind)
    }
  }

  /// Whether the intervals hold 0.
  enum Verdict { case held, leftOut, disputed }

  /// That of ``LateJump/main``, that corrected for its bias, and the honest one; those that there are data for.
  let rows: [Row]

  init(_ observations: [LocalLinear.Observation], at cut: Double, main: LateJump.Row) {
    let plain = main.interval.map {
      Row(
        method: .lines, bandwidth: Double(main.bandwidth), jump: main.jump.size, interval: $0,
        kind: main.intervalKind)
    }
    let corrected = BiasCorrectedJump(observations, at: cut).map {
      Row(
        method: .biasCorrected, bandwidth: $0.bandwidths.line, jump: $0.size,
        interval: $0.interval(confidence: 0.95))
    }
    let honest = HonestJump(observations, at: cut).map {
      Row(method: .honest, bandwidth: $0.bandwidth, jump: $0.size, interval: $0.interval(confidence: 0.95))
    }
    rows = [plain, corrected, honest].compactMap { $0 }
  }

  /// nil where not all three can be had.
  var verdict: Verdict? {
    guard rows.count == 3 else { return nil }
    if rows.allSatisfy({ $0.interval.contains(0) }) { return .held }
    let isOneWay =
      rows.allSatisfy { $0.interval.lowerBound > 0 } || rows.allSatisfy { $0.interval.upperBound < 0 }
    return isOneWay ? .leftOut : .disputed
  }
}

extension LateReport {
  static let intervals = TableKind<JumpIntervals.Row>(
    "intervals",
    Text(
      en: "The jump at the cut, by method of its interval", es: "El salto en el corte, según el método de su intervalo"),
    columns: [
      .init("method", Text(en: "Method", es: "Método")) { $0.method },
      .init("bandwidth_percent", .percent, Text(en: "Sheets on either side (%)", es: "Actas a cada lado (%)")) {
        $0.bandwidth
      },
      .init("jump_points", .points, Text(en: "Jump (points)", es: "Salto (puntos)")) { $0.jump },
      .init("low_points", .points, Text(en: "95% interval, from", es: "Intervalo del 95%, desde")) {
        $0.interval.lowerBound
      },
      .init("high_points", .points, Text(en: "95% interval, to", es: "Intervalo del 95%, hasta")) {
        $0.interval.upperBound
      },
    ])
}
