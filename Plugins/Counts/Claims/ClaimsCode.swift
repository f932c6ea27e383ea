import ModuleKit

/// What `counts.claims` can find.
enum ClaimsCode: String, FindingCode {
  case contradiction
  case tension
  case possibleTransposition = "possible_transposition"
  case promiseKept = "promise_kept"
  case promiseMissed = "promise_missed"
  case promiseOpen = "promise_open"
  case promiseUndecided = "promise_undecided"

  var kind: CodedFindingKind {
    switch self {
    case .contradiction:
      CodedFindingKind(
        .concern,
        Text(
          en: "On {topic}: {source_a} says “{says_a}”; {source_b} says “{says_b}”. They cannot both be right.",
          es:
            "Sobre {topic}: {source_a} dice «{says_a}»; {source_b} dice «{says_b}». No pueden ser ciertas ambas cosas."
        ),
        caution: Self.notDecided, method: Self.comparison, numbers: Self.figures, words: Self.sides)
    case .tension:
      CodedFindingKind(
        .notice,
        Text(
          en: "On {topic}: {source_a} says “{says_a}”; {source_b} says “{says_b}”. {why}",
          es: "Sobre {topic}: {source_a} dice «{says_a}»; {source_b} dice «{says_b}». {why}"),
        caution: Self.notDecided, method: Self.comparison, numbers: Self.figures, words: Self.sides + ["why"])
    case .possibleTransposition:
      CodedFindingKind(
        .notice, tier: .screening,
        Text(
          en:
            "On {topic}: {source_a} has {a}; {source_b} has {b}. Two neighbouring digits changed places; a slip in copying would explain it.",
          es:
            "Sobre {topic}: {source_a} da {a}; {source_b} da {b}. Dos dígitos vecinos cambian de lugar; lo explicaría un error de copia."
        ),
        caution: Text(
          en: "It does not show that there was a slip, nor on which side; the originals would.",
          es: "No demuestra que hubo un error ni de qué lado; lo harían los originales."),
        method: Text(
          en: "comparison of the digits as printed", es: "comparación de los dígitos tal como se imprimieron"),
        numbers: Self.figures, words: ["topic", "source_a", "source_b"])
    case .promiseKept:
      CodedFindingKind(
        .info,
        Text(
          en:
            "A promise was kept: according to {source}, “{says}”, due {due}; what was promised came {fulfilled}.",
          es:
            "Se cumplió una promesa: según {source}, «{says}», con cumplimiento previsto {due}; lo prometido llegó {fulfilled}."
        ),
        caution: Self.publicationOnly, method: Self.judgement, words: ["source", "says", "due", "fulfilled"])
    case .promiseMissed:
      CodedFindingKind(
        .notice,
        Text(
          en: "A promise was missed: according to {source}, “{says}”, due {due}; {outcome}.",
          es: "No se cumplió una promesa: según {source}, «{says}», con cumplimiento previsto {due}; {outcome}."),
        caution: Text(
          en: "A missed time is a failure of transparency; it does not show why it was missed.",
          es: "Un plazo incumplido es una falta de transparencia; no muestra por qué se incumplió."),
        method: Self.judgement,
        numbers: [
          .init("late", .hours, Text(en: "how late it came", es: "con cuánto retraso llegó"))
        ], words: ["source", "says", "due", "outcome"])
    case .promiseOpen:
      CodedFindingKind(
        .info,
        Text(
          en: "A promise is open: according to {source}, “{says}”, due {due}.",
          es: "Una promesa está pendiente: según {source}, «{says}», con cumplimiento previsto {due}."),
        caution: Self.publicationOnly, method: Self.judgement, words: ["source", "says", "due"])
    case .promiseUndecided:
      CodedFindingKind(
        .info, placement: .annex,
        Text(
          en:
            "Whether a promise was kept cannot be said: according to {source}, “{says}”, due {due}; what was promised came {fulfilled}.",
          es:
            "No puede decirse si se cumplió una promesa: según {source}, «{says}», con cumplimiento previsto {due}; lo prometido llegó {fulfilled}."
        ),
        caution: Text(
          en: "The times known are too coarse to decide it.",
          es: "Los horarios conocidos son demasiado imprecisos para decidirlo."),
        method: Self.judgement, words: ["source", "says", "due", "fulfilled"])
    }
  }

  private static let sides = ["topic", "source_a", "says_a", "source_b", "says_b"]
  private static let figures: [CodedFindingKind.Number] = [
    .init("a", .number, Text(en: "the first figure, in its unit", es: "la primera cifra, en su unidad")),
    .init("b", .number, Text(en: "the second figure, in its unit", es: "la segunda cifra, en su unidad")),
  ]
  private static let notDecided = Text(
    en: "Which of the two is right is not decided here; they may be of different moments, or one may be a slip.",
    es: "Aquí no se decide cuál es la correcta; pueden ser de momentos distintos, o una puede ser un error.")
  private static let publicationOnly = Text(
    en: "It is judged by when something was published, not by whether what was published is right.",
    es: "Se juzga por cuándo se publicó algo, no por si lo publicado es correcto.")
  private static let comparison = Text(
    en: "pairwise comparison of the values that each statement admits, by its wording and its printed decimals",
    es: "comparación por pares de los valores que admite cada afirmación, según su redacción y sus decimales impresos")
  private static let judgement = Text(
    en: "time at which it was due against the time of publication of what fulfils it, both as intervals",
    es: "plazo frente al momento de publicación de lo que la cumple, ambos como intervalos")
}
