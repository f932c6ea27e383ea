public import ModuleKit
public import Statistics

extension StratifiedSample.SingleUnits: ParameterValue {
  /// What is done about strata of one unit, as the end of a sentence.
  var treatment: Text {
    switch self {
    case .collapse:
      Text(
        en:
          "each is taken together with the stratum after it on the list, the last with the one before, and what such neighbours differ makes the intervals wider",
        es:
          "cada uno se toma junto con el estrato siguiente de la lista, el último con el anterior, y lo que difieren esos vecinos ensancha los intervalos"
      )
    case .certainty:
      Text(
        en: "these strata add nothing to the width of the intervals, which are too narrow by that",
        es: "estos estratos no añaden nada a la amplitud de los intervalos, que por ello son demasiado estrechos")
    case .adjust:
      Text(
        en: "how far it is from the estimate for all is taken for it",
        es: "en su lugar se toma su distancia a la estimación del conjunto")
    }
  }
}
