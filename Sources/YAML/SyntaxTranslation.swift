extension SyntaxError {
  /// The problem as one of our own messages, and where to point.
  ///
  /// libyaml often notices late: where its context says better what is wrong, as with a quote that is never closed,
  /// that is where the message points.
  func translated(in text: CheckedText) -> (YAMLMessage, Range<Int>) {
    let here = place..<min(place + 1, max(place, text.scalars.count))
    let opening = contextPlace..<contextPlace + 1
    let isAtEnd = text.skippingBlanks(from: place) >= text.scalars.count
    if context.contains("directive") { return (.directiveInText, opening) }
    switch problem {
    case "found character that cannot start any token":
      let character = text[place] ?? " "
      return (character == "\t" ? .tabIndent : .reservedStart(character), here)
    case "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      return (.tabIndent, here)
    case "mapping values are not allowed in this context": return (.strayColon, here)
    case "mapping keys are not allowed in this context": return (.strayQuestionMark, here)
    case "block sequence entries are not allowed in this context": return (.strayDash, here)
    case "could not find expected ':'":
      return (.keyWithoutColon, contextPlace..<max(contextPlace, text.trimmedEnd(text.lineEnd(from: contextPlace))))
    case "did not find expected key": return (.notInMapping(start: text.mark(contextPlace)), here)
    case "did not find expected '-' indicator": return (.notInList(start: text.mark(contextPlace)), here)
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
      if isAtEnd { return (.neverClosed(text[contextPlace] ?? "["), opening) }
      let closing: Unicode.Scalar = problem.hasSuffix("']'") ? "]" : "}"
      return (.missingComma(closing: closing, start: text.mark(contextPlace)), here)
    case "did not find expected node content": return (.missingValue(before: text[place]), here)
    case "found unexpected ':'": return (.tightColon, here)
    case "found unexpected end of stream": return (.neverClosed(text[contextPlace] ?? "\""), opening)
    case "found unexpected document indicator": return (.markerInQuotes(start: text.mark(contextPlace)), here)
    case "found unknown escape character": return (.unknownEscape(text[place + 1] ?? "\\"), place..<place + 2)
    case "did not find expected hexdecimal number", "found invalid Unicode character escape code":
      return (.brokenEscape, here)
    case "did not find expected alphabetic or numeric character":
      return (.brokenName(context.hasSuffix("an alias") ? "*" : "&"), opening)
    case "found an indentation indicator equal to 0", "did not find expected comment or line break":
      return (.brokenBlockHeader(text[contextPlace] ?? "|"), here)
    case "found undefined tag handle":
      let tag = place..<text.propertyEnd(from: place)
      return (.unknownTag(text[tag]), tag)
    case "out of memory": return (.outOfMemory, here)
    default: return isAboutTag ? (.brokenTag, opening) : (.otherSyntax(problem), here)
    }
  }

  private var isAboutTag: Bool {
    context == "while scanning a tag" || context == "while parsing a tag"
  }
}
