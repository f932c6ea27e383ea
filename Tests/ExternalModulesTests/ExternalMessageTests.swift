import Files
import Hashing
import ModuleKit
import TestSupport
import Testing

@testable import ExternalModules

/// Everything that an external module can do wrong, and the sentence for it.
@Suite struct ExternalMessageTests {
  private static let hello = HostileModule.hello
  private static let result = HostileModule.result
  private static let small: ModuleLimits = {
    var limits = ModuleLimits()
    (limits.output, limits.log, limits.line, limits.file) = (200_000, 100_000, 10_000, 100)
    limits.grace = .milliseconds(50)
    return limits
  }()

  /// A script, and the code and sentence that it ends in.
  struct Behaviour: Sendable, CustomTestStringConvertible {
    var name: String
    var script: String
    var text: String
    var hint: String?
    var testDescription: String { name }

    init(_ name: String, _ script: String, _ text: String, hint: String? = nil) {
      (self.name, self.script, self.text, self.hint) = (name, script, text, hint)
    }
  }

  private static func say(_ lines: String...) -> String {
    lines.map { "echo '\($0)'\n" }.joined()
  }

  private static func output(_ path: String, _ content: String, _ what: String = #""table":"rows""#) -> String {
    #"{"type":"output",\#(what),"path":"\#(path)","sha256":"\#(Hash32(of: content.utf8).hex)"}"#
  }

  /// A command that puts the folder of outputs into `$out`.
  private static let out = #"out=$(sed 's/.*"outputs":"\([^"]*\)".*/\1/')"# + "\n"

