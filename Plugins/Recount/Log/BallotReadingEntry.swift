public import Ledger
import ModuleKit

extension EntryKind {
  /// What one person reads on a drawn ballot. What two persons read on it are two records, of one draw.
  public static let ballotReading = EntryKind(
    "recount.ballot_reading", version: 1, en: "what one person reads on a drawn ballot",
    es: "lo que una persona lee en una papeleta sorteada",
    [
      .init("contest", .string(.identifier), required: true, en: "the contest", es: "la elección de que se trata"),
      .init(
        "round", .string(.filled), required: true, en: "the round in which it is looked at",
        es: "la ronda en que se revisa"),
      .init(
        "last_draw", .integer(draws), required: true, en: "the number of the round's last draw",
        es: "el número del último sorteo de la ronda"),
      .init(
        "draw", .integer(draws), required: true, en: "the number of the draw, as in sample.csv",
        es: "el número del sorteo, como en sample.csv"),
      .init(
        "container", .string(.filled), required: true, en: "the container of the ballot's batch",
        es: "el contenedor del lote de la papeleta"),
      .init("batch", .string(.filled), required: true, en: "the batch", es: "el lote"),
      .init(
        "ballot", .integer(1...BallotManifest.most), required: true, en: "the ballot's number in the batch",
        es: "el número de la papeleta en el lote"),
      .init(
        "paper", .string(.filled), required: true,
        en: "what the paper says: an option, other, no_vote or not_found",
        es:
          "lo que dice el papel: una opción, «other» (otro voto válido), «no_vote» (ningún voto) o «not_found» (no aparece)"
      ),
      // The name `record` is taken in entries: it says which record of the ledger an entry is about.
      .init(
        "on_record", .string(.filled), en: "what its record says: an option, other, no_vote or no_record",
        es:
          "lo que dice su registro: una opción, «other» (otro voto válido), «no_vote» (ningún voto) o «no_record» (no lo hay)"
      ),
      .init(
        "cause", .string(.filled), en: "why the two differ, as far as is known",
        es: "por qué difieren los dos, hasta donde se sabe"),
    ],
    later: [
      .init(
        "retracted", .boolean, en: "whether who entered it takes it back", es: "si quien la anotó la retira")
    ])

  private static let draws = DrawRequest.sizes
}
