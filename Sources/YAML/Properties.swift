/// The anchor and the tag before a value, found in the text: libyaml reports one range for them and the value.
struct Properties {
  /// Where the value itself starts.
  private(set) var contentStart: Int
  /// Where the anchor stands.
  private(set) var anchor: Range<Int>?
  /// Where the tag stands.
  private(set) var tag: Range<Int>?

  init(of event: Event, in text: CheckedText) {
    contentStart = event.range.lowerBound
    // Counted, since a mapping starts where the properties of its first key do.
    var remaining = (event.anchor == nil ? 0 : 1) + (event.tag == nil ? 0 : 1)
    while remaining > 0, let scalar = text[contentStart], scalar == "&" || scalar == "!" {
      remaining -= 1
      let end = text.propertyEnd(from: contentStart)
      if scalar == "!" { tag = contentStart..<end } else { anchor = contentStart..<end }
      contentStart = text.skippingBlanks(from: end)
    }
  }
}
