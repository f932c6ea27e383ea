import ModuleKit

/// The words of a draft's page itself, in its language.
struct PageWords {
  let language: Language

  init(_ language: Language) { self.language = language }

  private func text(_ en: String, _ es: String) -> String { Text(en: en, es: es)[language] }

  var noValue: String { text("[no value]", "[sin valor]") }
  var noFigure: String { text("There is no result to draw.", "No hay resultado que dibujar.") }
  var noTable: String { text("There is no result to list.", "No hay resultado que enumerar.") }
  var asKnown: String { text("As known at ", "Información disponible a ") }
  var verbatim: String { text("Quoted as it stands, not computed", "Citado tal cual, no calculado") }
  var source: String { text("Where this comes from", "De dónde procede") }
  var sources: String { text("Where each figure comes from", "De dónde procede cada cifra") }
  var noSources: String { text("This page rests on no finding.", "Esta página no se apoya en ningún hallazgo.") }
  var shown: String { text("Shown as", "Se muestra como") }
  var finding: String { text("Finding", "Hallazgo") }
  var method: String { text("Method", "Método") }
  var caution: String { text("What it does not show", "Lo que no muestra") }
  var basis: String { text("Basis", "Base") }
  func asIn(_ entry: Int) -> String { text("as in \(entry)", "como en \(entry)") }
  var cited: String { text("Sources", "Fuentes") }
  func others(_ count: Int) -> String {
    text("\(language.number(count)) \(count == 1 ? "other" : "others")", "\(language.number(count)) más")
  }
  var tier: String { text("How far it goes", "Hasta dónde llega") }
  var evidence: String { text("Evidence", "Datos en que se apoya") }
  var range: String { text("Range", "Intervalo") }
  var annex: String { text("Annex", "Anexo") }
  var screening: String {
    text(
      "Screening: signs that ask for documents, and nothing more",
      "Cribado: indicios que exigen revisar documentos, y nada más")
  }

  func figure(_ number: Int) -> String { text("Figure \(number)", "Figura \(number)") }
  func table(_ number: Int) -> String { text("Table \(number)", "Tabla \(number)") }

  /// What a mark on a sentence says.
  func status(_ status: StoredResult.Status) -> String {
    switch status {
    case .current: text("current", "al día")
    case .stale: text("not current", "no está al día")
    case .received: text("received, not re-run", "recibido, no recalculado")
    case .altered: text("files changed", "archivos cambiados")
    case .failed: text("failed", "falló")
    case .missing: text("not computed", "sin calcular")
    }
  }

  /// The rows of a dataset that a finding rests on, the first of them by key.
  func rows(_ evidence: Evidence) -> String {
    let shown = evidence.rows.prefix(12)
    let more = evidence.rows.count - shown.count
    let tail = more > 0 ? text(", and \(language.number(more)) more", " y \(language.number(more)) más") : ""
    // Without rows it is the whole dataset.
    let rows = evidence.rows.isEmpty ? "" : ": \(shown.map(\.text).joined(separator: ", "))\(tail)"
    return "\(evidence.dataset)\(rows)"
  }

  /// What the banner says before it names the analyses.
  func banner(sentences: Int, figures: Int, tables: Int) -> String {
    let counts = [
      (sentences, text("sentence", "oración"), text("sentences", "oraciones")),
      (figures, text("figure", "figura"), text("figures", "figuras")),
      (tables, text("table", "tabla"), text("tables", "tablas")),
    ]
    let parts = counts.filter { $0.0 > 0 }.map {
      "\(language.number($0.0))\u{00A0}\(language.plural(Double($0.0), one: $0.1, other: $0.2))"
    }
    guard !parts.isEmpty else {
      return text(
        "Some results are not current; what this page shows does not rest on them, what it leaves out may: ",
        "Hay resultados que no están al día; lo que esta página muestra no se apoya en ellos, lo que omite puede que sí: "
      )
    }
    let one = parts.count == 1 && sentences + figures + tables == 1
    return text(
      "Not for publication: \(language.list(parts)) on this page \(one ? "rests" : "rest") on results that are not current: ",
      "No publicar: \(language.list(parts)) de esta página se \(one ? "apoya" : "apoyan") en resultados que no están al día: "
    )
  }
}
