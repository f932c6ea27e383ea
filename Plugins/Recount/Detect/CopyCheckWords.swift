import ModuleKit

extension CopyCheck {
  /// Whose copies they are, in words.
  var copies: Text {
    switch track {
    case nil: Text(en: "copies", es: "copias")
    case .official: Text(en: "official copies", es: "copias oficiales")
    case .preliminary: Text(en: "copies of the preliminary count", es: "copias del conteo preliminar")
    case .party: Text(en: "party copies", es: "copias de partidos")
    case .observer: Text(en: "observers' copies", es: "copias de observadores")
    }
  }

  /// How many differ, in words.
  var differingWords: Text {
    switch differing {
    case 0: Text(en: "none differs from its sheet", es: "ninguna difiere de su acta")
    case 1: Text(en: "one differs from its sheet", es: "una difiere de su acta")
    default:
      Text { language in
        let number = Quantity(differing, .copies).number(language)
        return language == .english ? "\(number) differ from their sheets" : "\(number) difieren de sus actas"
      }
    }
  }
}
