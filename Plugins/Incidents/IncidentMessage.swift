public import ModuleKit

/// Why an analysis of incidents cannot be made.
public enum IncidentMessage: Error, DiagnosticMessage, Equatable {
  /// A window has one end only.
  case windowHalfOpen(missing: String)
  /// A window ends before it begins.
  case windowBackwards(from: Day, to: Day)
  /// A window is given without a tolerance.
  case noTolerance
  /// A tolerance is given without a window.
  case toleranceWithoutWindow
  /// A number of people in a dataset that no analysis reads.
  case unreadDataset(measure: String)
  /// A number of people that does not say so where the analysis reads it.
  case unreadRow(measure: String)
  /// A deadline that lasts longer than any does.
  case deadlineTooLong
  /// A category that readers have no name for.
  case categoryWithoutLabel
  /// A category that the mission's list does not have, or that is nearly one of the usual ones.
  case unknownCategory(String, known: [String])
  /// Who made a transcription would be its second reader.
  case readByItsReader
  /// The author of an incident would verify it.
  case verifiedByItsAuthor

  /// The code, the sentence and what to do about it.
  public var text: MessageText {
    switch self {
    case .windowHalfOpen(let missing):
      .init(
        "I001", en: "the window lacks '\(missing)'", es: "a la ventana le falta «\(missing)»",
        hint: Text(
          en: "give window_from, window_to and tolerance_days, or none of them",
          es: "dé window_from, window_to y tolerance_days, o ninguno"))
    case .windowBackwards(let from, let to):
      .init(
        "I002", en: "the window ends on \(to.iso), before it begins on \(from.iso)",
        es: "la ventana termina el \(to.iso), antes de empezar el \(from.iso)")
    case .noTolerance:
      .init(
        "I003", en: "a window is given, but not 'tolerance_days'", es: "se da una ventana, pero no «tolerance_days»",
        hint: Text(
          en: "say by how many days a claim's period may begin after the window's, or end before it",
          es:
            "indique en cuántos días puede el período de una afirmación empezar después de la ventana, o terminar antes"
        ))
    case .toleranceWithoutWindow:
      .init(
        "I004", en: "'tolerance_days' is given, but no window", es: "se da «tolerance_days», pero ninguna ventana",
        hint: Text(
          en: "give window_from, window_to and tolerance_days, or none of them",
          es: "dé window_from, window_to y tolerance_days, o ninguno"))
    case .unreadDataset(let measure):
      .init(
        "I005", rule: "all_read",
        en: "the row states a number of people '\(measure)', and incidents.casualties does not read it",
        es: "la fila indica un número de personas «\(measure)», e incidents.casualties no la lee",
        hint: Text(
          en: "give an analysis this dataset, or put the row into the one that is read",
          es: "dé este conjunto de datos a un análisis, o ponga la fila en el que se lee"))
    case .unreadRow(let measure):
      .init(
        "I006", rule: "all_read",
        en: "the row states a number of people '\(measure)', and incidents.casualties does not read it as one",
        es: "la fila indica un número de personas «\(measure)», e incidents.casualties no lo lee como tal",
        hint: Text(en: "write \(measure) in the column 'measure'", es: "escriba \(measure) en la columna «measure»"))
    case .deadlineTooLong:
      .init(
        "I008", rule: "deadline_length", en: "the time is longer than \(Deadline.longest), the most that is counted",
        es: "el plazo es más largo que \(Deadline.longest), lo más que se cuenta",
        hint: Text(
          en: "write the end itself as 'due', and no 'length'", es: "escriba el final mismo en «due», sin «length»"))
    case .categoryWithoutLabel:
      .init(
        "I013", rule: "category_has_label", en: "readers have no name for the category; fill 'label_en' or 'label_es'",
        es: "los lectores no tienen un nombre para la categoría; llene «label_en» o «label_es»")
    case .unknownCategory(let key, let known):
      .init(
        "I014", en: "the categories of this log do not have '\(key)'",
        es: "las categorías de este registro no tienen «\(key)»",
        hint: didYouMean(key, among: known)
          ?? Text(
            en: "add it to the mission's list of categories, or set another with 'veedor log amend'",
            es: "agréguela a la lista de categorías de la misión, o dé otra con «veedor log amend»"))
    case .readByItsReader:
      .init(
        "I015", en: "who made a transcription cannot be its second reader",
        es: "quien hizo una transcripción no puede leerla por segunda vez",
        hint: Text(
          en: "a second person holds it against the copy", es: "la revisa junto a la copia una segunda persona"))
    case .verifiedByItsAuthor:
      .init(
        "I007", en: "who opened an incident cannot verify it", es: "quien abrió un incidente no puede verificarlo",
        hint: Text(
          en: "a second person verifies it, with a key of their own",
          es: "lo verifica una segunda persona, con su propia clave"))
    }
  }

  /// An error, but for what is not read.
  public var severity: Diagnostic.Severity {
    switch self {
    case .unreadDataset, .unreadRow, .unknownCategory: .warning
    case .windowHalfOpen, .windowBackwards, .noTolerance, .toleranceWithoutWindow, .deadlineTooLong,
      .categoryWithoutLabel, .readByItsReader, .verifiedByItsAuthor:
      .error
    }
  }
}
