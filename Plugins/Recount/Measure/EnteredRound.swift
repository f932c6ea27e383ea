import ModuleKit

/// A round as far as it is entered.
struct EnteredRound {
  let name: String
  /// The ballots drawn in it, whether they are listed or not.
  let drawn: Int
  /// Those that are listed.
  let ballots: [BallotChecks.Ballot]

  /// The ballots of which nobody entered anything.
  var missing: Int { drawn - ballots.count }
  /// Whether each ballot is entered, and counts.
  var isWhole: Bool { missing == 0 && ballots.allSatisfy { $0.entry?.counts ?? true } }

  func count(_ entry: BallotChecks.Entry) -> Int { ballots.count { $0.entry == entry } }
}

extension BallotChecks {
  /// The rounds in the order of the draw.
  var rounds: [EnteredRound] {
    var (out, end) = ([EnteredRound](), 0)
    var rest = ballots[...]
    while let first = rest.first {
      let ballots = Array(rest.prefix { $0.round == first.round })
      rest = rest.dropFirst(ballots.count)
      let listed = ballots.last?.draw ?? end
      let last = ballots.compactMap(\.lastDraw).max().map { max($0, listed) }
      out.append(
        EnteredRound(name: first.round, drawn: last.map { $0 - end } ?? ballots.count, ballots: ballots))
      end = last ?? listed
    }
    return out
  }

  /// Those of the rounds up to the first that is not whole: what can be measured.
  ///
  /// Which ballots of a round are entered, or agreed on, may depend on what they say; and by Providence rounds have sizes that do
  /// not. So a round counts as it was drawn, or not yet.
  var whole: BallotChecks {
    BallotChecks(source: source, contest: contest, ballots: rounds.prefix { $0.isWhole }.flatMap(\.ballots))
  }
}

extension Measure {
  /// How rounds are entered, where the dataset says it.
  static let entered = TableKind<EnteredRound>(
    "entry", Text(en: "Rounds as they are entered", es: "Rondas según lo ingresado"),
    columns: [
      .init("round", Text(en: "Round", es: "Ronda")) { $0.name },
      .init("drawn", Text(en: "Ballots drawn", es: "Papeletas sorteadas")) { $0.drawn },
      .init("agreed", BallotChecks.Entry.agreed.text) { $0.count(.agreed) },
      .init("amended", BallotChecks.Entry.amended.text) { $0.count(.amended) },
      .init("once", BallotChecks.Entry.once.text) { $0.count(.once) },
      .init("disagreed", BallotChecks.Entry.disagreed.text) { $0.count(.disagreed) },
      .init("contested", BallotChecks.Entry.contested.text) { $0.count(.contested) },
      .init("missing", Text(en: "Not entered", es: "Sin ingresar")) { $0.missing },
      .init("whole", Text(en: "Whole", es: "Completa")) { $0.isWhole },
    ])

  /// The ballots that do not count yet.
  static let unsettled = TableKind<BallotChecks.Ballot>(
    "unsettled", Text(en: "Ballots that do not count yet", es: "Papeletas que aún no cuentan"),
    columns: [
      .init("draw", Text(en: "Draw", es: "Sorteo")) { $0.draw },
      .init("container", Text(en: "Container", es: "Contenedor")) { $0.container },
      .init("batch", Text(en: "Batch", es: "Lote")) { $0.batch },
      .init("ballot", Text(en: "Ballot", es: "Papeleta")) { $0.number },
      .init("round", Text(en: "Round", es: "Ronda")) { $0.round },
      .init("entry", Text(en: "How it is entered", es: "Cómo está ingresada")) { $0.entry },
    ])
}
