import ModuleKit

extension TimelineCode {
  /// The kinds of findings from sheets that say when they were published.
  var sheetKind: FindingKind {
    switch self {
    case .timeSteps:
      FindingKind(
        .info,
        Text(
          en: "The times at which sheets became known come in steps of {step}: nothing shorter can be seen in them.",
          es:
            "Los momentos en que se conocieron las actas vienen en pasos de {step}: nada más breve puede verse en ellos."
        ),
        caution: Text(
          en: "A file may be copied more seldom than sheets are published.",
          es: "Un archivo puede copiarse con menos frecuencia de la que se publican actas."),
        method: Self.sheetTimes,
        numbers: [.init("step", .minutes, Text(en: "the step", es: "el paso"))])
    case .sheetSilence, .sheetSilenceOnly: silenceKind
    case .sheetReversals, .sheetTenths: leadKind
    case .stillNeeded, .stillOutOfReach, .decided, .notDecided: outstandingKind
    default:
      FindingKind(
        .info,
        Text(
          en:
            "{sheets} became known in {batches}, the first {first} and the last {last}; {undated.number} more have votes but no time.",
          es:
            "{sheets} se conocieron en {batches}, las primeras {first} y las últimas {last}; otras {undated.number} tienen votos pero no hora."
        ),
        caution: Text(
          en:
            "Sheets of one time are one batch: nothing tells the order within it. Sheets without a time are left out.",
          es:
            "Las actas de una misma hora son un lote: nada indica el orden dentro de él. Las que no tienen hora quedan fuera."
        ),
        method: Self.sheetTimes,
        numbers: [
          .init("sheets", .sheets, Text(en: "sheets with a time", es: "actas con hora")),
          .init("batches", .batches, Text(en: "different times", es: "horas distintas")),
          .init("undated", .sheets, Text(en: "sheets without a time", es: "actas sin hora")),
        ], words: ["first", "last"])
    }
  }

  private var silenceKind: FindingKind {
    let caution = Text(
      en: "\(Self.silenceCaution.en) It holds where the file has every sheet that was published, when it was.",
      es: "\(Self.silenceCaution.es) Vale si el archivo tiene todas las actas publicadas, con su momento.")
    let method = Text(
      en:
        "gap between publication times against a multiple of the median gap: Docs/methods/counts.md, “Sheets in time”",
      es: "intervalo entre publicaciones frente a un múltiplo del mediano: Docs/methods/counts.md, «Sheets in time»")
    let numbers: [FindingKind.Number] = [
      .init("gap", .hours, Text(en: "time without a sheet", es: "tiempo sin actas")), Self.share,
      .init(
        "after_sheets", .sheets, Text(en: "sheets of the first batch after", es: "actas del primer lote posterior")),
    ]
    let start = Text(
      en:
        "After the sheets published {before} none was published for {gap}, until those published {after}; {counted} of these sheets were in before.",
      es:
        "Tras las actas publicadas {before} no se publicó ninguna durante {gap}, hasta las que se publicaron {after}; antes se tenía el {counted} de estas actas."
    )
    guard self == .sheetSilence else {
      return FindingKind(
        .notice,
        Text(
          en: "\(start.en) The first batch after it has {after_sheets}.",
          es: "\(start.es) El primer lote posterior tiene {after_sheets}."),
        caution: caution, method: method, numbers: numbers, words: ["before", "after"])
    }
    return FindingKind(
      .notice,
      Text(
        en:
          "\(start.en) The margin of {a} over {b} is {earlier_points} up to then and {first_points} within the first batch after, of {after_sheets}.",
        es:
          "\(start.es) El margen de {a} sobre {b} es de {earlier_points} hasta entonces y de {first_points} en el primer lote posterior, de {after_sheets}."
      ),
      caution: caution, method: method,
      numbers: numbers + [
        .init("earlier_points", .points, Text(en: "margin before", es: "margen antes")),
        .init(
          "first_points", .points, Text(en: "margin of the first batch after", es: "margen del primer lote posterior")),
      ], words: ["before", "after", "a", "b"])
  }

