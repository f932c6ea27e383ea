import Language

/// Writes a page as one HTML document.
struct PageWriter {
  private let language: Language
  private var out = Markup()
  /// The notes in the order of their first references on the page, which need not be that of their numbers.
  private var notes: [Int] = []
  /// How often each note was referred to.
  private var references: [Int: Int] = [:]

  private static let notesLabel = Text(en: "Notes", es: "Notas")
  private static let backToText = Text(en: "Back to the text", es: "Volver al texto")

  init(_ language: Language) { self.language = language }

  /// The document.
  mutating func write(_ page: Page) -> String {
    head(page)
    out.own("<body>\n")
    // Without a notice its line is empty.
    if page.notice.isEmpty {
      out.line()
    } else {
      write([PageNode(.p, [.class(.notice), .role("note")], page.notice)])
    }
    out.own("<main>\n")
    write(page.nodes)
    out.own("</main>\n</body>\n</html>\n")
    return out.html
  }

  private mutating func head(_ page: Page) {
    out.own("<!DOCTYPE html>\n<html lang=\"")
    out.text(language.rawValue)
    out.own("\">\n<head>\n<meta charset=\"utf-8\">\n")
    out.own("<meta http-equiv=\"Content-Security-Policy\" ")
    out.own("content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'\">\n")
    out.own("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    out.own("<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n")
    out.own("<title>")
    out.text(page.title)
    out.own("</title>\n<style>\n")
    out.style(StyleSheet(footer: page.notice))
    out.own("</style>\n</head>\n")
  }

  // MARK: Nodes

  private mutating func write(_ nodes: [PageNode]) {
    for node in nodes { write(node) }
  }

  private mutating func write(_ node: PageNode) {
    switch node {
    case .text(let text): out.text(text)
    case .element(let element, let attributes, let children):
      out.open(element, attributes)
      if element.breaksInside { out.line() }
      write(children)
      if !element.isVoid { out.close(element) }
      if element.breaksBehind { out.line() }
    case .drawing(let drawing, let alternative):
      out.image(drawing, alternative: alternative)
      out.line()
    case .noteReference(let number): reference(to: number)
    case .notes(let texts): write(notes: texts)
    }
  }

  // MARK: Notes

  private mutating func reference(to number: Int) {
    if !notes.contains(number) { notes.append(number) }
    let shown = (notes.firstIndex(of: number) ?? 0) + 1
    let count = references[number, default: 0] + 1
    references[number] = count
    let link = PageNode(.a, [.fragment("note-\(shown)"), .role("doc-noteref")], String(shown))
    write(PageNode(.sup, [.class(.reference), .id("note-\(shown)-from-\(count)")], [link]))
  }

  private mutating func write(notes texts: [Int: [PageNode]]) {
    guard !notes.isEmpty else { return }
    out.open(.section, [.class(.footnotes), .role("doc-endnotes"), .label(Self.notesLabel[language])])
    out.line()
    out.open(.ol, [])
    out.line()
    // A note may refer to another one, which is then added behind.
    var index = 0
    while index < notes.count {
      let text = texts[notes[index]] ?? []
      index += 1
      let back = PageNode(
        .a, [.fragment("note-\(index)-from-1"), .role("doc-backlink"), .label(Self.backToText[language])], "↩")
      write(PageNode(.li, [.id("note-\(index)")], text + [back]))
    }
    out.close(.ol)
    out.line()
    out.close(.section)
    out.line()
  }
}
