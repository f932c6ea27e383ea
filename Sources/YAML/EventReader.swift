import CLibYAML

/// libyaml's parser: hands out one event after another, and owns the memory behind them.
struct EventReader: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  /// libyaml reads from here for as long as the parser lives.
  private let input: UnsafeMutableBufferPointer<UInt8>
  private let isReady: Bool

  init(_ utf8: [UInt8]) {
    input = .allocate(capacity: utf8.count)
    _ = input.initialize(from: utf8)
    parser = .allocate(capacity: 1)
    isReady = yaml_parser_initialize(parser) == 1
    guard isReady else { return }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, input.baseAddress, input.count)
  }

  deinit {
    if isReady { yaml_parser_delete(parser) }
    parser.deallocate()
    input.deallocate()
  }

  /// The next event.
  func next() throws(SyntaxError) -> Event {
    guard isReady else { throw .outOfMemory }
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw SyntaxError(parser.pointee) }
    defer { yaml_event_delete(&event) }
    return Event(event)
  }
}

extension Event {
  fileprivate init(_ event: yaml_event_t) {
    let (start, end) = (event.start_mark.index, event.end_mark.index)
    range = start..<max(start, end)
    switch event.type {
    case YAML_DOCUMENT_START_EVENT: kind = .documentStart
    case YAML_DOCUMENT_END_EVENT: kind = .documentEnd
    case YAML_STREAM_START_EVENT: kind = .streamStart
    case YAML_ALIAS_EVENT: kind = .alias(text(event.data.alias.anchor) ?? "")
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      kind = .scalar(String(decoding: bytes, as: UTF8.self), Scalar.Style(scalar.style))
      (anchor, tag) = (text(scalar.anchor), text(scalar.tag))
    case YAML_SEQUENCE_START_EVENT:
      kind = .sequenceStart
      (anchor, tag) = (text(event.data.sequence_start.anchor), text(event.data.sequence_start.tag))
    case YAML_SEQUENCE_END_EVENT: kind = .sequenceEnd
    case YAML_MAPPING_START_EVENT:
      kind = .mappingStart
      (anchor, tag) = (text(event.data.mapping_start.anchor), text(event.data.mapping_start.tag))
    case YAML_MAPPING_END_EVENT: kind = .mappingEnd
    default: kind = .streamEnd
    }
  }
}

extension Scalar.Style {
  fileprivate init(_ style: yaml_scalar_style_t) {
    self =
      switch style {
      case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
      case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
      case YAML_LITERAL_SCALAR_STYLE: .literal
      case YAML_FOLDED_SCALAR_STYLE: .folded
      default: .plain
      }
  }
}

extension SyntaxError {
  fileprivate static var outOfMemory: SyntaxError {
    SyntaxError(problem: "out of memory", context: "", place: 0, contextPlace: 0)
  }

  fileprivate init(_ parser: yaml_parser_t) {
    guard parser.error != YAML_MEMORY_ERROR else {
      self = .outOfMemory
      return
    }
    problem = parser.problem.map { String(cString: $0) } ?? ""
    context = parser.context.map { String(cString: $0) } ?? ""
    (place, contextPlace) = (parser.problem_mark.index, parser.context_mark.index)
  }
}

/// The text of a C string that libyaml owns; nil for none.
private func text(_ string: UnsafeMutablePointer<yaml_char_t>?) -> String? {
  string.map { String(cString: $0) }
}