  private var leadKind: FindingKind {
    if self == .sheetReversals {
      return FindingKind(
        .notice,
        Text(
          en:
            "As sheets came in, the lead between {a} and {b} changed sides, as often as: {times}. The last time was {published}, with {counted} of these sheets in: {leader} ahead by {lead}.",
          es:
            "Según llegaban las actas, la ventaja entre {a} y {b} cambió de lado este número de veces: {times}. La última fue {published}, con el {counted} de estas actas recibidas: {leader} por delante por {lead}."
        ),
        caution: Self.lateCount, method: Self.sheetTimes,
        numbers: [
          .init("times", .number, Text(en: "changes of side", es: "cambios de lado")), Self.share,
          .init("lead", .votes, Text(en: "the lead after the last", es: "la ventaja tras el último")),
        ], words: ["a", "b", "leader", "published"])
    }
    return FindingKind(
      .info,
      Text(
        en:
          "In {parts} parts of about as many sheets, in the order in which they became known, the margin of {a} over {b} within a part is {first_points} in the first and {last_points} in the last; it lies between {low} and {high}.",
        es:
          "En {parts} partes de casi igual número de actas, en el orden en que se conocieron, el margen de {a} sobre {b} dentro de cada parte es de {first_points} en la primera y de {last_points} en la última; está entre {low} y {high}."
      ),
      caution: Text(
        en:
          "Each part stands for itself. Which places report early and late is not left to chance: a change between parts is to be expected.",
        es:
          "Cada parte vale por sí misma. Qué lugares informan pronto o tarde no es fruto del azar: cabe esperar cambios entre partes."
      ),
      method: Self.sheetTimes,
      numbers: [
        .init("parts", .number, Text(en: "parts", es: "partes")),
        .init("first_points", .points, Text(en: "margin of the first part", es: "margen de la primera parte")),
        .init("last_points", .points, Text(en: "margin of the last part", es: "margen de la última parte")),
        .init("low", .points, Text(en: "the lowest of them", es: "el menor de ellos")),
        .init("high", .points, Text(en: "the highest of them", es: "el mayor de ellos")),
      ], words: ["a", "b"])
  }

