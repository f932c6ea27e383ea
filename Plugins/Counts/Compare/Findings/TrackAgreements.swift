import ModuleKit

extension Compare {
  /// How many sheets of both tracks agree.
  struct Agreement: FindingShape {
    let matched, identical, differing, anything: Int
    let first, second: Text

    /// How many agree.
    private var agreeing: Text {
      Text(
        en: Self.sheets(identical, "agrees", "agree", .english),
        es: Self.sheets(identical, "coincide", "coinciden", .spanish))
    }

    /// On how many the votes of some option differ, where they do on any.
    private var otherVotes: Text {
      guard differing > 0 else { return Text("") }
      return Text(
        en: "; on \(Language.english.number(differing)) those of some option differ",
        es: " y en \(Language.spanish.number(differing)) difieren los de alguna")
    }

    /// How many differ in something, or that none does.
    private var something: Text {
      guard anything > 0 else { return Text(en: "none differs in anything", es: "ninguna difiere en nada") }
      return Text(
        en: Self.sheets(anything, "differs", "differ", .english) + " in something",
        es: Self.sheets(anything, "difiere", "difieren", .spanish) + " en algo")
    }

    private static func sheets(_ count: Int, _ one: String, _ other: String, _ language: Language) -> String {
      "\(language.number(count)) \(language.plural(Double(count), one: one, other: other))"
    }

    static let kind = FindingKind<Self>(
      .info,
      Sentence(
        en:
          "Of \(\.matched) that stand both in \(\.first) and in \(\.second), \(\.agreeing) in the votes of every option\(\.otherVotes). With valid, blank, null and cast ballots, \(\.something).",
        es:
          "De \(\.matched) que constan tanto en \(\.first) como en \(\.second), \(\.agreeing) en los votos de todas las opciones\(\.otherVotes). Con votos válidos, blancos, nulos y emitidos, \(\.something)."
      ),
      caution: Caution.bothMayErr, method: Method.matching,
      numbers: [
        .init(
          "matched", \.matched, .sheets,
          Text(en: "sheets on both tracks", es: "actas en ambas fuentes")),
        .init(
          "identical", \.identical, .sheets,
          Text(en: "sheets with the same votes", es: "actas con los mismos votos")),
        .init(
          "differing", \.differing, .sheets,
          Text(en: "sheets with other votes", es: "actas con otros votos")),
        .init(
          "anything", \.anything, .sheets,
          Text(en: "sheets that differ in any field", es: "actas que difieren en algún campo")),
      ],
      words: [
        .init("first", \.first), .init("second", \.second), .init("agreeing", \.agreeing),
        .init("other_votes", \.otherVotes),
        .init("something", \.something),
      ],
      examples: [
        FindingExample("Two sheets on both tracks.", Example.same, finds: "all"),
        FindingExample("No sheet is on both tracks.", Example.apart),
      ])
  }

  /// Two tracks without a common sheet.
  struct NothingInCommon: FindingShape {
    let first, second: Text

    static let kind = FindingKind<Self>(
      .notice,
      Sentence(
        en: "No sheet has votes both in \(\.first) and in \(\.second).",
        es: "Ningún acta tiene votos a la vez en \(\.first) y en \(\.second)."),
      caution: Text(
        en: "The keys of the two files may be written differently.",
        es: "Las claves de los dos archivos pueden estar escritas de forma distinta."),
      method: Method.matching, words: [.init("first", \.first), .init("second", \.second)],
      examples: [
        FindingExample("No sheet is on both tracks.", Example.apart, finds: "all"),
        FindingExample("Two sheets on both tracks.", Example.same),
      ])
  }

  /// Sheets that can be compared in part alone.
  struct Incomplete: FindingShape {
    let incomplete: Int
    let first, second: Text

    static let kind = FindingKind<Self>(
      .notice,
      Sentence(
        en:
          "Of \(\.incomplete) that stand both in \(\.first) and in \(\.second), the votes of some option are missing in one of the two; what both have is the same.",
        es:
          "En \(\.incomplete) que constan tanto en \(\.first) como en \(\.second) faltan los votos de alguna opción en una de las dos fuentes; lo que consta en ambas coincide."
      ),
      caution: Caution.bothMayErr, method: Method.matching,
      numbers: [
        .init(
          "incomplete", \.incomplete, .sheets,
          Text(en: "sheets compared in part", es: "actas comparadas en parte"))
      ], words: [.init("first", \.first), .init("second", \.second)],
      examples: [
        FindingExample(
          "One track lacks the votes of Elm.", Example.tracks(["1,60,40"], ["1,60,"]), finds: "all"),
        FindingExample("Two sheets with all votes on both tracks.", Example.same),
      ])
  }

  /// Sheets with another number of registered voters.
  struct OtherRegister: FindingShape {
    let differing: Int
    let first, second: Text

    static let kind = FindingKind<Self>(
      .notice,
      Sentence(
        en:
          "For \(\.differing), \(\.first) and \(\.second) have another number of registered voters.",
        es:
          "En \(\.differing) difiere el número de electores inscritos entre \(\.first) y \(\.second)."
      ),
      caution: Text(
        en:
          "Registers are corrected between versions of a file; a slip in a key would show in the same way.",
        es:
          "Los padrones se corrigen entre versiones de un archivo; un error en una clave se vería igual."
      ),
      method: Method.matching,
      numbers: [
        .init(
          "differing", \.differing, .sheets,
          Text(en: "sheets with another register", es: "actas con otro número de inscritos"))
      ], words: [.init("first", \.first), .init("second", \.second)],
      examples: [
        FindingExample(
          "200 voters on one track, and 199 on the other.",
          [
            "first": """
            sheet,registered,votes_oak,votes_elm
            1,200,60,40
            """,
            "second": """
            sheet,registered,votes_oak,votes_elm
            1,199,60,40
            """,
          ], finds: "all"),
        FindingExample("Neither track states registered voters.", Example.same),
      ])
  }

  /// By how many votes of one option the tracks differ.
  struct OptionNet: FindingShape {
    let differing: Int
    let more, fewer, net: Int64
    let option, first, second: Text

    static let kind = FindingKind<Self>(
      .info, placement: .annex,
      Sentence(
        en:
          "The votes of \(\.option) differ on \(\.differing): in \(\.first) there are \(\.more) more and \(\.fewer) fewer than in \(\.second), \(\.net, .number) net.",
        es:
          "Los votos de \(\.option) difieren en \(\.differing): en \(\.first) hay \(\.more) más y \(\.fewer) menos que en \(\.second), \(\.net, .number) en neto."
      ),
      caution: Caution.bothMayErr, method: Method.matching,
      numbers: [
        .init(
          "differing", \.differing, .sheets,
          Text(en: "sheets that differ", es: "actas que difieren")),
        .init(
          "more", \.more, .votes,
          Text(en: "votes more on the first track", es: "votos de más en la primera fuente")),
        .init(
          "fewer", \.fewer, .votes,
          Text(en: "votes fewer on the first track", es: "votos de menos en la primera fuente")),
        .init(
          "net", \.net, .votes,
          Text(en: "votes more less votes fewer", es: "votos de más menos votos de menos")),
      ], words: [.init("option", \.option), .init("first", \.first), .init("second", \.second)],
      examples: [
        FindingExample("Two votes more for Oak.", Example.better, finds: "oak"),
        FindingExample("The same votes on both tracks.", Example.same),
      ])
  }
}
