import ModuleKit

/// What readers call the fields of the log's records.
enum LogFieldName {
  /// What they call `field`: as usual, else as the mission's glossary has it.
  static func text(_ field: String) -> Text { words[field] ?? Glossary.current.name(field) }

  private static let words: [String: Text] = [
    "filed": Text(en: "filing", es: "presentación"), "answered": Text(en: "answer", es: "respuesta"),
    "decided": Text(en: "day of the decision", es: "fecha de la decisión"),
    "decision": Text(en: "decision", es: "decisión"), "remedy": Text(en: "remedy", es: "remedio"),
    "remedied": Text(en: "remedy carried out", es: "cumplimiento del remedio"),
    "forum": Text(en: "forum", es: "instancia"), "reference": Text(en: "number", es: "número"),
    "act": Text(en: "act", es: "acto"), "rule": Text(en: "rule", es: "norma"),
    "trigger": Text(en: "start", es: "inicio"), "trigger_at": Text(en: "time of the start", es: "momento del inicio"),
    "length": Text(en: "length", es: "duración"), "unit": Text(en: "unit", es: "unidad"),
    "due": Text(en: "end", es: "vencimiento"), "title": Text(en: "title", es: "título"),
    "from": Text(en: "beginning", es: "comienzo"), "to": Text(en: "end", es: "fin"),
    "place": Text(en: "place", es: "lugar"), "actors": Text(en: "actors named", es: "actores mencionados"),
    "reports": Text(en: "reports", es: "reportes"),
    "time_precision": Text(en: "precision of the time", es: "precisión del momento"),
    "description": Text(en: "description", es: "descripción"),
    "duplicate_of": Text(en: "duplicate of", es: "duplicado de"),
    "by": Text(en: "who", es: "quién"), "what": Text(en: "what", es: "qué"),
    "made_at": Text(en: "time when made", es: "momento en que se asumió"),
    "due_from": Text(en: "earliest end", es: "primer vencimiento"),
    "due_to": Text(en: "latest end", es: "último vencimiento"),
    "legal_basis": Text(en: "law", es: "norma"), "outcome": Text(en: "outcome", es: "desenlace"),
    "done_at": Text(en: "time when kept", es: "momento del cumplimiento"), "source": Text(en: "source", es: "fuente"),
    "url": Text(en: "address", es: "dirección"),
  ]
}
