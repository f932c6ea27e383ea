import ModuleKit
import Statistics

/// How far the histogram of the model is from the observed one.
///
/// Klimek et al. 2012 speak of the difference of the two; whether their supplement divides it by the observed bin is not
/// certain, so that both are offered.
enum HistogramDistance: String, CaseIterable, ParameterValue, CellWord {
  case plain, relative

  var text: Text {
    switch self {
    case .plain: Text(en: "squared differences", es: "diferencias al cuadrado")
    case .relative: Text(en: "squared relative differences", es: "diferencias relativas al cuadrado")
    }
  }

  /// The one that is not used.
  var other: Self {
    switch self {
    case .plain: .relative
    case .relative: .plain
    }
  }

  var distance: KlimekFit.Distance {
    switch self {
    case .plain: .plain
    case .relative: .relative
    }
  }
}
