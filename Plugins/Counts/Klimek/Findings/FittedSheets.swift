import ModuleKit

extension Klimek {
  /// Sheets too few, or too much alike, for a fit.
  struct TooFew: FindingShape {
    let usable: Int
    let option: Text

    static let kind = FindingKind<Self>(
      .info, tier: .screening, placement: .annex,
      Sentence(
        en: "The model is not fitted to \(\.option): \(\.usable) can be used, and they are too few or too much alike.",
        es:
          "El modelo no se ajusta para \(\.option): pueden usarse \(\.usable), y son demasiado pocas o demasiado iguales."
      ),
      caution: Text(
        en: "No fit says nothing either way.", es: "Que no haya ajuste no dice nada, ni a favor ni en contra."),
      method: Method.fit,
      numbers: [
        .init("usable", \.usable, .sheets, Text(en: "sheets that can be used", es: "actas que pueden usarse"))
      ], words: [.init("option", \.option)])
  }

  /// Sheets that the fit does without.
  struct LeftOut: FindingShape {
    let used, all: Int

    static let kind = FindingKind<Self>(
      .info, tier: .screening, placement: .annex,
      Sentence(
        en:
          "The fit uses \(\.used, .number) of \(\.all): the others miss a count, have fewer than 100 voters on the list, no ballots, or more ballots than voters.",
        es:
          "El ajuste usa \(\.used, .number) de \(\.all): en las demás falta un recuento, hay menos de 100 inscritos, ninguna papeleta, o más papeletas que inscritos."
      ),
      caution: Text(
        en: "What the sheets left out would show is not known.",
        es: "No se sabe qué mostrarían las actas que no se usan."), method: Method.fit,
      numbers: [
        .init("used", \.used, .sheets, Text(en: "sheets used", es: "actas usadas")),
        .init("all", \.all, .sheets, Text(en: "all sheets", es: "todas las actas")),
      ])
  }
}
