import Diagnostics
import Testing

@testable import YAML

/// A text, and all that is said about it: place, code, message and hint.
private let cases: [(text: String, said: String)] = [
  ("a: \u{7}\n", #"1:4-5 Y004 the character U+0007 is not allowed in YAML | within double quotes it is written \x07"#),
  ("ab\u{0}", #"1:3-4 Y004 the character U+0000 is not allowed in YAML | within double quotes it is written \x00"#),
  (
    "# \u{FFFE}\na",
    #"1:3-4 Y004 the character U+FFFE is not allowed in YAML | within double quotes it is written \uFFFE"#
  ),
  (
    "a: é\u{2028}b",
    "1:5-6 Y005 the character U+2028 ends a line for some programs and not for others"
      + #" | within double quotes it is written \u2028"#
  ),
  (
    "\"\u{85}\"",
    "1:2-3 Y005 the character U+0085 ends a line for some programs and not for others"
      + #" | within double quotes it is written \x85"#
  ),
  (
    "a: x\u{FEFF}",
    "1:5-6 Y006 a byte order mark (U+FEFF) stands inside the text | delete this invisible character"
  ),
  ("a\rb", "1:2-3 Y007 a carriage return without a line feed ends no line | save the file with Unix line ends"),
  (
    "a: {b: “x”}",
    "1:8-11 Y049 “ is no quotation mark of YAML, and would be part of the text | write straight quotes: \" at both ends"
  ),
  (
    "‘a’: b",
    "1:1-4 Y049 ‘ is no quotation mark of YAML, and would be part of the text | write straight quotes: \" at both ends"
  ),
  (
    "%YAML 1.1 # old\n---\na",
    "1:1-16 Y010 the file declares YAML 1.1, and is read as YAML 1.2"
      + " | YAML 1.1 reads values such as no, 010 and 1:30 otherwise: check them, then write %YAML 1.2"
  ),
  (
    "%YAML 1.2 x\n---\na",
    "1:1-12 Y010 the file declares YAML 1.2 x, and is read as YAML 1.2 | write %YAML 1.2, or remove the line"
  ),
  (
    "%YAML\n---\na", "1:1-6 Y010 the %YAML directive names no version | write %YAML 1.2, or remove the line"
  ),
  ("%YAML 1.2\n%YAML 1.2\n---\na", "2:1-10 Y011 the %YAML directive stands twice"),
  (
    "# x\n%TAG ! tag:x\n---\na",
    "2:1-13 Y012 the directive %TAG is not allowed | the only directive is %YAML 1.2"
  ),
  ("%YAML 1.2\n\na: 1", "3:1-5 Y013 a line '---' must stand between the directives and the document"),
  (
    "a: 1\n%foo bar",
    "2:1-2 Y014 a line of the document cannot start with '%' | quote the value, or move the directive to the top"
  ),
  (
    "a: 1\n%TAG ! tag:x\n---\n",
    "2:1-13 Y014 a line of the document cannot start with '%' | quote the value, or move the directive to the top"
  ),
  (
    "a: 1\n%TAG ! \u{1}\n",
    "2:1-2 Y014 a line of the document cannot start with '%' | quote the value, or move the directive to the top\n"
      + #"2:8-9 Y004 the character U+0001 is not allowed in YAML | within double quotes it is written \x01"#
  ),
  ("", "Y015 the file is empty, or holds only comments"),
  ("\n# x\n", "Y015 the file is empty, or holds only comments"),
  (
    "a\n--- b\n",
    "2:1-6 Y016 a second document starts here; the file must hold exactly one | put it in a file of its own"
  ),
  (
    "a\n...\n# x\nb \n",
    "4:1-2 Y016 a second document starts here; the file must hold exactly one | put it in a file of its own"
  ),
  ("  a: 1\n b: 2\n", "2:2-6 Y017 the document ends before this text | check the indentation"),
  (
    "a: &north 1\nb: *nroth",
    "2:4-10 Y020 the alias *nroth has no anchor &nroth before it | did you mean 'north'?"
  ),
  ("a: *x", "1:4-6 Y020 the alias *x has no anchor &x before it"),
  ("&a [b, *a]", "1:8-10 Y021 the alias *a stands inside the very value that &a names"),
  (
    "a: 1\nb: 2\na: 3\n'b': 4\n",
    "3:1-2 Y022 the key 'a' was already given at 1:1\n4:1-4 Y022 the key 'b' was already given at 2:1"
  ),
  ("? [a]\n: b", "1:3-6 Y023 a key must be a single value, not a list or a mapping"),
  ("{{a: b}: c}", "1:2-8 Y023 a key must be a single value, not a list or a mapping"),
  (
    "a: &x {b: 1}\nc:\n  <<: *x\n",
    "3:3-5 Y024 merge keys ('<<') are not part of YAML 1.2 | write the keys out, or quote '<<' where it is a name"
  ),
  (
    "a: !!binary x\nb: !mine {}\nc: !y!x 1",
    [
      "1:4-14 Y025 the tag !!binary is not known", "2:4-9 Y025 the tag !mine is not known",
      "3:4-8 Y025 the tag !y!x is not known",
    ].map {
      $0 + " | known are !!null, !!bool, !!int, !!float, !!str, !!seq, !!map; quote a text that starts with '!'"
    }.joined(separator: "\n")
  ),
  (
    "[!!int yes, !!bool 'no', !!null 0, !!float 0x1, !!seq a, !!map [], !!str {}, !!int &a ]",
    """
    1:2-11 Y026 the tag !!int does not fit 'yes'
    1:13-24 Y026 the tag !!bool does not fit 'no'
    1:26-34 Y026 the tag !!null does not fit '0'
    1:36-47 Y026 the tag !!float does not fit '0x1'
    1:49-56 Y026 the tag !!seq does not fit 'a'
    1:58-63 Y026 the tag !!map does not fit a list
    1:68-73 Y026 the tag !!str does not fit a mapping
    1:78-86 Y026 the tag !!int does not fit ''
    """
  ),
  (
    "[9223372036854775808, -0009223372036854775809, 0xFFFFFFFFFFFFFFFF]",
    """
    1:2-21 Y027 the integer 9223372036854775808 does not fit in 64 bits | quote it if it is a name or a code
    1:23-46 Y027 the integer -0009223372036854775809 does not fit in 64 bits | quote it if it is a name or a code
    1:48-66 Y027 the integer 0xFFFFFFFFFFFFFFFF does not fit in 64 bits | quote it if it is a name or a code
    """
  ),
  (
    "[1e999, -1e-999]",
    """
    1:2-7 Y028 the number 1e999 does not fit in a 64-bit float
    1:9-16 Y028 the number -1e-999 does not fit in a 64-bit float
    """
  ),
  ("a:\n\tb: 1", "2:1-2 Y029 a tab stands where the indentation needs spaces | indent with spaces"),
  ("a: |\n\tb\n", "2:1-2 Y029 a tab stands where the indentation needs spaces | indent with spaces"),
  ("a: x\n\ty: z\n", "2:1-2 Y029 a tab stands where the indentation needs spaces | indent with spaces"),
  ("a: @x", "1:4-5 Y030 a value cannot start with '@' | quote it"),
  ("選挙: `x", "1:5-6 Y030 a value cannot start with '`' | quote it"),
  (
    "title: Honduras: 2017",
    "1:16-17 Y031 this ':' belongs to no key | quote the value if the ':' is part of it, or check the indentation and the line before"
  ),
  ("a: ? b", "1:4-5 Y032 a key marked with '?' cannot start here | quote the text if it starts with '?'"),
  ("a: - b", "1:4-5 Y033 a list item cannot start here | start the list on a line of its own"),
  (
    "a: 1\nfoo bar  \nb: 2",
    "2:1-8 Y034 no ':' follows this key | write 'key: value', or check the indentation and the quotes before"
  ),
  (
    "a:\n    b: 1\n  c: 2",
    "3:3-4 Y035 this does not go on with the mapping that starts at 1:1 | check the indentation and the quotes"
  ),
  (
    "a: \"x\" y",
    "1:8-9 Y035 this does not go on with the mapping that starts at 1:1 | check the indentation and the quotes"
  ),
  (
    "a:\n  - b\n  c: d",
    "3:3-4 Y036 this does not go on with the list that starts at 2:3 | check the indentation; each item starts with '- '"
  ),
  ("a: [b,\n  c\n", "1:4-5 Y037 this '[' is never closed"),
  ("{a: b", "1:1-2 Y037 this '{' is never closed"),
  ("a: \"b\nc: d\n", "1:4-5 Y037 this quote is never closed"),
  ("a: 'b", "1:4-5 Y037 this quote is never closed"),
  ("a: [b,\n  c\nd: e\n", "3:2-3 Y038 a ',' or ']' is missing here, in the list that starts at 1:4"),
  ("a: {b: c]", "1:9-10 Y038 a ',' or '}' is missing here, in the mapping that starts at 1:4"),
  ("[a,,b]", "1:4-5 Y039 a value is missing here, before ','"),
  ("a: [", "1:5-5 Y039 a value is missing here, before the end of the file"),
  ("{a:,}", "1:3-4 Y040 a blank is missing behind this ':' | or quote the text if the ':' is part of it"),
  ("a: 'x\n---\n'", "2:1-2 Y041 a line '---' or '...' stands inside the quotes that open at 1:4"),
  (
    #"a: "C:\data""#,
    #"1:7-9 Y042 the escape \d is not known | a backslash is written \\ in double quotes, and \ in single quotes"#
  ),
  (#"["\xZZ"]"#, #"1:5-6 Y043 this escape names no character | \x takes 2 hexadecimal digits, \u 4 and \U 8"#),
  (#"["\uD800"]"#, #"1:5-6 Y043 this escape names no character | \x takes 2 hexadecimal digits, \u 4 and \U 8"#),
  (
    "files: *.csv",
    "1:8-9 Y044 the name of an alias is missing behind this '*', or has other characters than letters a to z,"
      + " digits, '-' and '_' | quote a text that starts with '*'"
  ),
  (
    "a: & b",
    "1:4-5 Y044 the name of an anchor is missing behind this '&', or has other characters than letters a to z,"
      + " digits, '-' and '_' | quote a text that starts with '&'"
  ),
  (
    "a: &b:c d\n*b: e\n",
    "1:4-8 Y044 the name of an anchor is missing behind this '&', or has other characters than letters a to z,"
      + " digits, '-' and '_' | quote a text that starts with '&'\n"
      + "2:1-4 Y044 the name of an alias is missing behind this '*', or has other characters than letters a to z,"
      + " digits, '-' and '_' | quote a text that starts with '*'"
  ),
  (
    "a: | x\n  y",
    "1:6-7 Y045 only '+' or '-', an indentation from 1 to 9 and a comment may follow this '|'"
      + " | start the text on the next line"
  ),
  (
    "a: >0\n  y",
    "1:5-6 Y045 only '+' or '-', an indentation from 1 to 9 and a comment may follow this '>'"
      + " | start the text on the next line"
  ),
  ("a: !<foo", "1:4-5 Y046 this is no tag | quote a text that starts with '!'"),
]

@Test func everyProblemHasItsSentence() {
  var codes: Set<String> = ["Y001", "Y002", "Y003", "Y008", "Y009", "Y018", "Y019", "Y047"]  // in the tests below
  for (text, said) in cases {
    let diagnostics = parseYAML(SourceText(name: "t", text)).diagnostics
    #expect(render(diagnostics) == said, "\(text.debugDescription)")
    codes.formUnion(diagnostics.map(\.code))
  }
  // What of Y048 is said stands beside the texts that are too long.
  let all = Set((1...49).map { "Y0" + ($0 < 10 ? "0" : "") + "\($0)" })
  #expect(codes == all.subtracting(["Y048"]))
}

@Test func bytesThatAreNotUTF8() {
  let latin1 = parseYAML(
    SourceText(name: "t", text: Array("p: a".utf8) + [0xE9, 0x0A] + Array("# ".utf8) + [0xE2, 0x82]))
  #expect(
    render(latin1.diagnostics) == """
      1:5-6 Y003 the byte 0xE9 is not UTF-8 | save the file as UTF-8
      2:3-4 Y003 the bytes 0xE2 0x82 are not UTF-8 | save the file as UTF-8
      """)
  let texts: [([UInt8], String)] = [
    ([0xFF, 0xFE, 0x61, 0], "UTF-16"), ([0xFE, 0xFF, 0, 0x61], "UTF-16"), ([0x61, 0], "UTF-16"),
    ([0, 0x61, 0, 0x3A], "UTF-16"), ([0xFF, 0xFE, 0, 0], "UTF-32"), ([0, 0, 0xFE, 0xFF], "UTF-32"),
    ([0x61, 0, 0, 0], "UTF-32"), ([0, 0, 0, 0x61], "UTF-32"),
  ]
  for (bytes, name) in texts {
    let said = render(parseYAML(SourceText(name: "t", text: bytes)).diagnostics)
    #expect(said == "Y002 the file is in \(name), not in UTF-8 | save the file as UTF-8")
  }
}

@Test func whatIsBeyondTheLimits() {
  let small = YAMLLimits(bytes: 40, depth: 2, nodes: 8, problems: 2)
  func said(_ text: String) -> String { render(parseYAML(SourceText(name: "t", text), limits: small).diagnostics) }
  #expect(said(String(repeating: "#", count: 41)) == "Y001 the file has 41 bytes, and at most 40 are read")
  #expect(said("[[a]]") == "")
  #expect(said("[[{}]]") == "1:3-4 Y018 lists and mappings are nested more than 2 deep")
  #expect(said("[&a [b], [*a]]") == "1:11-13 Y018 lists and mappings are nested more than 2 deep")
  #expect(said("[1, 2, 3, 4, 5, 6, 7]") == "")
  #expect(
    said("[1, 2, 3, 4, 5, 6, 7, 8]") == "1:23-24 Y019 the document holds more than 8 values, its aliases followed")
  #expect(said("[&a [b, c, d], *a]") == "1:16-18 Y019 the document holds more than 8 values, its aliases followed")
  let two = "1:2-4 Y020 the alias *a has no anchor &a before it\n1:6-8 Y020 the alias *b has no anchor &b before it\n"
  #expect(said("[*a, *b, *c]") == two + "Y008 1 more problem is not shown")
  #expect(said("[*a, *b, *c, *d]") == two + "Y008 2 more problems are not shown")
}

@Test func whatLibyamlSaysOnlyWhenAllElseFails() {
  func said(_ message: YAMLMessage) -> String { "\(message.code) \(message.message) | \(message.hint ?? "")" }
  #expect(said(.outOfMemory) == "Y009 the memory does not suffice to read this file | ")
  #expect(
    said(.otherSyntax("did not find it")) == "Y047 this is not YAML (in the words of libyaml: did not find it) | ")
}

@Test func longTextsAreCutInMessages() {
  let key = String(repeating: "k", count: 100)
  let said = render(parseYAML(SourceText(name: "t", "\(key): 1\n\(key): 2")).diagnostics)
  #expect(said == "2:1-101 Y022 the key '\(String(repeating: "k", count: 60))...' was already given at 1:1")
}

@Test func allProblemsAppearAtOnceInTheOrderOfTheText() {
  let text = "%YAML 1.1\n---\na: *x\nb: \u{1}\nc: !!int x\na: 99999999999999999999\n? [k]\n: 1\n<<: {}\nd: [\n"
  let said = render(parseYAML(SourceText(name: "t", text)).diagnostics).split(separator: "\n").map { line in
    line.split(separator: " ").prefix(2).joined(separator: " ")
  }
  #expect(
    said == [
      "1:1-10 Y010", "3:4-6 Y020", "4:4-5 Y004", "5:4-11 Y026", "6:1-2 Y022", "6:4-24 Y027", "7:3-6 Y023",
      "9:1-3 Y024", "11:1-1 Y039",
    ])
}

@Test func theCaretsStandUnderTheStretch() {
  let source = SourceText(name: "veedor.yaml", "\u{FEFF}選挙:\r\n  \"título\":\t@x\r\n")
  #expect(
    parseYAML(source).diagnostics.map { $0.rendered(in: source) } == [
      "veedor.yaml:2:13 error[Y030] a value cannot start with '@'\n"
        + " 2 |   \"título\": @x\n   |             ^  quote it"
    ])
}
