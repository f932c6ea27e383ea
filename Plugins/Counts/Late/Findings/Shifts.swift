import ModuleKit

extension Late {
  /// How far the late votes differ from the early ones.
  struct Shift: FindingShape {
    let early, late, shift: Double
    let earlyVotes, lateVotes: Double
    let first, second: Text

    static let kind = FindingKind<Self>(
      .info, tier: .explanation,
      Sentence(
        en:
          "The margin of \(\.first) over \(\.second) was \(\.early) in the votes counted early and \(\.late) in those counted late: a shift of \(\.shift).",
        es:
          "El margen de \(\.first) sobre \(\.second) fue de \(\.early) en los votos contados antes y de \(\.late) en los contados después: un cambio de \(\.shift)."
      ),
      caution: Text(
        en:
          "Sheets are not counted in a random order, so that late ones differ as a rule. Which places they are from comes first.",
        es:
          "Las actas no se cuentan en un orden aleatorio, así que las tardías suelen diferir. Primero hay que ver de qué lugares son."
      ),
      method: Method.decomposition,
      numbers: [
        .init("early", \.early, .points, Text(en: "margin of the early votes", es: "margen de los votos tempranos")),
        .init("late", \.late, .points, Text(en: "margin of the late votes", es: "margen de los votos tardíos")),
        .init(
          "shift", \.shift, .points, Text(en: "late margin less early margin", es: "margen tardío menos temprano")),
        .init(
          "early_votes", \.earlyVotes, .votes,
          Text(en: "valid votes counted early", es: "votos válidos contados antes")),
        .init("late_votes", \.lateVotes, .votes, Summary.lateVotes),
      ], words: [.init("first", \.first), .init("second", \.second)],
      examples: [
        FindingExample("One sheet was counted early, the other one late.", Sample.parted, finds: "council"),
        FindingExample("All sheets were counted early.", Sample.earlyAlone),
      ])
  }

  /// What finer areas explain of the shift, and what they cover.
  struct Ladder: FindingShape {
    let withinCoarsest, withinFinest: Double
    let leftOverCoarsest, leftOverFinest: Double
    let uncoveredCoarsest, uncoveredFinest: Double
    let first, second, coarsest, finest: Text

    static let kind = FindingKind<Self>(
      .info, tier: .explanation,
      Sentence(
        en:
          "From the level \(\.coarsest) down to \(\.finest), the part of the shift that lies within areas goes from \(\.withinCoarsest) to \(\.withinFinest), and what areas with votes of one period alone leave over from \(\.leftOverCoarsest) to \(\.leftOverFinest); the late votes in areas without early ones go from \(\.uncoveredCoarsest) to \(\.uncoveredFinest).",
        es:
          "Del nivel \(\.coarsest) al nivel \(\.finest), la parte del cambio dentro de las áreas pasa de \(\.withinCoarsest) a \(\.withinFinest), y el resto, por áreas con votos de un solo período, de \(\.leftOverCoarsest) a \(\.leftOverFinest); los votos tardíos en áreas sin votos tempranos pasan de \(\.uncoveredCoarsest) a \(\.uncoveredFinest)."
      ),
      caution: Caution.withinAreas, method: Method.decomposition,
      numbers: [
        .init(
          "within_coarsest", \.withinCoarsest, .points,
          Text(en: "part within areas of the coarsest level", es: "parte dentro de las áreas del nivel más amplio")),
        .init(
          "within_finest", \.withinFinest, .points,
          Text(en: "part within areas of the finest level", es: "parte dentro de las áreas del nivel más fino")),
        .init(
          "left_over_coarsest", \.leftOverCoarsest, .points,
          Text(en: "left over at the coarsest level", es: "resto en el nivel más amplio")),
        .init(
          "left_over_finest", \.leftOverFinest, .points,
          Text(en: "left over at the finest level", es: "resto en el nivel más fino")),
        .init(
          "uncovered_coarsest", \.uncoveredCoarsest, .percent,
          Text(
            en: "late votes that the coarsest level does not cover", es: "votos tardíos sin cubrir, nivel más amplio")
        ),
        .init(
          "uncovered_finest", \.uncoveredFinest, .percent,
          Text(en: "late votes that the finest level does not cover", es: "votos tardíos sin cubrir, nivel más fino")),
      ],
      words: [
        .init("first", \.first), .init("second", \.second), .init("coarsest", \.coarsest), .init("finest", \.finest),
      ],
      examples: [
        FindingExample(
          "Two levels, with an early and a late sheet of one place.",
          [
            "sheets": """
            sheet,region,place,votes_oak,votes_elm
            1,North,School,60,40
            2,North,School,40,60
            """, "early": Sample.first,
          ], finds: "council"),
        FindingExample("One level alone.", oneRegion),
      ])
  }

