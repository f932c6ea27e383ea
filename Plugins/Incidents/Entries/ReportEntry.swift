public import Ledger
import ModuleKit

extension EntryKind {
  /// What one observer sent in, as it came: a report is never changed, only assessed.
  public static let report = EntryKind(
    "incidents.report", version: 1, en: "what one observer sent in", es: "lo que mandó un observador", isFixed: true,
    [
      .init(
        "text", .string(.filled), required: true, en: "what was reported, in the words in which it came",
        es: "lo que se reportó, con las palabras en que llegó"),
      .init("received_at", .string(.instant), en: "when it came in", es: "cuándo llegó"),
      .init(
        "channel", .choice(["phone", "message", "form", "meeting", "media", "other"]), en: "how it came in",
        es: "por qué medio llegó"),
      .init(
        "language", .string(.identifier), en: "the language of the text, such as es", es: "el idioma del texto, como es"
      ),
      .init(
        "source", .string(.filled), naming: .sharedWords,
        en: "who or what it comes from: an office or a role, no name of a person",
        es: "de quién o de qué viene: una institución o una función, ningún nombre de persona"),
      .init(
        "contact", .string(.filled), isPrivate: true, en: "how to reach who reported; private",
        es: "cómo comunicarse con quien reportó; privado"),
      .init(
        "area", .string(.filled), naming: .sharedWords, en: "where, as the mission names its areas",
        es: "dónde, como la misión llama a sus áreas"),
      .init(
        "consent", .choice(["yes", "no", "unknown"]), en: "whether its source agreed to its being passed on",
        es: "si su fuente está de acuerdo en que se comparta"),
      .init(
        "sensitivity", .choice(["public", "restricted", "confidential"]), en: "for whom it may be seen",
        es: "quiénes lo pueden ver"),
    ], disclosure: .only(field: "sensitivity", word: "public"))
}
