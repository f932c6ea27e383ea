import ModuleKit
import Statistics

/// The standard error of a margin, in points, where all that lies in one area of a level goes together.
struct LevelError {
  /// Of what it is.
  enum Estimate: String, CellWord {
    case jump, projection

    var text: Text {
      switch self {
      case .jump: Text(en: "jump", es: "salto")
      case .projection: Text(en: "projection", es: "proyección")
      }
    }
  }

  let estimate: Estimate
  /// The level; nil for an error that is not clustered by areas.
  let level: String?
  /// How many areas there are; nil where it is not clustered by areas.
  let areas: Int?
  /// nil where nothing tells it, as with fewer than two areas.
  let error: StandardError?

  /// How the interval comes about, in a sentence.
  fileprivate var source: Text {
    guard let level else {
      return switch estimate {
      case .jump: Text(en: "in which every sheet errs by itself", es: "en el que cada acta yerra por sí sola")
      case .projection:
        Text(
          en: "by how far early sheets and areas differ among themselves",
          es: "según cuánto difieren entre sí las actas y áreas tempranas")
      }
    }
    let name = Glossary.current.name(level)
    return Text(
      en: "in which errors go together within each \(name.en)",
      es: "en el que los errores van juntos dentro de cada \(name.es)")
  }
}

extension [LevelError] {
  /// That with the widest interval; nil where none has one.
  var widest: LevelError? {
    compactMap { it in it.error?.reach.map { (it, $0) } }.max { $0.1 < $1.1 }?.0
  }

  /// Half the width of the widest interval, in points.
  var reach: Double? { widest?.error?.reach }

  /// Which interval is the widest, as a sentence, and the levels whose areas are too few for one.
  var basis: Text {
    guard let widest, let error = widest.error else {
      return Text(
        en: "Too few areas tell how far that may be off, so that there is no interval.",
        es: "Muy pocas áreas indican cuánto puede desviarse, así que no hay intervalo.")
    }
    let few = filter { $0.error?.reach == nil }.compactMap(\.level).map(Glossary.current.name)
    func tooFew(_ language: Language) -> String { language.list(few.map { $0[language] }) }
    func degrees(_ language: Language) -> String { language.number(error.degrees, places: 1) }
    let source = widest.source
    return Text(
      en:
        "The 95% interval is the widest that can be had, \(source.en) (\(degrees(.english)) degrees of freedom)"
        + (few.isEmpty ? "." : "; the areas are too few for one by \(tooFew(.english))."),
      es:
        "El intervalo del 95% es el más amplio que puede darse, \(source.es) (\(degrees(.spanish)) grados de libertad)"
        + (few.isEmpty ? "." : "; las áreas son muy pocas para uno por \(tooFew(.spanish))."))
  }
}

extension LateReport {
  static let errors = TableKind<LevelError>(
    "errors",
    Text(
      en: "Standard errors, by the level of the areas within which errors go together",
      es: "Errores estándar, por el nivel de las áreas dentro de las cuales los errores van juntos"),
    columns: [
      .init("estimate", Text(en: "Estimate", es: "Estimación")) { $0.estimate },
      .init("level", Text(en: "Level (none: not by areas)", es: "Nivel (vacío: no por áreas)")) { $0.level },
      .init("areas", .areas, Text(en: "Areas", es: "Áreas")) { $0.areas },
      .init("standard_error_points", .points, Text(en: "Standard error (points)", es: "Error estándar (puntos)")) {
        $0.error?.size
      },
      .init("degrees", .number, Text(en: "Degrees of freedom", es: "Grados de libertad")) { $0.error?.degrees },
      .init(
        "reach_points", .points, Text(en: "Half the 95% interval (points)", es: "Mitad del intervalo del 95% (puntos)")
      ) { $0.error?.reach },
    ])
}
