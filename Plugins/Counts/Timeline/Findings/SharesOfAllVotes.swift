import ModuleKit

extension Timeline {
  /// Printed shares that are of all votes, blank and null ones among them.
  struct SharesOfAllVotes: FindingShape {
    let counts: Int
    let printed, ofValid: Double
    let option, source, published: Text

    static let kind = FindingKind<Self>(
      .info,
      Sentence(
        en:
          "The shares that \(\.source) prints are of all votes, blank and null ones among them, and not of the valid votes: in the count published \(\.published), \(\.option) has \(\.printed) as printed and, as the mission computes, \(\.ofValid) of the valid votes.",
        es:
          "Los porcentajes que imprime \(\.source) son de todos los votos, con los blancos y nulos, y no de los válidos: en el conteo publicado \(\.published), \(\.option) tiene el \(\.printed) según lo impreso y, según calcula la misión, el \(\.ofValid) de los votos válidos."
      ),
      caution: Text(
        en: "Shares of one base are not to be compared with shares of the other.",
        es: "Los porcentajes de una base no se comparan con los de la otra."),
      method: Text(
        en:
          "votes over valid, blank and null votes together, held against the printed shares to one unit of their last place",
        es:
          "votos entre la suma de válidos, blancos y nulos, frente a los porcentajes impresos hasta una unidad de su última cifra"
      ),
      numbers: [
        .init(
          "counts", \.counts, .number,
          Text(en: "counts whose shares are of all votes", es: "conteos cuyos porcentajes son de todos los votos")),
        .init("printed", \.printed, .percent, Text(en: "share as printed", es: "porcentaje impreso")),
        .init(
          "of_valid", \.ofValid, .percent, Text(en: "share of the valid votes", es: "porcentaje de los votos válidos")),
      ],
      words: [.init("option", \.option), .init("source", \.source), .init("published", \.published)],
      examples: [
        FindingExample(
          "500 of 1,000 votes, of which 900 are valid.", ["bulletins": sharePage("50.00,40.00")],
          finds: "printed_shares"),
        FindingExample("500 of 900 valid votes.", ["bulletins": sharePage("55.56,44.44")]),
      ])
  }

  private static func sharePage(_ shares: String) -> FindingExample.Dataset {
    FindingExample.Dataset(
      """
      id,source,published,valid_votes,blank_votes,null_votes,votes_oak,votes_elm,percent_oak,percent_elm
      a,court,2020-01-01,900,60,40,500,400,\(shares)
      """)
  }
}
