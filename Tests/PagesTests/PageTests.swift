import Language
import Pages
import Testing

/// What stands in the body of a page of `nodes`.
func body(_ nodes: [PageNode], _ language: Language = .english) -> String {
  let html = Page(language: language, title: "t", nodes: nodes).html
  guard let start = html.firstRange(of: "<main>\n"), let end = html.firstRange(of: "</main>") else { return html }
  return String(html[start.upperBound..<end.lowerBound])
}

@Test func aPageStandsOnItsOwn() {
  let page = Page(language: .spanish, title: "A & b", notice: "Sólo <para> pruebas", nodes: [PageNode(.p, "c")])
  #expect(
    page.html.hasPrefix(
      """
      <!DOCTYPE html>
      <html lang="es">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="referrer" content="no-referrer">
      <title>A &amp; b</title>
      <style>

      """))
  #expect(
    page.html.hasSuffix(
      """
      </style>
      </head>
      <body>
      <p class="notice" role="note">Sólo &lt;para&gt; pruebas</p>
      <main>
      <p>c</p>
      </main>
      </body>
      </html>

      """))
  for address in ["src=", "@import", "url(", "http-equiv=\"refresh\"", "<script", "<link"] {
    #expect(!page.html.contains(address), "\(address)")
  }
  #expect(page.html == page.html)
}

@Test func aPageWithoutANotice() {
  let html = Page(language: .english, title: "t", nodes: []).html
  #expect(html.contains("<body>\n\n<main>\n</main>\n"))
  #expect(!html.contains("class=\"notice\"") && html.contains("@bottom-left { content: \"\"; }"))
}

@Test func thePrintedFooterCannotLeaveItsString() {
  let html = Page(language: .english, title: "t", notice: "a\"; } </style><b>ñ\\", nodes: []).html
  #expect(html.contains("@bottom-left { content: \"a\\22 \\3b  \\7d  \\3c \\2f style\\3e \\3c b\\3e \\f1 \\5c \"; }"))
  #expect(html.ranges(of: "</style>").count == 1)
}

/// The rules that what is printed stands on.
@Test(arguments: [
  ".screening::details-content { display: block; content-visibility: visible; block-size: auto; opacity: 1; }",
  "thead { display: table-header-group; }", "a { color: inherit; } .bound a { text-decoration: none; }",
  "figure, blockquote, tr, .sources > ol > li, .cited li { break-inside: avoid; }",
  "figure, figcaption { break-before: avoid; }", ".scroll { overflow: visible; }",
  "td:not(.right) { overflow-wrap: anywhere; }", "figure img { width: auto; max-width: 100%; max-height: 125mm;",
])
func printedPagesShowEverything(rule: String) throws {
  let html = Page(language: .english, title: "t", nodes: []).html
  let print = try #require(html.firstRange(of: "@media print {")).upperBound
  #expect(html[print...].contains(rule))
}

/// The notice stands once on every printed page: above the first, at the foot of the others.
@Test func theNoticeIsPrintedOnceAPage() {
  let html = Page(language: .english, title: "t", notice: "n", nodes: []).html
  #expect(
    html.contains(
      "@page { @bottom-left { content: \"n\"; } }\n@page :first { @bottom-left { content: none; } }\n</style>"))
}

/// Links are told from text by a line, on screen and paper: those that are numbered have their number on paper.
@Test func linksAreToldWithoutColour() throws {
  let html = Page(language: .english, title: "t", nodes: []).html
  let print = try #require(html.firstRange(of: "@media print {")).lowerBound
  #expect(!html[..<print].contains("text-decoration: none"))
  #expect(html[print...].ranges(of: "text-decoration: none").count == 1)
  #expect(html.contains(".bound a[data-reference]::after {\n  content: \"\\2060 [\" attr(data-reference) \"]\";"))
}

@Test(arguments: StyleClass.allCases)
func theSheetKnowsEveryClass(name: StyleClass) throws {
  let html = Page(language: .english, title: "t", nodes: []).html
  #expect(html.contains(try Regex("\\.\(name.rawValue)[ ,:{]")))
}
