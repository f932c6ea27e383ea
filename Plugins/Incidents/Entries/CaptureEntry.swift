public import Ledger
import ModuleKit

extension EntryKind {
  /// A copy of a document, page, post or sheet that was made at a moment, with what the Berkeley Protocol on Digital Open Source
  /// Investigations (OHCHR, 2022; chapter VI, "collection") has recorded of it. The copy is attached to it.
  public static let capture = EntryKind(
    "incidents.capture", version: 1, en: "a copy of a document, page, post or sheet, made at a moment",
    es: "una copia de un documento, una página, una publicación o un acta, hecha en un momento",
    [
      .init(
        "source", .string(.filled), required: true, naming: .sharedWords,
        en: "whose it is: an institution, an outlet or an account, as the register of sources calls it",
        es: "de quién es: una institución, un medio o una cuenta, como la llama el registro de fuentes"),
      .init(
        "address", .string(.filled), en: "where it stood: an address on the web, or a place",
        es: "dónde estaba: una dirección en la red, o un lugar"),
      .init("captured_at", .string(.instant), en: "when the copy was made", es: "cuándo se hizo la copia"),
      .init(
        "captured_by", .string(.filled), naming: .sharedWords, en: "who made it: a role, no name of a person",
        es: "quién la hizo: una función, ningún nombre de persona"),
      .init(
        "tool", .string(.filled), naming: .sharedWords, en: "with what: a program and its version, a camera, a scanner",
        es: "con qué: un programa y su versión, una cámara, un escáner"),
      .init("note", .string(.filled), en: "what else is to be known of it", es: "qué más hay que saber de ella"),
      .init(
        "statement", .string(.filled), naming: .records(of: "incidents.statement"),
        en: "the statement that it documents", es: "la declaración que documenta"),
      .init(
        "report", .string(.filled), naming: .records(of: "incidents.report"), en: "the report that it documents",
        es: "el reporte que documenta"),
      .init(
        "sensitivity", .choice(["public", "restricted", "confidential"]), en: "for whom it may be seen",
        es: "quiénes la pueden ver"),
      .init(
        CaptureRecord.digest, .string(.filled),
        en: "SHA-256 of the copy; the program writes it of what is for everybody",
        es: "SHA-256 de la copia; el programa lo escribe de lo que es para todos"),
      .init(
        CaptureRecord.mediaType, .string(.filled),
        en: "the media type of the copy; the program writes it of what is for everybody",
        es: "el tipo de medio de la copia; el programa lo escribe de lo que es para todos"),
    ], disclosure: .only(field: "sensitivity", word: "public"))
}
