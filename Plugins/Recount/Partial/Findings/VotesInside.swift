import ModuleKit
import Statistics

extension Partial {
  /// The votes of two options inside the recounted boxes, and what is known of all votes in them.
  struct VotesInside: FindingShape {
    let recount: BoxRecount
    let firstVotes, secondVotes: Int
    let first, second: Text
    /// All valid votes in the boxes, as far as the printed shares tell; nil where votes and shares do not fit.
    let valid: Quantity?
    /// What is said of that.
    let whole: Text

    var margin: Int { firstVotes - secondVotes }

    /// nil where votes or printed shares of the two are not stated, or the shares leave room for any number of votes.
    init?(_ recount: BoxRecount, _ pair: RecountedPair, _ name: (Int) -> Text) {
      guard let firstVotes = recount.votes[pair.first], let secondVotes = recount.votes[pair.second],
        let (low, high) = recount.impliedValid
      else { return nil }
      (self.recount, self.firstVotes, self.secondVotes) = (recount, firstVotes, secondVotes)
      (first, second) = (name(pair.first), name(pair.second))
      guard low <= high else {
        valid = nil
        whole = Text(
          en:
            "If the shares printed beside them are rounded to their last place, these votes fit no number of valid votes.",
          es:
            "Si los porcentajes impresos junto a ellos están redondeados en su última cifra, estos votos no corresponden a ningún número de votos válidos."
        )
        return
      }
      let range = Quantity(
        nil, .votes, low: Double(low), high: Double(high), interval: .assumptionRange([Self.roundedShares]))
      valid = range
      whole = Text { language in
        let words = range.text(language)
        return switch language {
        case .english:
          "How many valid votes they hold in all is not stated; if the printed shares are rounded to their last place, it is \(words)."
        case .spanish:
          "No se indica cuántos votos válidos contienen en total; si los porcentajes impresos están redondeados en su última cifra, son \(words)."
        }
      }
    }

    /// A share that was cut, and not rounded, leaves room for others.
    private static let roundedShares = Assumption(
      "rounded_shares",
      Text(
        en: "printed shares are rounded to the nearest unit of their last place",
        es: "los porcentajes impresos están redondeados a la unidad más próxima de su última cifra"))

    static let kind = FindingKind<Self>(
      .info,
      Sentence(
        en:
          "According to \(\.recount.provenance.sourceName), the \(\.recount.recounted, .number) recounted boxes hold \(\.firstVotes) for \(\.first) and \(\.secondVotes) for \(\.second): the mission computes the difference, \(\.first) less \(\.second), as \(\.margin). \(\.whole)",
        es:
          "Según \(\.recount.provenance.sourceName), las \(\.recount.recounted, .number) urnas recontadas contienen \(\.firstVotes) para \(\.first) y \(\.secondVotes) para \(\.second): la misión calcula la diferencia, \(\.first) menos \(\.second), en \(\.margin). \(\.whole)"
      ),
      caution: Text(
        en: "This is what those boxes hold. It says nothing of the other boxes.",
        es: "Esto es lo que contienen esas urnas. No dice nada de las demás."),
      method: Text(
        en: "valid votes between votes over share plus, and over share less, half a unit of its last place",
        es:
          "votos válidos entre los votos divididos por el porcentaje más, y por el porcentaje menos, media unidad de su última cifra"
      ),
      numbers: boxes(\.recount.boxes, \.recount.recounted, \.recount.rest) + [
        .init(
          "first_votes", \.firstVotes, .votes,
          Text(en: "of the option named first", es: "de la opción nombrada primero")),
        .init(
          "second_votes", \.secondVotes, .votes,
          Text(en: "of the option named second", es: "de la opción nombrada después")),
        .init("margin", \.margin, .votes, Text(en: "the first less the second", es: "los primeros menos los segundos")),
        .init("valid", \.valid, .votes, Text(en: "valid votes in the boxes", es: "votos válidos en las urnas")),
      ],
      words: [
        .init("source", \.recount.provenance.sourceName), .init("first", \.first), .init("second", \.second),
        .init("whole", \.whole),
      ],
      examples: [
        FindingExample(
          "Votes and printed shares, and no total.", ["recounts": inside("600,300,50.1,25.0")], finds: "r"),
        FindingExample("Shares alone.", ["recounts": inside(",,50.1,25.0")]),
      ])

    private static func inside(_ cells: String) -> FindingExample.Dataset {
      FindingExample.Dataset(
        "id,source,boxes_total,boxes_recounted,votes_oak,votes_elm,percent_oak,percent_elm\nr,court,100,10,\(cells)")
    }
  }
}

extension BoxRecount {
  /// The fewest valid votes for which the votes of each option come to its printed share, and the most; nil where no option has both,
  /// or shares of nothing set no end.
  fileprivate var impliedValid: (low: Int, high: Int)? {
    var (low, high): (Int?, Int?)
    for case (let votes?, let percent?) in zip(votes, percents) {
      guard let share = Rational(percent), let half = Rational(percent.halfUnit) else { continue }
      let whole = 100 * Rational(votes)
      if let least = whole.divided(by: share + half).flatMap({ Int(exactly: $0.roundedUp) }) {
        low = max(low ?? 0, least)
      }
      if share > half, let most = whole.divided(by: share - half).flatMap({ Int(exactly: -(-$0).roundedUp) }) {
        high = min(high ?? .max, most)
      }
    }
    return low.flatMap { low in high.map { (low, $0) } }
  }
}
