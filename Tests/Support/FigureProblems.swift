public import Charts
import Language

extension Figure {
  /// What is wrong with the figure whatever it shows, in words; nothing where all is well.
  ///
  /// It is well-formed in every language and says what it is; marks stand in the same places in every language; texts
  /// stay within it and labels clear of each other; nothing is fetched, and no style reaches the page around it; its
  /// words decide nothing.
  public var problems: [String] {
    do {
      let drawings = try Language.allCases.map { try Drawing(self, in: $0) }
      let hasOnePlace = Set(drawings.map(\.places)).count == 1
      return drawings.flatMap(\.problems) + (hasOnePlace ? [] : ["marks stand in other places in another language"])
    } catch {
      return ["\(error)"]
    }
  }
}

/// A figure in one language, as it is read back.
private struct Drawing {
  let figure: Figure
  let language: Language
  let text: String
  let svg: SVGReader.Node

  init(_ figure: Figure, in language: Language) throws {
    (self.figure, self.language, text) = (figure, language, figure.svg(in: language))
    svg = try SVGReader.read(text)
  }

  var id: String { "fig-\(figure.id)-\(language.rawValue)" }

  /// All shapes and labels of the panels with where they stand. Panels themselves stand where the texts above them leave
  /// off, and the numbers of an axis where they have room.
  var places: [String] {
    svg.children.filter { $0.name == "g" }.flatMap(\.children).filter { $0.name != "text" || $0.isLabel }.map { node in
      let attributes = node.attributes.filter { $0.key != "fill" }.sorted { $0.key < $1.key }
      return ([node.name] + attributes.map { "\($0.key)=\($0.value)" }).joined(separator: " ")
    }
  }

  var problems: [String] {
    (naming + fetching + styling + setting + deciding).map { "\(language.rawValue): \($0)" }
  }

  private var naming: [String] {
    let expected = [
      "role": "img", "lang": language.rawValue, "id": id, "aria-labelledby": "\(id)-title \(id)-desc",
    ]
    var problems = expected.filter { svg.attributes[$0.key] != $0.value }.map { "\($0.key) is not \($0.value)" }
      .sorted()
    for (place, name, words) in [(0, "title", figure.caption.title), (1, "desc", figure.description)] {
      let node = svg.children[place]
      if node.name != name || node.attributes["id"] != "\(id)-\(name)" || node.text != words[language] {
        problems.append("\(name) does not say what the figure is")
      }
    }
    return problems
  }

  private var fetching: [String] {
    let http = text.ranges(of: "http").count == 1 ? [] : ["more than the name space begins with http"]
    return http
      + ["href", "@import", "<script", "url(h", "data:"].filter { text.contains($0) }.map { "it holds \($0)" }
  }

  private var styling: [String] {
    let rules = svg.all(named: "style").flatMap { $0.text.split(separator: "\n") }
    let starts = [
      "#\(id) .v-", "#\(id) text{", "#\(id){", "@media (prefers-color-scheme:dark){#\(id){", "@media print{#\(id){",
    ]
    var problems = rules.filter { rule in !starts.contains { rule.hasPrefix($0) } }.map { "rule \($0)" }
    for node in svg.all {
      let classes = (node.attributes["class"] ?? "").split(separator: " ")
      problems += classes.filter { !$0.hasPrefix("v-") }.map { "class \($0)" }
      if let own = node.attributes["id"], !own.hasPrefix(id) { problems.append("id \(own)") }
      if let fill = node.attributes["fill"], fill != "url(#\(id)-hatch)" { problems.append("fill \(fill)") }
    }
    return problems
  }

  /// By the estimate of widths, which is on the wide side: nothing is cut off at the edge, no label covers another.
  private var setting: [String] {
    let width = svg.attributes["viewBox"]?.split(separator: " ").compactMap { Double($0) }[2] ?? 0
    var problems = svg.all(named: "text").filter { node in
      let box = node.box
      return box.x < 4 || box.right > width - 3.9
    }.map { "‘\($0.text)’ does not stay within the figure" }
    for panel in svg.children.filter({ $0.name == "g" }) {
      let labels = panel.all(named: "text").filter(\.isLabel)
      for (place, label) in labels.enumerated() {
        problems += labels[..<place].filter { $0.box.overlaps(label.box) }.map {
          "‘\($0.text)’ and ‘\(label.text)’ cover each other"
        }
      }
    }
    return problems
  }

  private var deciding: [String] {
    // A sentence of the caption is drawn on several lines, and only the whole of it says what it says.
    let words = [figure.description[language], svg.all(named: "text").map(\.text).joined(separator: " ")]
    return words.flatMap { Wording.slips(in: $0) }.map { "the word ‘\($0.word)’ decides" }
  }
}

extension SVGReader.Node {
  /// Whether it is a line of a label, or a heading.
  fileprivate var isLabel: Bool { name == "text" && attributes["class"]?.contains("v-halo") ?? false }

  /// What a line of text takes, by the estimate.
  fileprivate var box: Box {
    let (size, isBold) = (number("font-size") ?? 0, attributes["class"]?.contains("v-bold") ?? false)
    let width = Typeface.width(of: text, size: size, bold: isBold)
    let left = (number("x") ?? 0) - (["middle": width / 2, "end": width][attributes["text-anchor"] ?? ""] ?? 0)
    return Box(x: left, y: (number("y") ?? 0) - 0.75 * size, width: width, height: 0.95 * size)
  }
}