  private var outstandingKind: FindingKind {
    switch self {
    case .decided:
      FindingKind(
        .info,
        Text(
          en:
            "With the sheets published {published}, {counted} of all, the lead of {leader} over every other option was {lead}, more than the {voters.number} voters registered for the sheets not yet in, or not in full: no count of those could change who was ahead.",
          es:
            "Con las actas publicadas {published}, el {counted} de todas, la ventaja de {leader} sobre cualquier otra opción era de {lead}, más que los {voters.number} electores inscritos en las actas pendientes o incompletas: ningún cómputo de estas podía cambiar quién iba por delante."
        ),
        caution: Text(
          en: "It takes the sheets that were in as they stood, and no voters beyond the register.",
          es: "Toma las actas recibidas como estaban, y sin electores fuera del padrón."),
        method: Self.hardBound, numbers: Self.boundNumbers, words: ["leader", "published"])
    case .notDecided:
      FindingKind(
        .info,
        Text(
          en:
            "With the last of these sheets, {published}, {counted} of all were in, and the lead of {leader}, {lead}, was not more than the {voters.number} voters registered for those not in, or not in full: arithmetic alone did not decide who would be ahead.",
          es:
            "Con las últimas de estas actas, {published}, se tenía el {counted} de todas, y la ventaja de {leader}, {lead}, no superaba los {voters.number} electores inscritos en las pendientes o incompletas: la aritmética sola no decidía quién quedaría por delante."
        ),
        caution: Text(
          en: "What arithmetic leaves open may still be unlikely.",
          es: "Lo que la aritmética deja abierto puede ser, aun así, improbable."),
        method: Self.hardBound, numbers: Self.boundNumbers, words: ["leader", "published"])
    default:
      FindingKind(
        .info, tier: .explanation,
        self == .stillNeeded
          ? Text(
            en: "\(Self.outstandingStart.en); {trailing} needed a margin of {needed} among them.{reach}",
            es: "\(Self.outstandingStart.es); {trailing} necesitaba entre ellos un margen de {needed}.{reach}")
          : Text(
            en:
              "\(Self.outstandingStart.en). For {trailing} the lead was out of reach: even all of these would not have sufficed.",
            es:
              "\(Self.outstandingStart.es). Para {trailing} la ventaja estaba fuera de alcance: ni siquiera todos ellos habrían bastado."
          ),
        caution: self == .stillNeeded
          ? Text(
            en:
              "What was possible is not what was likely: that depends on where the outstanding sheets came from. \(Self.outstandingSource.en)",
            es:
              "Lo posible no es lo probable: eso depende de dónde procedían las actas pendientes. \(Self.outstandingSource.es)"
          )
          : Text(
            en:
              "It rests on the turnout of the sheets that were in, which the others need not share: it decides nothing. \(Self.outstandingSource.en)",
            es:
              "Se apoya en la participación de las actas recibidas, que las demás pueden no compartir: no decide nada. \(Self.outstandingSource.es)"
          ),
        method: Self.remaining,
        numbers: [
          .init("needed", .points, Text(en: "margin needed among them", es: "margen necesario entre ellos")),
          .init("lead", .votes, Text(en: "the lead", es: "la ventaja")),
          .init("outstanding", .votes, Text(en: "valid votes still to come", es: "votos válidos por llegar")),
          .init("voters", .people, Text(en: "registered voters of sheets not in", es: "electores de actas pendientes")),
          .init("counted", .percent, Text(en: "sheets that were in", es: "actas recibidas")),
        ], words: ["leader", "trailing", "published"] + (self == .stillNeeded ? ["reach"] : []))
    }
  }

  private static let outstandingStart = Text(
    en:
      "With the sheets published {published}, {counted} of all, {leader} was ahead of {trailing} by {lead}. The {voters.number} voters of the other sheets, at the turnout of those that were in, would cast {outstanding}",
    es:
      "Con las actas publicadas {published}, el {counted} de todas, {leader} iba por delante de {trailing} por {lead}. Los {voters.number} electores de las demás actas, con la participación de las recibidas, emitirían {outstanding}"
  )

  private static let outstandingSource = Text(
    en: "Which sheets are outstanding is told by the list, or by the file's later sheets.",
    es: "Cuáles son las actas pendientes lo dice la lista o, en su defecto, las actas posteriores del archivo.")
  private static let share = FindingKind.Number(
    "counted", .percent, Text(en: "share of these sheets that was in", es: "parte de estas actas ya recibida"))
  private static let boundNumbers: [FindingKind.Number] = [
    .init("lead", .votes, Text(en: "lead over the next option", es: "ventaja sobre la opción siguiente")),
    .init(
      "voters", .people,
      Text(
        en: "registered voters of sheets not in, or without the votes of some option",
        es: "electores de actas pendientes o sin los votos de alguna opción")),
    .init("counted", .percent, Text(en: "sheets that were in", es: "actas recibidas")),
  ]
  private static let hardBound = Text(
    en: "lead against the registered voters of all outstanding stations: Docs/methods/counts.md, “Sheets in time”",
    es:
      "ventaja frente a los electores inscritos de todas las mesas pendientes: Docs/methods/counts.md, «Sheets in time»"
  )
  private static let sheetTimes = Text(
    en:
      "sheets in the order of their publication, those of one time as one batch: Docs/methods/counts.md, “Sheets in time”",
    es:
      "actas en el orden de su publicación, las de una misma hora como un lote: Docs/methods/counts.md, «Sheets in time»"
  )
}
