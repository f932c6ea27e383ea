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

@Test(arguments: StyleClass.allCases)
func theSheetKnowsEveryClass(name: StyleClass) throws {
  let html = Page(language: .english, title: "t", nodes: []).html
  #expect(html.contains(try Regex("\\.\(name.rawValue)[ ,:{]")))
}
