public import Language

/// Why a document is no drawing that is safe to show.
public enum DrawingRefusal: Error, Equatable {
  case noDocument, secondDocument, textOutside, nesting, otherMarkup, brokenTag, brokenAttribute, styleSheet,
    strayAmpersand, controlCharacter, tooManyElements, tooDeep
  case outside(String), element(String), brokenEnd(String), attribute(String), noValue(String), noQuotes(String),
    attributeTwice(String), identifier(String), identifierTwice(String), address(String), value(String), style(String),
    namespace(String), reference(String)
  case inside(String, around: String)
  case attributeElsewhere(String, element: String)

  /// What the document holds that a drawing does not, or what it lacks, as a part of a sentence.
  public var reason: Text {
    switch self {
    case .noDocument:
      Text(en: "no whole SVG document", es: "ningún documento SVG completo")
    case .secondDocument:
      Text(en: "a second document", es: "un segundo documento")
    case .textOutside:
      Text(en: "text outside the document", es: "texto fuera del documento")
    case .outside(let element):
      Text(en: "the element '\(element)' outside the document", es: "el elemento «\(element)» fuera del documento")
    case .element(let name):
      Text(en: "the element '\(Self.part(name))'", es: "el elemento «\(Self.part(name))»")
    case .inside(let element, let around):
      Text(en: "the element '\(element)' inside '\(around)'", es: "el elemento «\(element)» dentro de «\(around)»")
    case .nesting:
      Text(en: "too much nesting", es: "demasiados niveles, unos dentro de otros")
    case .otherMarkup:
      Text(en: "markup other than elements", es: "marcas que no son elementos")
    case .brokenTag:
      Text(en: "a broken tag", es: "una etiqueta mal formada")
    case .brokenEnd(let element):
      Text(en: "the broken end of '\(element)'", es: "un cierre mal formado de «\(element)»")
    case .brokenAttribute:
      Text(en: "a broken attribute", es: "un atributo mal formado")
    case .attribute(let name):
      Text(en: "the attribute '\(Self.part(name))'", es: "el atributo «\(Self.part(name))»")
    case .noValue(let attribute):
      Text(
        en: "the attribute '\(Self.part(attribute))' without a value",
        es: "el atributo «\(Self.part(attribute))» sin valor")
    case .noQuotes(let attribute):
      Text(
        en: "the attribute '\(Self.part(attribute))' without quotes",
        es: "el atributo «\(Self.part(attribute))» sin comillas")
    case .attributeTwice(let attribute):
      Text(en: "the attribute '\(attribute)' twice", es: "el atributo «\(attribute)» dos veces")
    case .attributeElsewhere(let attribute, let element):
      Text(en: "the attribute '\(attribute)' on '\(element)'", es: "el atributo «\(attribute)» en «\(element)»")
    case .identifier(let text):
      Text(en: "the identifier '\(Self.part(text))'", es: "el identificador «\(Self.part(text))»")
    case .identifierTwice(let text):
      Text(en: "the identifier '\(Self.part(text))' twice", es: "el identificador «\(Self.part(text))» dos veces")
    case .address(let text):
      Text(en: "the address '\(Self.part(text))'", es: "la dirección «\(Self.part(text))»")
    case .value(let text):
      Text(en: "the value '\(Self.part(text))'", es: "el valor «\(Self.part(text))»")
    case .style(let text):
      Text(en: "the style '\(Self.part(text))'", es: "el estilo «\(Self.part(text))»")
    case .styleSheet:
      Text(en: "a style sheet that reaches beyond it", es: "una hoja de estilo que alcanza fuera de él")
    case .namespace(let text):
      Text(en: "the namespace '\(Self.part(text))'", es: "el espacio de nombres «\(Self.part(text))»")
    case .reference(let text):
      Text(en: "the reference '\(Self.part(text))'", es: "la referencia «\(Self.part(text))»")
    case .strayAmpersand:
      Text(en: "a stray '&'", es: "un «&» suelto")
    case .controlCharacter:
      Text(en: "a control character", es: "un carácter de control")
    case .tooManyElements:
      Text(
        en: "more than \(DrawingBudget.most) elements to draw", es: "más de \(DrawingBudget.most) elementos que dibujar"
      )
    case .tooDeep:
      Text(
        en: "references to references, more than \(DrawingBudget.deepest) one behind the other",
        es: "referencias a referencias, más de \(DrawingBudget.deepest) una tras otra")
    }
  }

  /// What strangers wrote, as a reason quotes it: a part of it is enough.
  private static func part(_ text: String) -> String {
    let scalars = text.unicodeScalars
    return String(scalars.prefix(60)) + (scalars.count > 60 ? "…" : "")
  }
}
