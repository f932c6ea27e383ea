import ModuleKit
import Statistics

/// Whether all that was drawn came in.
enum Completeness {
  case complete, partial
  /// Nobody says which stations were drawn.
  case unknown

  /// On what an estimate rests beside the draw, as the end of its sentence.
  var terms: Text {
    switch self {
    case .complete: Text(en: "", es: "")
    case .partial:
      Text(
        en: ", if the missing sheets of each stratum are like those that came in",
        es: ", si las actas que faltan de cada estrato son como las que llegaron")
    case .unknown:
      Text(
        en: ", if any sheets that are missing are like those of their stratum that came in",
        es: ", si las actas que pudieran faltar son como las que llegaron de su estrato")
    }
  }
}

extension IncomingSample {
  /// Whether all that was drawn came in and can be used.
  var completeness: Completeness {
    switch missing {
    case nil: .unknown
    case 0?: .complete
    case _?: .partial
    }
  }
}

extension QuickCount {
  /// Whether the official count is held against the draw; if not, why.
  enum Testing {
    case tested
    /// The sample holds every sheet, and nothing was drawn.
    case counted
    case partial, drawUnknown, noDegrees

    init(_ incoming: IncomingSample, _ units: StratifiedSample) {
      self =
        switch incoming.completeness {
        case .unknown: .drawUnknown
        case .partial: .partial
        case .complete: units.emptyStrata.isEmpty ? .tested : .partial
        }
    }

    /// Why not, as the end of a sentence; nil where it is, or where there is no draw to test with.
    var reason: Text? {
      switch self {
      case .tested, .counted: nil
      case .partial:
        Text(
          en: "the sample is not complete, and a partial sample is not a random sample",
          es: "la muestra no está completa, y una muestra parcial no es una muestra aleatoria")
      case .drawUnknown:
        Text(
          en: "which stations were drawn is not given, so the sample may be partial",
          es: "no se indica qué mesas se sortearon, por lo que la muestra puede ser parcial")
      case .noDegrees:
        Text(
          en: "the units that came in do not show how units differ",
          es: "las unidades recibidas no muestran cuánto difieren las unidades")
      }
    }
  }
}
