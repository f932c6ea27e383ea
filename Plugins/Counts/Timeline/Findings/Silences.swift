import ModuleKit

extension Timeline {
  /// A time without a bulletin that is long for certain.
  struct Silence: FindingShape {
    let gap: Quantity
    let threshold: Double
    let before, after, sources: Text

    static let kind = FindingKind<Self>(
      .concern,
      Sentence(
        en:
          "The mission knows of no bulletin for \(\.gap, .low) at least: according to \(\.sources), one was published \(\.before) and the next \(\.after). By those times the mission computes that the silence lasted \(\.gap).",
        es:
          "La misión no conoce ningún boletín durante al menos \(\.gap, .low): según \(\.sources), uno se publicó \(\.before) y el siguiente \(\.after). Con esas horas la misión calcula que el silencio duró \(\.gap)."
      ),
      caution: Caution.silence, method: intervals,
      numbers: [
        .init("gap", \.gap, .hours, timeWithout), .init("threshold", \.threshold, .hours, shortest),
      ], words: [.init("before", \.before), .init("after", \.after), .init("sources", \.sources)],
      examples: [
        FindingExample(
          "Eight hours, where six count as a silence.",
          [
            "bulletins": """
            id,source,published_from,published_to,votes_oak,votes_elm
            a,court,2020-01-01T02:00:00-06:00,2020-01-01T02:00:00-06:00,500,400
            b,court,2020-01-01T10:00:00-06:00,2020-01-01T10:00:00-06:00,700,600
            """
          ], finds: "a_to_b"),
        FindingExample(
          "The same eight hours, where ten count as a silence.",
          [
            "bulletins": """
            id,source,published_from,published_to,votes_oak,votes_elm
            a,court,2020-01-01T02:00:00-06:00,2020-01-01T02:00:00-06:00,500,400
            b,court,2020-01-01T10:00:00-06:00,2020-01-01T10:00:00-06:00,700,600
            """
          ], with: ["silence": "10h"]),
      ])
  }

  /// A time without a bulletin that may have been long.
  struct PossibleSilence: FindingShape {
    let gap: Quantity
    let threshold: Double
    let before, after, sources: Text

    static let kind = FindingKind<Self>(
      .info, placement: .annex,
      Sentence(
        en:
          "According to \(\.sources), one bulletin was published \(\.before) and the next \(\.after): by those times the mission computes that there was no other for \(\.gap), which leaves open whether there was a silence of \(\.threshold) or more.",
        es:
          "Según \(\.sources), un boletín se publicó \(\.before) y el siguiente \(\.after): con esas horas la misión calcula que no hubo otro durante \(\.gap), lo que deja abierto si hubo un silencio de \(\.threshold) o más."
      ),
      caution: Text(
        en: "The times are too coarse to say that there was one. \(Caution.silence.en)",
        es: "Las horas son demasiado imprecisas para afirmarlo. \(Caution.silence.es)"),
      method: intervals,
      numbers: [
        .init("gap", \.gap, .hours, timeWithout), .init("threshold", \.threshold, .hours, shortest),
      ], words: [.init("before", \.before), .init("after", \.after), .init("sources", \.sources)],
      examples: [
        FindingExample(
          "Two days in a row: from nothing to two days.",
          [
            "bulletins": """
            id,source,published,votes_oak,votes_elm
            a,court,2020-01-01,500,400
            b,court,2020-01-02,700,600
            """
          ], finds: "a_to_b"),
        FindingExample(
          "Two hours at most.",
          [
            "bulletins": """
            id,source,published_from,published_to,votes_oak,votes_elm
            a,court,2020-01-01T02:00:00-06:00,2020-01-01T02:00:00-06:00,500,400
            b,court,2020-01-01T04:00:00-06:00,2020-01-01T04:00:00-06:00,700,600
            """
          ]),
      ])
  }

  /// A silence that lasts at the hour of an edition.
  struct OpenSilence: FindingShape {
    let gap: Quantity
    let threshold: Double
    let last: Text

    static let kind = FindingKind<Self>(
      .notice,
      Sentence(
        en:
          "No further bulletin was known at the close of this edition, \(\.gap) after the last one, published \(\.last).",
        es:
          "Al cierre de esta edición no se conocía ningún boletín posterior al publicado \(\.last); tiempo transcurrido: \(\.gap)."
      ),
      caution: Text(
        en: "A bulletin of unknown date is in no edition. \(Caution.silence.en)",
        es: "Un boletín de fecha desconocida no está en ninguna edición. \(Caution.silence.es)"),
      method: Text(
        en:
          "the instant of the edition less the last publication [closing − to, closing − from] against a fixed threshold",
        es:
          "instante de la edición menos la última publicación [cierre − hasta, cierre − desde] frente a un umbral fijo"),
      numbers: [
        .init("gap", \.gap, .hours, timeWithout), .init("threshold", \.threshold, .hours, shortest),
      ], words: [.init("last", \.last)],
      examples: [
        FindingExample(
          "Eight to ten hours after the last bulletin.", lastBulletin, asOf: "2020-01-01T12:00:00-06:00", finds: "a"),
        FindingExample("Three hours after it.", lastBulletin, asOf: "2020-01-01T07:00:00-06:00"),
        FindingExample("No edition: all that is known.", lastBulletin),
      ])

    private static let lastBulletin: KeyValuePairs<String, FindingExample.Dataset> = [
      "bulletins": """
      id,source,published_from,published_to,votes_oak,votes_elm
      a,court,2020-01-01T02:00:00-06:00,2020-01-01T04:00:00-06:00,500,400
      """
    ]
  }

  private static let timeWithout = Text(en: "time without a bulletin", es: "tiempo sin boletín")
  private static let shortest = Text(en: "the shortest silence", es: "el silencio más corto")
  private static let intervals = Text(
    en: "difference of publication intervals [from₂ − to₁, to₂ − from₁] against a fixed threshold",
    es: "diferencia de intervalos de publicación [desde₂ − hasta₁, hasta₂ − desde₁] frente a un umbral fijo")
}
