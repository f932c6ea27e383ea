/// How a simulated country votes.
public enum Shape: String, Sendable, CaseIterable {
  /// Every sheet is drawn from one distribution.
  case homogeneous
  /// Town and country differ in turnout, in what they vote for, in the size of registers and in when they report.
  case urbanRural = "urban_rural"
  /// As `urbanRural`, but less so, and each region leans strongly to one of the two largest options.
  case regionalBlocs = "regional_blocs"
}

/// The numbers behind a shape. Docs/training.md has them in a table.
struct Leanings {
  /// Standard deviations of the effects of region, municipality, place and sheet, on the scale of log-odds near 0.
  struct Spread { var region, municipality, place, sheet: Double }

  /// Shares of the options before effects, in ballot order, in towns and in the country.
  var town, country: SIMD4<Double>
  /// Turnout before effects.
  var townTurnout, countryTurnout: Double
  /// The spread of the options' weights, and of turnout.
  var votes, turnout: Spread
  /// How far a region leans to one of the first two options, in turn; 0 for no blocs.
  var bloc: Double

  init(_ shape: Shape) {
    switch shape {
    case .homogeneous:
      (town, country) = (SIMD4(0.41, 0.37, 0.14, 0.08), SIMD4(0.41, 0.37, 0.14, 0.08))
      (townTurnout, countryTurnout) = (0.64, 0.64)
      votes = Spread(region: 0, municipality: 0, place: 0, sheet: 0.15)
      turnout = Spread(region: 0, municipality: 0, place: 0, sheet: 0.15)
      bloc = 0
    case .urbanRural:
      (town, country) = (SIMD4(0.36, 0.42, 0.14, 0.08), SIMD4(0.50, 0.29, 0.13, 0.08))
      (townTurnout, countryTurnout) = (0.66, 0.60)
      votes = Spread(region: 0.08, municipality: 0.15, place: 0.12, sheet: 0.08)
      turnout = Spread(region: 0.08, municipality: 0.12, place: 0.08, sheet: 0.08)
      bloc = 0
    case .regionalBlocs:
      (town, country) = (SIMD4(0.38, 0.40, 0.14, 0.08), SIMD4(0.43, 0.35, 0.14, 0.08))
      (townTurnout, countryTurnout) = (0.65, 0.62)
      votes = Spread(region: 0.15, municipality: 0.15, place: 0.12, sheet: 0.08)
      turnout = Spread(region: 0.20, municipality: 0.12, place: 0.08, sheet: 0.08)
      bloc = 0.9
    }
  }
}
