import ModuleKit

extension Casualties {
  /// How several findings are reached.
  enum Method {
    static let model = "Sundberg & Melander 2013, Journal of Peace Research 50"
    static let latest = Text(
      en:
        "lowest and highest over each source's latest claim that can be compared, open above where one says at least; none chosen, none averaged (\(model))",
      es:
        "mínimo y máximo de la última afirmación comparable de cada fuente, sin techo si alguna dice al menos; no se elige ni se promedia (\(model))"
    )
  }
}
