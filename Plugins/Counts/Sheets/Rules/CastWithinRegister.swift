import ModuleKit

extension SheetRule {
  /// A3: ballots cast against voters.
  static let castWithinRegister = SheetRule(
    code: "cast_within_register",
    sentence: Text(
      en:
        "No more ballots are cast than there are voters: those registered, those admitted beside them, the allowance.",
      es:
        "No hay más votos emitidos que votantes: los inscritos, los admitidos además de ellos y el margen permitido."),
    opening: onSheets("more ballots were cast than there are voters", "hay más votos emitidos que votantes"),
    stake: Text(en: "the ballots beyond the voters", es: "los votos que exceden a los votantes"),
    caution: Text(
      en:
        "Registers have supplements, and voters may be allowed to vote elsewhere; whom the ballots favour is not known.",
      es:
        "Los padrones tienen suplementos y puede permitirse votar en otro lugar; no se sabe a quién favorecen los votos."
    ),
    examples: [
      RuleExample(
        Text(
          en: "As many ballots as voters, and voters admitted beyond the register.",
          es: "Tantos votos emitidos como votantes, y votantes admitidos fuera del padrón."),
        [
          "sheets": """
          sheet,registered,extra_voters,cast
          1,300,,300
          2,300,5,305
          """
        ]),
      RuleExample(
        Text(en: "Three ballots too many.", es: "Sobran tres votos."),
        [
          "sheets": """
          sheet,registered,extra_voters,cast
          1,300,5,308
          """
        ], breaks: ["1": 3]),
      RuleExample(
        Text(
          en: "A law may allow a share more, rounded up: two per cent of 254 are six.",
          es: "Una ley puede permitir una proporción más, redondeada hacia arriba: el dos por ciento de 254 son seis."),
        [
          "sheets": """
          sheet,registered,cast
          1,254,260
          2,254,261
          3,50,51
          4,120,97
          5,180,140
          6,200,151
          7,210,160
          """
        ], with: ["allowance": .number(0.02)], breaks: ["2": 1]),
      RuleExample(
        Text(
          en: "Ballots that are not stated as cast are the valid, blank and null ones.",
          es: "Los votos emitidos que no constan son los válidos, en blanco y nulos."),
        [
          "sheets": """
          sheet,registered,valid,blank,null
          1,100,99,1,1
          2,,99,1,1
          """
        ], breaks: ["1": 1], unchecked: 1),
    ]
  ) { input in
    let cast = input.sheets.castBallots
    return RuleResult(input.sheets) { row in
      guard let ballots = cast[row], let voters = input.voters(row) else { return nil }
      return ballots <= voters ? .kept : .broken(.cast, stated: ballots, computed: voters, stake: ballots - voters)
    }
  }
}
