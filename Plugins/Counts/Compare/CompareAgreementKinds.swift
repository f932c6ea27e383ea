import ModuleKit

extension CompareCode {
  /// The kinds of findings on what agrees.
  var agreementKind: CodedFindingKind {
    switch self {
    case .nothingInCommon:
      CodedFindingKind(
        .notice,
        Text(
          en: "No sheet has votes both in {first} and in {second}.",
          es: "Ningún acta tiene votos a la vez en {first} y en {second}."),
        caution: Text(
          en: "The keys of the two files may be written differently.",
          es: "Las claves de los dos archivos pueden estar escritas de forma distinta."),
        method: Self.matching, words: ["first", "second"])
    case .incomplete:
      CodedFindingKind(
        .notice,
        Text(
          en:
            "Of {incomplete} that stand both in {first} and in {second}, the votes of some option are missing in one of the two; what both have is the same.",
          es:
            "En {incomplete} que constan tanto en {first} como en {second} faltan los votos de alguna opción en una de las dos fuentes; lo que consta en ambas coincide."
        ),
        caution: Self.bothMayErr, method: Self.matching,
        numbers: [Self.sheets("incomplete", "sheets compared in part", "actas comparadas en parte")],
        words: ["first", "second"])
    case .otherRegister:
      CodedFindingKind(
        .notice,
        Text(
          en: "For {differing}, {first} and {second} have another number of registered voters.",
          es: "En {differing} difiere el número de electores inscritos entre {first} y {second}."),
        caution: Text(
          en: "Registers are corrected between versions of a file; a slip in a key would show in the same way.",
          es: "Los padrones se corrigen entre versiones de un archivo; un error en una clave se vería igual."),
        method: Self.matching,
        numbers: [
          Self.sheets("differing", "sheets with another register", "actas con otro número de inscritos")
        ], words: ["first", "second"])
    case .optionNet:
      CodedFindingKind(
        .info, placement: .annex,
        Text(
          en:
            "The votes of {option} differ on {differing}: in {first} there are {more} more and {fewer} fewer than in {second}, {net.number} net.",
          es:
            "Los votos de {option} difieren en {differing}: en {first} hay {more} más y {fewer} menos que en {second}, {net.number} en neto."
        ),
        caution: Self.bothMayErr, method: Self.matching,
        numbers: [
          Self.sheets("differing", "sheets that differ", "actas que difieren"),
          Self.votes("more", "votes more on the first track", "votos de más en la primera fuente"),
          Self.votes("fewer", "votes fewer on the first track", "votos de menos en la primera fuente"),
          Self.votes("net", "votes more less votes fewer", "votos de más menos votos de menos"),
        ], words: ["option", "first", "second"])
    default:
      CodedFindingKind(
        .info,
        Text(
          en:
            "Of {matched} that stand both in {first} and in {second}, {identical.number} agree in the votes of every option; on {differing.number} those of some option differ. With valid, blank, null and cast ballots, {anything.number} differ in something.",
          es:
            "De {matched} que constan tanto en {first} como en {second}, {identical.number} coinciden en los votos de todas las opciones y en {differing.number} difieren los de alguna. Con votos válidos, blancos, nulos y emitidos, {anything.number} difieren en algo."
        ),
        caution: Self.bothMayErr, method: Self.matching,
        numbers: [
          Self.sheets("matched", "sheets on both tracks", "actas en ambas fuentes"),
          Self.sheets("identical", "sheets with the same votes", "actas con los mismos votos"),
          Self.sheets("differing", "sheets with other votes", "actas con otros votos"),
          Self.sheets("anything", "sheets that differ in any field", "actas que difieren en algún campo"),
        ], words: ["first", "second"])
    }
  }
}
