import Diagnostics

extension CheckedText {
  /// The offset of the first scalar from `offset` on that is neither blank, nor a line break, nor part of a comment.
  func skippingBlanks(from offset: Int) -> Int {
    var offset = offset
    while let scalar = self[offset] {
      switch scalar {
      case " ", "\t", "\n", "\r": offset += 1
      case "#": offset = lineEnd(from: offset)
      default: return offset
      }
    }
    return offset
  }

  /// The offset behind the last scalar before `end` that is neither blank nor a line break.
  func trimmedEnd(_ end: Int) -> Int {
    var end = min(end, scalars.count)
    while let scalar = self[end - 1], scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r" { end -= 1 }
    return end
  }

  /// The offset behind the anchor or the tag that starts at `start`.
  func propertyEnd(from start: Int) -> Int {
    var end = start
    let isVerbatim = self[start] == "!" && self[start + 1] == "<"
    while let scalar = self[end] {
      switch scalar {
      case " ", "\t", "\n", "\r": return end
      case ",", "[", "]", "{", "}": if !isVerbatim { return end }
      default: break
      }
      end += 1
    }
    return end
  }

  /// What is wrong behind the document, whose end libyaml reports at `range`: the marker `...`, or, empty, where the
  /// next token starts. Nil where nothing but blanks, comments and end markers follow.
  func rest(behind range: Range<Int>) -> (YAMLMessage, Range<Int>)? {
    var (offset, isEnded) = (range.upperBound, !range.isEmpty)
    while true {
      offset = skippingBlanks(from: offset)
      guard let first = self[offset] else { return nil }
      let place = offset..<trimmedEnd(lineEnd(from: offset))
      if isMarker("...", at: offset) {
        (offset, isEnded) = (offset + 3, true)
      } else if isEnded || isMarker("---", at: offset) {
        return (.secondDocument, place)
      } else {
        return (first == "%" && mark(offset).column == 1 ? .directiveInText : .textBehindDocument, place)
      }
    }
  }

  /// Whether `marker` stands at `offset`, alone at the start of a line or with a blank behind it.
  func isMarker(_ marker: String, at offset: Int) -> Bool {
    guard mark(offset).column == 1, self[offset..<offset + 3] == marker else { return false }
    guard let next = self[offset + 3] else { return true }
    return next == " " || next == "\t" || next == "\n" || next == "\r"
  }
}
