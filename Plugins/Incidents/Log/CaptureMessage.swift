public import ModuleKit

/// What is wrong with a capture, or lacks in what is recorded of it.
public enum CaptureMessage: Error, DiagnosticMessage, Equatable {
  /// What is not recorded.
  case lacks([String])
  /// A field that is not for people to write.
  case written(field: String)
  /// A capture that states another digest than its copy has.
  case otherDigest
  /// A capture without a copy.
  case noCopy

  /// The code, the sentence and what to do about it.
  public var text: MessageText {
    switch self {
    case .lacks(let fields):
      .init(
        "I009",
        en: "what the Berkeley Protocol has recorded of a capture lacks \(fields.joined(separator: ", "))",
        es: "de lo que el Protocolo de Berkeley pide anotar de una captura falta \(fields.joined(separator: ", "))",
        hint: Text(
          en: "'veedor log amend' sets what somebody still knows; what nobody knows, say so in 'note'",
          es: "«veedor log amend» anota lo que alguien todavía sepa; lo que nadie sepa, dígalo en «note»"))
    case .written(let field):
      .init(
        "I010", en: "'\(field)' is what the program finds of the file, and is not given",
        es: "«\(field)» es lo que el programa halla del archivo, y no se da",
        hint: Text(
          en: "leave it out; it stands in the entry where sensitivity=public",
          es: "no lo indique; está en la entrada si sensitivity=public"))
    case .otherDigest:
      .init(
        "I011", en: "no copy of the capture has the SHA-256 that its entry states",
        es: "ninguna copia de la captura tiene el SHA-256 que indica su entrada",
        hint: Text(
          en: "what was attached to it is another file than was captured",
          es: "lo que se le adjuntó es otro archivo que el que se capturó"))
    case .noCopy:
      .init(
        "I012", en: "the capture has no copy here", es: "la captura no tiene copia aquí",
        hint: Text(
          en: "merge a ledger that has it, or attach the file with 'veedor log attach'",
          es: "una un registro que la tenga, o adjunte el archivo con «veedor log attach»"))
    }
  }

  /// A warning where it is told and the work goes on.
  public var severity: Diagnostic.Severity {
    switch self {
    case .lacks, .noCopy: .warning
    case .written, .otherDigest: .error
    }
  }

  /// As a verification that failed, or as wrong use.
  public var status: ExitStatus {
    switch self {
    case .written: .usage
    case .lacks, .otherDigest, .noCopy: .unverified
    }
  }
}
