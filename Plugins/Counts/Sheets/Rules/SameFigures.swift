import ModuleKit

extension SheetRule {
  /// A6: sheets with the same figures.
  static let sameFigures = SheetRule(
    code: "same_figures",
    sentence: Text(
      en: "No two sheets of some size have the same figures throughout.",
      es: "No hay dos actas de cierto tamaño con todas las cifras iguales."),
    opening: onSheets(
      "all figures (votes of every option, valid, blank and null votes, ballots cast) are those of another sheet before it",
      "todas las cifras (votos de cada opción, válidos, en blanco, nulos y emitidos) son las de un acta anterior"),
    stake: Text(
      en: "the valid votes on all such sheets but the first", es: "los votos válidos de esas actas salvo la primera"),
    caution: Text(
      en:
        "Equal sheets are a pointer, no more: among many sheets with few options some agree by chance, and places that vote as one agree more often than the expected number says.",
      es:
        "Las actas iguales son solo un indicio: entre muchas actas con pocas opciones algunas coinciden por azar, y los lugares que votan en bloque coinciden más de lo que dice el número esperado."
    ),
    unchecked: Text(
      en: "for lack of a figure or of votes enough", es: "por falta de una cifra o de votos suficientes"),
    severity: .info,
    numbers: [
      .init("pairs", \.pairs, .number, Text(en: "pairs of equal sheets", es: "pares de actas iguales")),
      .init(
        "expected", \.expected, .number,
        Text(
          en: "pairs expected by chance, from pairs that differ only in the last binary digit of figures of 10 or more",
          es: "pares esperados por azar, según los que solo difieren en el último dígito binario de cifras desde 10")),
    ],
    addition: Sentence(
      en: "Pairs of equal sheets: \(\.pairs); about \(\.expected) would be expected by chance.",
      es: "Pares de actas iguales: \(\.pairs); por azar cabría esperar unos \(\.expected)."),
    examples: [
      RuleExample(
        Text(
          en: "Sheet 3 repeats sheet 1; sheets 4 and 5 are too small to be worth a look.",
          es: "El acta 3 repite el acta 1; las actas 4 y 5 son demasiado pequeñas para que valga la pena mirarlas."),
        [
          "sheets": """
          sheet,registered,blank,null,votes_oak,votes_elm
          1,300,2,3,160,40
          2,300,2,3,161,40
          3,310,2,3,160,40
          4,20,0,0,6,4
          5,20,0,0,6,4
          """
        ], breaks: ["3": 200], unchecked: 2),
      RuleExample(
        Text(
          en: "The size from which sheets are compared is a parameter.",
          es: "El tamaño desde el que se comparan las actas es un parámetro."),
        [
          "sheets": """
          sheet,votes_oak,votes_elm
          4,6,4
          5,6,4
          """
        ], with: ["same_from": .integer(10)], breaks: ["5": 10]),
    ]
  ) { input in
    let (equal, valid) = (try EqualSheets(input), input.sheets.validVotes)
    var result = RuleResult(input.sheets) { row in
      switch equal.first[row] {
      case ..<0: nil
      case Int32(row): .kept
      default:
        .broken(.valid, stated: valid[row] ?? 0, computed: nil, stake: valid[row] ?? 0)
      }
    }
    result.nameTwins { Int(equal.first[$0]) }
    (result.pairs, result.expected) = (Double(equal.pairs), equal.expected.roundedToTenth)
    return result
  }
}

extension Double {
  /// The number with one decimal.
  fileprivate var roundedToTenth: Double { (self * 10).rounded() / 10 }
}
