import ModuleKit

extension Late {
  /// What several findings do not show.
  enum Caution {
    static let leftOut = Text(
      en: "What is left out may differ from the rest; no result here speaks for it.",
      es: "Lo que queda fuera puede ser distinto del resto; ningún resultado de aquí habla por ello.")
    static let withinAreas = Text(
      en:
        "A change within areas may be legitimate: people vote at other hours, and the tables of one place are ordered by surname or date of registration. And a shift that the mix of areas explains in full does not clear alteration inside sheets.",
      es:
        "Un cambio dentro de áreas puede ser legítimo: se vota a otras horas, y las mesas de un recinto se ordenan por apellido o fecha de inscripción. Y un cambio que la mezcla de áreas explica del todo no descarta alteraciones dentro de las actas."
    )
    static let feasible = Text(
      en:
        "What was possible is not what was likely. The number of late votes is that of the final count, which nobody knew at the hour.",
      es:
        "Lo posible no es lo probable. El número de votos tardíos es el del cómputo final, que nadie conocía en ese momento."
    )
    static let notAtRandom = Text(
      en:
        "Late sheets are not missing at random, and nothing but their number bounds how far they can differ. It does not say whether they do for a legitimate reason.",
      es:
        "Las actas tardías no faltan al azar, y solo su número limita cuánto pueden diferir. No dice si lo hacen por una razón legítima."
    )
    static let jump = Text(
      en:
        "Fifty placebo cuts give no p below .02, and cuts that overlap are dependent: p is a rank among them. The interval held the true jump in 94% or more of simulated series of lines and curves, in 74% where the margin rises steeply about the cut and in 73% where it bends and twelve batches make up the count: Docs/methods/calibration.md. A jump may come from where the sheets behind a pause are from; on Bolivia 2019 published readings differ (Idrobo, Kronick and Rodríguez 2022 find no jump; the 2.51% of Escobari and Hoover is a difference in differences, not a jump).",
      es:
        "Cincuenta cortes de placebo no dan p menor que .02, y los que se solapan son dependientes: p es un rango entre ellos. El intervalo contuvo el salto verdadero en al menos el 94% de las series simuladas de rectas y curvas, en el 74% donde el margen sube con fuerza en torno al corte y en el 73% donde se curva y doce lotes forman el conteo: Docs/methods/calibration.md. Un salto puede deberse a de dónde son las actas tras una pausa; sobre Bolivia 2019 las lecturas publicadas difieren (Idrobo, Kronick y Rodríguez 2022 no hallan ningún salto; el 2.51% de Escobari y Hoover es una diferencia en diferencias, no un salto)."
    )
  }

  /// How several findings are reached.
  enum Method {
    static let parting = Text(
      en: "sheets parted by an earlier dataset, or by their time of publication: Docs/methods/counts.md, “Late votes”",
      es:
        "actas separadas por un conjunto anterior o por su hora de publicación: Docs/es/methods/counts.md, «Votos tardíos»"
    )
    static let decomposition = Text(
      en: "decomposition of a difference of rates on the areas of a level (Kitagawa 1955, JASA 50:1168)",
      es: "descomposición de una diferencia de tasas sobre las áreas de un nivel (Kitagawa 1955, JASA 50:1168)")
    static let remaining = Text(
      en: "remaining-vote arithmetic: Docs/methods/counts.md, “Late votes”",
      es: "aritmética del voto restante: Docs/es/methods/counts.md, «Votos tardíos»")
    static let projection = Text(
      en:
        "early margin of the finest area with early votes; the widest interval of components found by leaving early neighbours out in turn and of errors clustered by the areas of each level (CR2, Bell and McCaffrey 2002): Docs/methods/counts.md, “Late votes”",
      es:
        "margen temprano del área más fina con votos tempranos; el intervalo más amplio de los componentes hallados al omitir por turno vecinas tempranas y de errores agrupados por las áreas de cada nivel (CR2, Bell y McCaffrey 2002): Docs/es/methods/counts.md, «Votos tardíos»"
    )
    static let previousElection = Text(
      en:
        "the same stations in the previous election, in today's order (Idrobo, Kronick and Rodríguez 2022, JOP 84:2202), and by how much they changed since (difference in differences): Docs/methods/counts.md, “Late votes”",
      es:
        "las mismas mesas en la elección anterior, en el orden de hoy (Idrobo, Kronick y Rodríguez 2022, JOP 84:2202), y cuánto variaron desde entonces (diferencia en diferencias): Docs/es/methods/counts.md, «Votos tardíos»"
    )
    static let localLinear = Text(
      en:
        "local linear regression with a triangular kernel on both sides, errors clustered by the areas of each level (CR2, Bell and McCaffrey 2002), the widest interval (Idrobo, Kronick and Rodríguez 2022, JOP 84:2202)",
      es:
        "regresión lineal local con núcleo triangular a ambos lados, errores agrupados por las áreas de cada nivel (CR2, Bell y McCaffrey 2002), el intervalo más amplio (Idrobo, Kronick y Rodríguez 2022, JOP 84:2202)"
    )
  }

  /// What numbers of several findings are.
  enum Summary {
    static let lateVotes = Text(en: "valid votes counted late", es: "votos válidos contados después")
    static let uncovered = Text(
      en: "late votes in areas without early ones", es: "votos tardíos en áreas sin votos tempranos")
    static let threshold = Text(en: "the margin that the rule asks for", es: "el margen que pide la regla")
    static let needed = Text(en: "margin needed among the late votes", es: "margen necesario")
    static let ifAllVoted = Text(
      en: "margin needed, had every voter registered on a late sheet cast a valid vote",
      es: "margen necesario si cada inscrito en un acta tardía hubiera emitido un voto válido")
    static let lateRegistered = Text(en: "voters registered on late sheets", es: "inscritos en actas tardías")
  }

  /// Sheets that stand in several examples.
  enum Sample {
    /// The first of ``pair``.
    static let first: FindingExample.Dataset = """
      sheet,votes_oak,votes_elm
      1,60,40
      """
    static let pair: FindingExample.Dataset = """
      sheet,votes_oak,votes_elm
      1,60,40
      2,40,60
      """
    /// The first sheet early, and the other one late.
    static let parted: KeyValuePairs<String, FindingExample.Dataset> = ["sheets": pair, "early": first]
    /// A lead of 20 votes, and 10 votes counted late.
    static let fewLate: KeyValuePairs<String, FindingExample.Dataset> = [
      "sheets": """
      sheet,votes_oak,votes_elm
      1,60,40
      2,5,5
      """, "early": first,
    ]
    /// No sheet late.
    static let earlyAlone: KeyValuePairs<String, FindingExample.Dataset> = ["sheets": first, "early": first]
  }
}
