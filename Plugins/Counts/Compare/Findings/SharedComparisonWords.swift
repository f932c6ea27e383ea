import ModuleKit

extension Compare {
  /// What several findings do not show.
  enum Caution {
    static let bothMayErr = Text(
      en:
        "Either copy may be the wrong one: only the original sheet decides which, and why they differ.",
      es:
        "Cualquiera de las dos copias puede ser la errónea: solo el acta original decide cuál y por qué difieren."
    )
  }

  /// How several findings are reached.
  enum Method {
    static let matching = Text(
      en: "sheets matched on their keys, field by field: Docs/methods/counts.md, “Two tracks”",
      es: "actas emparejadas por su clave, campo a campo: Docs/es/methods/counts.md, «Dos fuentes»")
  }
}
