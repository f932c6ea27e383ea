public import Ledger
import ModuleKit

extension EntryKind {
  /// What somebody reads in a captured copy, for a second reader to hold against it.
  public static let transcription = EntryKind(
    "incidents.transcription", version: 1, en: "what a captured copy says, as one person reads it",
    es: "lo que dice una copia capturada, según lo lee una persona",
    [
      .init(
        "capture", .string(.filled), required: true, naming: .records(of: "incidents.capture"),
        en: "the capture whose copy is read", es: "la captura cuya copia se lee"),
      .init(
        "part", .string(.filled), en: "which part of it: a page, a line, a minute",
        es: "qué parte: una página, una línea, un minuto"),
      .init(
        "text", .string(.filled), required: true, en: "what it says, word for word; […] for what cannot be read",
        es: "lo que dice, palabra por palabra; […] por lo que no se puede leer"),
      .init(
        "language", .string(.identifier), required: true, en: "the language of the text, such as es",
        es: "el idioma del texto, como es"),
      .init(
        "sensitivity", .choice(["public", "restricted", "confidential"]), en: "for whom it may be seen",
        es: "quiénes la pueden ver"),
    ],
    later: [
      .init(
        "second_reading", .choice(TranscriptionStanding.Reading.allCases.map(\.rawValue)),
        en: "what a second reader finds who holds it against the copy",
        es: "lo que halla quien la lee por segunda vez junto a la copia")
    ], disclosure: .only(field: "sensitivity", word: "public"))
}
