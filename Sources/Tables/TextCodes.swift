/// The texts of a column as small numbers: equal texts have equal codes, in the order of their first rows.
public struct TextCodes: Sendable {
  /// The code of each row; -1 where the text is missing.
  public let codes: [Int32]
  /// The text of each code.
  public let texts: [String]
}

extension TextColumn {
  /// The texts as codes. Costs one look a row, and one copy a distinct text.
  public var encoded: TextCodes {
    // Equal texts mostly stand in one place of the pool, so that places are looked up first and texts seldom.
    var byPlace: [Slot: Int32] = [:]
    var byText: [String: Int32] = [:]
    var texts: [String] = []
    var (lastSlot, lastCode): (Slot, Int32) = (.max, -1)
    let codes = [Int32](unsafeUninitializedCapacity: count) { codes, initialized in
      for row in 0..<count {
        let slot = slots[row]
        if missing.contains(row) {
          codes.initializeElement(at: row, to: -1)
          continue
        }
        if slot != lastSlot {
          lastSlot = slot
          if let known = byPlace[slot] {
            lastCode = known
          } else {
            let text = String(decoding: utf8(row), as: UTF8.self)
            lastCode = byText[text] ?? Int32(texts.count)
            if lastCode == texts.count {
              byText[text] = lastCode
              texts.append(text)
            }
            byPlace[slot] = lastCode
          }
        }
        codes.initializeElement(at: row, to: lastCode)
      }
      initialized = count
    }
    return TextCodes(codes: codes, texts: texts)
  }
}
