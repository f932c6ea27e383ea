import ModuleKit
import Testing

@testable import Drafting

/// Which of several sentences, parted by bars, are marked when the one with the tag rests on a stale result.
///
/// The tag stands for `#`; the bars say where sentences end, and are taken out before the text is read.
private func isSplitRight(_ marked: String) -> Bool {
  let text = marked.split(separator: "|").joined()
    .split(separator: "#", omittingEmptySubsequences: false).joined(separator: "{{count_line.silence.gap}}")
  let wanted = marked.split(separator: "|").map(String.init)
    .map { sentence -> String in
      let shown = sentence.split(separator: "#", omittingEmptySubsequences: false).joined(
        separator: "at least 30 and at most 42\u{A0}hours")
      guard sentence.contains("#") else { return shown }
      let end = shown.last == " " ? " " : ""
      return "⟦\(shown.dropLast(end.count)) [count_line: not current]⟧\(end)"
    }
    .joined().replacing(/\{\{verbatim "([^"]*)"\}\}/) { $0.1 }
    .replacing("{{mission.title}}", with: "Honduras, general election 2017")
  let html = body(text, Sample.edition(status: .stale))
  guard let start = html.firstRange(of: "</p>\n") else { return false }
  let shown = visible(
    String(html[start.upperBound...]).replacing("<mark class=\"stale\">", with: "⟦").replacing("</mark>", with: "⟧"))
  if shown != wanted + "\n" { print("wanted: \(wanted)\nshown:  \(shown)") }
  return shown == wanted + "\n"
}

@Test(arguments: [
  "A plain one. |It took #. |Another.",
  "Was it #? |Yes! |No…",
  "Mr. Smith and Dr. Jones waited #. |Then they left.",
  "El Sr. Pérez y la Dra. López esperaron #. |Luego salieron.",
  "Hubo varias, p. ej. la de #. |Después nada.",
  "Hubo varias, p.ej. La Ceiba, por #. |Después nada.",
  "The U.S. Senate waited #. |Others did not.",
  "It went to the U.S. |The count took #. |End.",
  "La misión de EE. UU. Esperaba #. |Fin.",
  "La embajada de EE.UU. |El conteo tardó #. |Fin.",
  "¿Fue así? |¡No! |¿Duró #? |Sí.",
  "“It took #.” |Another sentence.",
  "“How long?” asked the court: #. |Another.",
  "«Duró #.» |Otra.",
  "It took # (see the annex). |Another.",
  "It took #. |(A bracket follows.) |End.",
  "One. |“A quotation took #.” |End.",
  "J. R. Smith waited #. |End.",
  "The art. {{verbatim \"5\"}} says #. |End.",
  "It rose by {{verbatim \"12.08\"}} in #. |End.",
  "El n.º {{verbatim \"5\"}} duró #. |Fin.",
  "First: #; second: more. |Third.",
  "It ended. |{{mission.title}} took #. |End.",
  "# passed. |# again. |Nothing more.",
  "They said no. |It took #. |Un par. |Fin.",
  "It took approx. #. |End.",
  "Wait … # passed. |End.",
  "It took #... |Then it ended.",
  "Nothing at all. |Ñandúes esperaron #. |Éstos no.",
])
func sentencesEndWhereTheyEnd(text: String) {
  #expect(isSplitRight(text), "\(text)")
}
