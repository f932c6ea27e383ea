import ModuleKit

/// Words for measures, figures and periods.
struct CasualtyWords {
  let measure: String
  let population: String
  let window: Window?
  let zone: Zone

  /// What is counted, for `number`: `people killed`, `person killed`.
  func counted(_ number: ExactDecimal) -> Text {
    let isOne = number == 1
    let known = Self.measures[measure]
    return Text(
      en: (isOne ? "person " : "people ") + (known?.en ?? "counted as ‘\(measure)’") + among.en,
      es: (isOne ? "persona " : "personas ")
        + (known.map { isOne ? $0.es : $0.es + "s" } ?? "contada\(isOne ? "" : "s") como ‘\(measure)’") + among.es)
  }

  private var among: Text {
    if population == "all" { return Text("") }
    let name = Self.populations[population] ?? Text("‘\(population)’")
    return Text(en: " among \(name.en)", es: " entre \(name.es)")
  }

  private static let measures = [
    "killed": Text(en: "killed", es: "muerta"), "injured": Text(en: "injured", es: "herida"),
    "detained": Text(en: "detained", es: "detenida"), "missing": Text(en: "missing", es: "desaparecida"),
  ]
  private static let populations = [
    "civilian": Text(en: "civilians", es: "civiles"), "police": Text(en: "police officers", es: "policías"),
    "military": Text(en: "members of the armed forces", es: "militares"),
    "police_and_military": Text(en: "police and armed forces", es: "policías y militares"),
  ]

  /// The number of a claim as the source put it: `at least 23`.
  func stated(_ figure: ClaimedFigure) -> Text {
    Text { language in
      let (low, high) = (number(figure.low, language), number(figure.high, language))
      if figure.low != figure.high {
        return language == .english ? "between \(low) and \(high)" : "entre \(low) y \(high)"
      }
      let words: Text? =
        switch figure.qualifier {
        case .exact: nil
        case .atLeast: Text(en: "at least", es: "al menos")
        case .moreThan: Text(en: "more than", es: "más de")
        case .atMost: Text(en: "at most", es: "como máximo")
        case .lessThan: Text(en: "fewer than", es: "menos de")
        case .approximate: Text(en: "about", es: "alrededor de")
        }
      return words.map { "\($0[language]) \(low)" } ?? low
    }
  }

  private func number(_ value: ExactDecimal, _ language: Language) -> String {
    language.number(value.number, places: Int(value.scale))
  }

  /// The numbers `figures`, which are equal, with those who state them: `at least 23 according to OHCHR and 23 according
  /// to the police`.
  func list(_ figures: [ClaimedFigure]) -> Text {
    Text { language in
      var sources: [(stated: String, names: [String])] = []
      for figure in figures {
        let (stated, name) = (stated(figure)[language], figure.claim.provenance.sourceName[language])
        if let place = sources.firstIndex(where: { $0.stated == stated }) {
          sources[place].names.append(name)
        } else {
          sources.append((stated, [name]))
        }
      }
      let by = language == .english ? "according to" : "según"
      return language.list(sources.map { "\($0.stated) \(by) \(language.list($0.names))" })
    }
  }

  /// The range in words: `between 23 and 33 or more people killed`.
  func range(_ low: ExactDecimal, _ high: ExactDecimal, isOpen: Bool) -> Text {
    Text { language in
      let numbers =
        low == high
        ? number(low, language)
        : language == .english
          ? "between \(number(low, language)) and \(number(high, language))"
          : "entre \(number(low, language)) y \(number(high, language))"
      let open = isOpen ? (language == .english ? " or more" : " o más") : ""
      return "\(numbers)\(open) \(counted(isOpen ? 2 : high)[language])"
    }
  }

  /// The lowest and the highest of `used` with those who state them, in words that follow the range.
  func detail(_ used: [ClaimedFigure], _ low: ExactDecimal, _ high: ExactDecimal) -> Text {
    if low == high { return list(used) }
    let (lowest, highest) = (list(used.filter { $0.low == low }), list(used.filter { $0.high == high }))
    return Text(
      en: "the lowest number is \(lowest.en), the highest \(highest.en)",
      es: "el número más bajo es \(lowest.es); el más alto, \(highest.es)")
  }

