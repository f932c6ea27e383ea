import ModuleKit

extension SheetChecks {
  /// A rule that nothing breaks.
  struct RuleKept: FindingShape {
    let checked, unchecked: Int
    let rule, notChecked: Text

    init(_ rule: SheetRule, _ result: RuleResult) {
      (checked, unchecked) = (result.checked, result.unchecked)
      (self.rule, notChecked) = (rule.sentence, rule.notChecked(result))
    }

    static let kind = FindingKind<Self>(
      .info,
      Sentence(
        en: "None of the \(\.checked) checked breaks the rule “\(\.rule)”.\(\.notChecked)",
        es: "Ninguna de las \(\.checked) comprobadas incumple la regla «\(\.rule)».\(\.notChecked)"),
      caution: Text(
        en: "Figures that add up can still be wrong: whoever invents or copies figures can make them add up.",
        es: "Unas cifras que cuadran pueden ser falsas: quien las inventa o las copia puede hacer que cuadren."),
      method: method,
      numbers: [
        .init("checked", \.checked, .number, Text(en: "what was checked", es: "lo comprobado")),
        .init(
          "not_checked", \.unchecked, .number,
          Text(en: "what could not be checked", es: "lo que no pudo comprobarse")),
      ], words: [.init("rule", \.rule), .init("unchecked", \.notChecked)],
      examples: [
        FindingExample("A large sheet that no other repeats.", ["sheets": large], finds: "same_figures"),
        FindingExample("A sheet too small for the one rule whose figures it has.", ["sheets": small]),
      ])
  }

  /// The rules for which no sheet has the figures.
  struct RulesUnchecked: FindingShape {
    let rules: Text

    init(_ rules: [SheetRule]) {
      self.rules = Text(
        en: rules.map(\.sentence.en).joined(separator: " "), es: rules.map(\.sentence.es).joined(separator: " "))
    }

    static let kind = FindingKind<Self>(
      .info,
      Sentence(
        en: "No sheet has the figures that these rules need, so that none was checked: \(\.rules)",
        es: "Ningún acta tiene las cifras que estas reglas necesitan, así que no se comprobaron: \(\.rules)"),
      caution: Text(
        en: "What is not published cannot be checked; it does not follow that it is wrong.",
        es: "Lo que no se publica no puede comprobarse; de ello no se sigue que esté mal."),
      method: method, words: [.init("rules", \.rules)],
      examples: [
        FindingExample("A sheet with nothing but votes.", ["sheets": large], finds: "council"),
        FindingExample(
          "A sheet with every figure.",
          [
            "sheets": """
            sheet,registered,received,issued,unused,cast,valid,blank,null,votes_oak,votes_elm
            1,300,300,100,200,100,100,0,0,60,40
            """
          ]),
      ])
  }

  private static let large: FindingExample.Dataset = """
    sheet,votes_oak,votes_elm
    1,60,40
    """
  private static let small: FindingExample.Dataset = """
    sheet,votes_oak,votes_elm
    1,6,4
    """
}