  static let behaviours: [Behaviour] = [
    Behaviour(
      "prints garbage", say("garbage"),
      "E005 line 1 of the module's output is not valid JSON at byte 0: unexpected character"
    ),
    Behaviour(
      "prints an empty line", say(hello, ""),
      "E005 line 2 of the module's output is not valid JSON at byte 0: the text ends too early"),
    Behaviour(
      "says what nobody knows", say(hello, #"{"type":"shout"}"#),
      "E006 line 2 of the module's output is no message: 'type' cannot be read"),
    Behaviour(
      "states a number without a unit",
      say(hello, #"{"type":"finding","code":"seen","subject":"a","values":{"n":{"value":2}}}"#),
      "E006 line 2 of the module's output is no message: 'values.n' cannot be read"),
    Behaviour(
      "states a digest that is none",
      say(hello, #"{"type":"output","table":"rows","path":"rows.csv","sha256":"E3B0C442"}"#),
      "E006 line 2 of the module's output is no message: 'sha256' cannot be read"),
    Behaviour("does not greet", say(result), "E007 the module's output does not begin with 'hello'"),
    Behaviour(
      "is another one", say(#"{"type":"hello","id":"other","version":"1"}"#),
      "E008 the module says that it is 'other' of version '1', its module.yaml says 'hostile' of version '1'"),
    Behaviour("greets twice", say(hello, hello), "E009 line 2 of the module's output is a second 'hello'"),
    Behaviour(
      "talks on", say(hello, result, result), "E010 line 3 of the module's output stands behind its end"),
    Behaviour("says nothing", "", "E011 the module ended without 'result' or 'failed'"),
    Behaviour(
      "stops in the middle", "echo first >&2; echo 'second\u{1B}[1m' >&2; echo ' ' >&2\n" + say(hello),
      "E011 the module ended without 'result' or 'failed'", hint: "its log ends with: second[1m"),
    Behaviour(
      "fails without a word", say(hello) + "echo no such library >&2\nexit 3\n",
      "E012 the module ended with exit status 3", hint: "its log ends with: no such library"),
    Behaviour(
      "fails behind its result", say(hello, result) + "exit 1\n", "E012 the module ended with exit status 1"),
    Behaviour("dies", say(hello) + "kill -9 $$\n", "E013 the module was ended by signal 9"),
    Behaviour(
      "floods its output", say(hello) + #"yes '{"type":"progress","done":0.5}'"#,
      "E015 the module was stopped, since it wrote more than 200000 bytes to its standard output"),
    Behaviour(
      "floods its log", say(hello) + "yes >&2\n",
      "E015 the module was stopped, since it wrote more than 100000 bytes to its standard error"),
    Behaviour(
      "writes an endless line", say(hello) + "head -c 20000 /dev/zero | tr '\\0' x; sleep 1000\n",
      "E016 line 2 of the module's output is longer than 10000 bytes"),
    Behaviour(
      "names a file that is not there", say(hello, output("tables/rows.csv", ""), result),
      "E017 the module's output file 'tables/rows.csv' cannot be used: no such file or folder"),
    Behaviour(
      "climbs out of its folder", say(hello, output("../../veedor.yaml", ""), result),
      "E017 the module's output file '../../veedor.yaml' cannot be used: it is not a file inside the folder of outputs"),
    Behaviour(
      "names an absolute path", say(hello, output("/etc/passwd", ""), result),
      "E017 the module's output file '/etc/passwd' cannot be used: it is not a file inside the folder of outputs"),
    Behaviour(
      "links out of its folder",
      out + "ln -s /etc/passwd $out/rows.csv\n" + say(hello, output("rows.csv", ""), result),
      "E017 the module's output file 'rows.csv' cannot be used: it is a symbolic link"),
    Behaviour(
      "names a folder", out + "mkdir $out/rows.csv\n" + say(hello, output("rows.csv", ""), result),
      "E017 the module's output file 'rows.csv' cannot be used: it is not a file inside the folder of outputs"),
    Behaviour(
      "writes a huge file",
      out + "head -c 101 /dev/zero > $out/rows.csv\n" + say(hello, output("rows.csv", ""), result),
      "E018 the module's output file 'rows.csv' is larger than 100 bytes"),
    Behaviour(
      "lies about a digest", out + "echo n > $out/rows.csv\n" + say(hello, output("rows.csv", "m\n"), result),
      "E019 the module's output file 'rows.csv' does not have the digest that the module states"),
    Behaviour(
      "gives a table twice", say(hello, output("a.csv", ""), output("b.csv", "")),
      "E020 the module's output file 'b.csv' is for something that it gave before"),
    Behaviour(
      "draws in one language",
      out + "printf x > $out/d.svg\n"
        + say(hello, output("d.svg", "x", #""figure":"drawing","language":"en""#), result),
      "E021 the module's figure 'drawing' lacks the language 'es'"),
    Behaviour(
      "rests on what it was not given",
      say(hello, #"{"type":"finding","code":"seen","subject":"a","evidence":[{"dataset":"sheets","rows":[]}]}"#),
      "E022 the evidence of finding 'seen' about 'a' names a dataset 'sheets' that the operation was not given"),
    Behaviour(
      "rests on a row that is not there",
      say(hello, #"{"type":"finding","code":"seen","subject":"a","evidence":[{"dataset":"said","rows":["c1","c9"]}]}"#),
      "E023 the evidence of finding 'seen' about 'a' names a row 'c9' that dataset 'said' does not have"),
    Behaviour(
      "has a range upside down",
      say(
        hello,
        #"{"type":"finding","code":"seen","subject":"a","values":{"n":{"unit":"claims","low":3,"high":2.5,"interval":"hard_bound"}}}"#
      ),
      "E025 the range of 'n' in finding 'seen' about 'a' is from 3.0 down to 2.5", hint: "'low' is the lower end"),
    Behaviour(
      "says why it cannot", say(hello, #"{"type":"failed","problems":[{"message":"too few rows"}]}"#) + "exit 1\n",
      "E024 too few rows"),
    Behaviour(
      "says why it cannot, with a code",
      say(hello, #"{"type":"failed","problems":[{"code":"X7","message":"too few rows","hint":"add some"}]}"#),
      "X7 too few rows", hint: "add some"),
    Behaviour(
      "finds what it did not declare", say(hello, #"{"type":"finding","code":"guessed","subject":"a"}"#, result),
      "K009 the operation makes a finding 'guessed' that it does not declare"),
    Behaviour(
      "leaves its sentence incomplete", say(hello, #"{"type":"finding","code":"seen","subject":"a"}"#, result),
      "K011 the sentence of finding 'seen' about 'a' names something that the finding does not state"),
    Behaviour(
      "gives a table that it did not declare",
      say(hello, output("x.csv", "", #""table":"columns""#), result),
      "K016 the operation makes a table 'columns' that it does not declare with these columns"),
    Behaviour(
      "gives a table with other columns",
      out + "echo m > $out/rows.csv\n" + say(hello, output("rows.csv", "m\n"), result),
      "T013 unknown column 'm'", hint: "did you mean 'n'?"),
  ]

  @Test(arguments: behaviours) func tells(_ behaviour: Behaviour) async throws {
    let problems = try await HostileModule(behaviour.script, Self.small).problems()
    let first = try #require(problems.first)
    #expect("\(first.code) \(first.message)" == behaviour.text)
    #expect(first.hint == behaviour.hint)
  }

  @Test func everyMessageIsTriggeredSomewhere() {
    let codes = Set(Self.behaviours.compactMap { $0.text.split(separator: " ").first.map(String.init) })
    let elsewhere: Set = ["E001", "E002", "E003", "E004", "E014"]
    for number in 1...25 {
      let code = "E0" + (number < 10 ? "0" : "") + "\(number)"
      #expect(codes.union(elsewhere).contains(code))
    }
  }

  @Test func aProgramThatIsNotThere() async throws {
    let hostile = try HostileModule("")
    var yaml = try #require(try Value(json: try hostile.scratch.text("modules/hostile/module.yaml").utf8).object)
    for (command, shown) in [("no_such_program_here", "no_such_program_here"), ("./none", "./none")] {
      yaml["command"] = [.string(command)]
      try hostile.scratch.write(Value.object(yaml).prettyJSON, to: "modules/hostile/module.yaml")
      let module = try HostileModule.module(in: hostile.scratch)
      try module.trust()
      let error = await #expect(throws: DiagnosticsError.self) {
        try await module.run(
          Request("try"),
          Context(
            mission: Mission(
              id: "m", title: Text("M"), electionDay: Day(ordinal: 0), zone: try #require(Zone("UTC")),
              languages: [.english], notice: nil)))
      }
      #expect(error?.all.map(\.code) == ["E004"])
      #expect(
        error?.all.map(\.message) == ["the module's command '\(shown)' cannot be started: there is no such program"])
    }
  }

  @Test func aProgramThatMayNotRun() async throws {
    let hostile = try HostileModule("")
    var yaml = try #require(try Value(json: try hostile.scratch.text("modules/hostile/module.yaml").utf8).object)
    yaml["command"] = ["./run.sh"]
    try hostile.scratch.write(Value.object(yaml).prettyJSON, to: "modules/hostile/module.yaml")
    let module = try HostileModule.module(in: hostile.scratch)
    try module.trust()
    #expect(module.program == nil && hostile.module.program == "sh")
    // Before it is asked whether it may: a file of a format that no system runs.
    for (mode, text, wanted) in [
      (UInt32(0o644), "exit 0\n", "E004 the module's command './run.sh' cannot be started: it is not executable"),
      (0o755, "\u{7F}ELF", "E012 the module ended with exit status 127"),
    ] {
      try hostile.scratch.write(text, to: "modules/hostile/run.sh", mode: mode)
      try module.trust()
      let problems = try await HostileModule(scratch: hostile.scratch, module: module).problems()
      #expect(problems.map { "\($0.code) \($0.message)" } == [wanted])
    }
  }

  @Test func aLinkInTheFolder() async throws {
    let hostile = try HostileModule("")
    try hostile.scratch.link("/etc/passwd", from: "modules/hostile/data")
    let error = #expect(throws: DiagnosticsError.self) { try hostile.module.trust() }
    #expect(
      error?.all.map { "\($0.code) \($0.message)" } == [
        "E003 '\(hostile.scratch.path)/modules/hostile/data' is a link or device, which a module's folder cannot hold"
      ])
  }
}