  /// The window, in words that follow what it limits; empty where none is asked.
  var asked: Text {
    guard let window else { return Text("") }
    return Text(
      en: " for the period from \(Language.english.day(window.from)) to \(Language.english.day(window.to))",
      es: " para el período del \(Language.spanish.day(window.from)) al \(Language.spanish.day(window.to))")
  }

  /// The window, or that none is asked, in words that follow the sources' latest claims.
  var scope: Text {
    window == nil
      ? Text(en: ", each for its own period,", es: ", cada una para su propio período,") : asked
  }

  /// How many claims are left out, in words that go on with what they are about.
  func left(_ count: Int) -> Text {
    let (number, counted) = (Quantity(count, .claims), counted(2))
    return Text(
      en: "\(number.text(.english)) on \(counted.en) \(count == 1 ? "is" : "are")",
      es: "\(number.text(.spanish)) sobre \(counted.es) \(count == 1 ? "corresponde" : "corresponden")")
  }

  /// The most claims that a sentence tells of those left out.
  private static let mostLeftOut = 5

  /// The unit of a claim as its source writes it.
  static func unit(of claim: Claim) -> String { claim.unit ?? Unit.people.id }

  /// The numbers that are none of people, each with its unit and who states it; of many, the first ones.
  func leftOut(_ figures: [ClaimedFigure]) -> Text {
    Text { language in
      let told = figures.prefix(Self.mostLeftOut).map { figure in
        let unit = Self.unit(of: figure.claim)
        let people = language == .english ? "people" : "personas"
        return "\(stated(figure)[language]) \(unit == Unit.people.id ? people : "‘\(unit)’") "
          + "\(language == .english ? "according to" : "según") \(figure.claim.provenance.sourceName[language])"
      }
      let more = figures.count - told.count
      guard more > 0 else { return language.list(told) }
      return language.list(told + ["\(language.number(more)) \(language == .english ? "more" : "más")"])
    }
  }

  /// The measure in words, where nobody says that it counts people.
  var topic: Text { Self.measures[measure] == nil ? Text("‘\(measure)’") : counted(2) }

  /// The period of a claim, in words that follow its number: with how it is known, where the source does not state it.
  func period(_ claim: Claim) -> Text {
    let days = days(claim)
    guard claim.isPeriodInferred, claim.periodFrom != nil || claim.periodTo != nil else { return days }
    return Text(
      en: "\(days.en) (a period that the source does not state: inferred)",
      es: "\(days.es) (período que la fuente no indica: inferido)")
  }

  private func days(_ claim: Claim) -> Text {
    switch (claim.periodFrom, claim.periodTo) {
    case (let from?, let to?):
      Text(
        en: " from \(Language.english.day(from)) to \(Language.english.day(to))",
        es: " del \(Language.spanish.day(from)) al \(Language.spanish.day(to))")
    case (let from?, nil):
      Text(en: " since \(Language.english.day(from))", es: " desde el \(Language.spanish.day(from))")
    case (nil, let to?): Text(en: " until \(Language.english.day(to))", es: " hasta el \(Language.spanish.day(to))")
    case (nil, nil): Text(en: " without saying from when to when", es: " sin indicar de cuándo a cuándo")
    }
  }

  /// The words of the source itself, in a sentence behind its number; empty where the rows do not have them.
  func quoted(_ claim: Claim) -> Text {
    guard let quote = claim.quote?.text else { return Text("") }
    return Text(en: " In its words: \(quote.en).", es: " En sus palabras: \(quote.es).")
  }

  /// When a claim was published, with how that is known.
  func published(_ claim: Claim) -> Text {
    let publication = claim.provenance.publication
    let text = publication.text(in: zone)
    guard publication.basis == .inferred else { return text }
    return Text(en: "\(text.en) (inferred)", es: "\(text.es) (fecha inferida)")
  }
}