  /// What the areas of one level explain of the shift.
  struct LadderLevel: FindingShape {
    let composition, within, leftOver: Double
    let uncovered: Double
    let first, second, level: Text

    static let kind = FindingKind<Self>(
      .info, tier: .explanation, placement: .annex,
      Sentence(
        en:
          "At the level \(\.level), \(\.composition) of the shift come from which areas were counted late and \(\.within) from changes within areas; \(\.leftOver) are left over, from areas with votes of one period alone, in which \(\.uncovered) of the late votes lie.",
        es:
          "En el nivel \(\.level), \(\.composition) del cambio se deben a qué áreas se contaron tarde y \(\.within) a cambios dentro de las áreas; \(\.leftOver) son un resto, por áreas con votos de un solo período, en las que está el \(\.uncovered) de los votos tardíos."
      ),
      caution: Caution.withinAreas, method: Method.decomposition,
      numbers: [
        .init("composition", \.composition, .points, Text(en: "from the mix of areas", es: "por la mezcla de áreas")),
        .init("within", \.within, .points, Text(en: "within areas", es: "dentro de las áreas")),
        .init(
          "left_over", \.leftOver, .points,
          Text(en: "from areas with votes of one period alone", es: "por áreas con votos de un solo período")),
        .init("uncovered", \.uncovered, .percent, Summary.uncovered),
      ], words: [.init("first", \.first), .init("second", \.second), .init("level", \.level)],
      examples: [
        FindingExample("An early and a late sheet of one region.", oneRegion, finds: "region"),
        FindingExample("No region has both early and late sheets.", twoRegions),
      ])
  }

  /// Late votes without early ones beside them.
  struct Uncovered: FindingShape {
    let uncovered: Double
    let onlyLate, onlyEarly, both: Int
    let level: Text

    static let kind = FindingKind<Self>(
      .info,
      Sentence(
        en:
          "Areas of the level \(\.level) with early and late votes: \(\.both); with late ones alone: \(\.onlyLate); with early ones alone: \(\.onlyEarly). Of the late votes, \(\.uncovered) have no early ones beside them.",
        es:
          "Áreas del nivel \(\.level) con votos tempranos y tardíos: \(\.both); solo con tardíos: \(\.onlyLate); solo con tempranos: \(\.onlyEarly). El \(\.uncovered) de los votos tardíos no tiene votos tempranos al lado."
      ),
      caution: Text(
        en: "For these votes no comparison within areas exists; only coarser neighbours or their own sheets can tell.",
        es:
          "Para esos votos no hay comparación dentro de las áreas; solo pueden hablar vecinos más lejanos o sus propias actas."
      ),
      method: Method.decomposition,
      numbers: [
        .init("uncovered", \.uncovered, .percent, Summary.uncovered),
        .init(
          "only_late", \.onlyLate, .number,
          Text(en: "areas with late votes alone", es: "áreas solo con votos tardíos")),
        .init(
          "only_early", \.onlyEarly, .number,
          Text(en: "areas with early votes alone", es: "áreas solo con votos tempranos")),
        .init("both", \.both, .number, Text(en: "areas with both", es: "áreas con ambos")),
      ], words: [.init("level", \.level)],
      examples: [
        FindingExample("The late sheet is from a region without early ones.", twoRegions, finds: "region"),
        FindingExample("An early and a late sheet of one region.", oneRegion),
      ])
  }

  private static let oneRegion: KeyValuePairs<String, FindingExample.Dataset> = [
    "sheets": """
    sheet,region,votes_oak,votes_elm
    1,North,60,40
    2,North,40,60
    """, "early": Sample.first,
  ]
  private static let twoRegions: KeyValuePairs<String, FindingExample.Dataset> = [
    "sheets": """
    sheet,region,votes_oak,votes_elm
    1,North,60,40
    2,South,40,60
    """, "early": Sample.first,
  ]
}
