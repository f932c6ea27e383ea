internal import CMarkdown

/// What a character reference such as `&ntilde;` or `&#241;` stands for; nil where it is none.
///
/// libcmark-gfm knows the two thousand names; the letters around the reference keep blanks from being trimmed.
func characterReference(_ reference: some Sequence<UInt8>) -> String? {
  let wrapped = [UInt8(ascii: "x")] + Array(reference) + [UInt8(ascii: "x")]
  let root = wrapped.withUnsafeBytes { bytes in
    cmark_parse_document(bytes.bindMemory(to: CChar.self).baseAddress, bytes.count, 0)
  }
  guard let root else { return nil }
  defer { cmark_node_free(root) }
  guard let text = cmark_node_first_child(cmark_node_first_child(root)), cmark_node_next(text) == nil,
    let literal = cmark_node_get_literal(text)
  else { return nil }
  let meant = Array(String(cString: literal).utf8)
  guard meant != wrapped, meant.count > 2 else { return nil }
  return String(decoding: meant.dropFirst().dropLast(), as: UTF8.self)
}
