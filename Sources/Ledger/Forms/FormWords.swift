import Language
import Schema

/// The sentences of forms.
enum FormWords {
  static let yes = Text(en: "yes", es: "sí")
  static let no = Text("no")

  /// What `answer` says, in either language; nil where it says neither.
  static func truth(_ answer: String) -> Bool? {
    switch answer.lowercased() {
    case "yes", "y", "true", "sí", "si", "s": true
    case "no", "n", "false": false
    default: nil
    }
  }

  static let keys = Text(
    en:
      "Enter takes what stands in brackets, else leaves the field out. ? explains, < goes back, . stops and keeps the draft.",
    es:
      "Enter toma lo que está entre corchetes; si no hay nada, omite el campo. ? explica, < regresa, . termina y guarda el borrador."
  )
  static let leaveOut = Text(en: "- leaves the field out.", es: "- omite el campo.")
  static let isNeeded = Text(en: "this field is needed", es: "este campo es necesario")
  static let yesOrNo = Text(en: "answer yes or no", es: "responda sí o no")
  static let needed = Text(en: " (needed)", es: " (necesario)")
  static let oneByOne = Text(en: "  one at a time; Enter ends the list", es: "  uno por uno; Enter termina la lista")
  static let noRecords = Text(
    en: "  none here yet: leave it out, or give an id in full",
    es: "  aquí todavía no hay: omítalo, o dé un identificador completo")
  static let recordNumber = Text(
    en: "  a number, or the beginning of an id", es: "  un número, o el comienzo de un identificador")
  static let resuming = Text(
    en: "  1 go on with it, 2 begin anew, 3 drop it and stop",
    es: "  1 continuar con él, 2 empezar de nuevo, 3 descartarlo y terminar")
  static let oneToThree = Text(en: "answer 1, 2 or 3", es: "responda 1, 2 o 3")
  static let fixed = Text(
    en: "It stays as it is written: look at it once more.", es: "Se queda como se escriba: revíselo una vez más.")
  static let decide = Text(
    en: "yes writes it; a number changes a field; < goes back; . stops and keeps the draft.",
    es: "sí lo escribe; un número cambia un campo; < regresa; . termina y guarda el borrador.")
  static let decision = Text(en: "yes, or a number: ", es: "sí, o un número: ")

  static func tooLong(_ kind: String) -> Text {
    Text(
      en:
        "a terminal takes no longer line, and this one may be cut: 'veedor log add \(kind) --from FILE' takes any length",
      es:
        "la terminal no admite líneas más largas, y esta puede estar cortada: «veedor log add \(kind) --from ARCHIVO» admite cualquier longitud"
    )
  }
  static func unseen(_ answer: String) -> Text {
    Text(
      en: "this has characters that are not seen, such as those of arrow keys: \(answer)",
      es: "esto tiene caracteres que no se ven, como los de las flechas: \(answer)")
  }
  static func didYouMean(_ word: String) -> Text { Text(en: "did you mean '\(word)'?", es: "¿quiso decir «\(word)»?") }
  static func isNew(_ word: String) -> Text {
    Text(en: "no record has '\(word)' yet: is it right?", es: "ninguna ficha tiene todavía «\(word)»: ¿es correcto?")
  }
  static func place(_ number: Int, of count: Int) -> Text {
    Text(en: "\(number) of \(count)  ", es: "\(number) de \(count)  ")
  }
  static func soFar(_ words: String) -> Text { Text(en: "  so far: \(words)", es: "  hasta ahora: \(words)") }
  static func whole(_ range: ClosedRange<Int>) -> Text {
    Text(
      en: "  a whole number, \(range.lowerBound) to \(range.upperBound)",
      es: "  un número entero, de \(range.lowerBound) a \(range.upperBound)")
  }
  static func time(_ zone: String) -> Text {
    Text(
      en: "  such as 2017-11-26 07:10 by the clocks of \(zone), or 2017-11-26T07:10:00-06:00; 07:10 is of today; now",
      es:
        "  como 2017-11-26 07:10 según los relojes de \(zone), o 2017-11-26T07:10:00-06:00; 07:10 es de hoy; ahora")
  }
  static func kept(_ kind: String, _ done: Int, of count: Int) -> Text {
    Text(
      en: "there is a draft of '\(kind)', with \(done) of \(count) fields:",
      es: "hay un borrador de «\(kind)», con \(done) de \(count) campos:")
  }
  static func review(_ kind: String) -> Text {
    Text(en: "The '\(kind)' as it will be written:", es: "«\(kind)», como se va a escribir:")
  }
  static func twin(_ line: String) -> Text {
    Text(en: "The ledger has the same already: \(line)", es: "El registro ya tiene lo mismo: \(line)")
  }
  static func noField(_ count: Int) -> Text {
    Text(en: "answer yes, or a number from 1 to \(count)", es: "responda sí, o un número de 1 a \(count)")
  }
}
