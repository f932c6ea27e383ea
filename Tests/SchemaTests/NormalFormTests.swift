import Schema
import Testing

/// All ways of writing the same have one normal form.
@Suite struct NormalFormTests {
  @Test(
    arguments: [
      (.string(.duration), ["6h", "360min", "21600s", "0.25d"], "6h"),
      (.string(.duration), ["90min", "1.5h", "5400s"], "90min"), (.string(.duration), ["0s", "0d"], "0d"),
      (.string(.duration), ["0.5s"], "0.5s"), (.string(.duration), ["90s", "1.5min"], "90s"),
      (
        .string(.instant), ["2017-11-28T00:00:00-06:00", "2017-11-28T06:00:00Z", "2017-11-28T06:00:00.0Z"],
        "2017-11-28T06:00:00Z"
      ),
      (.string(.proportion), ["0.05", .number(0.05)], "0.05"), (.string(.proportion), [1, "1"], "1"),
      (.number(0...10), [2, .number(2)], 2), (.number(0...10), [.number(0.5)], .number(0.5)),
      (.list(Schema(.string(.duration)), atLeast: 0), [["60min", "2h"], ["1h", "120min"]], ["1h", "2h"]),
      (.map(Schema(.number(0...1))), [["a": .number(1), "x_note": 7], ["a": 1]], ["a": 1]),
      (.either([Schema(.integer(0...9)), Schema(.string(.duration))]), ["60min", "1h"], "1h"),
      (.boolean, [true], true), (.choice(["a", "b"]), ["b"], "b"), (.string(.text), ["6h", ""], nil),
    ] as [(Schema.Shape, [Value], Value?)])
  func oneForAll(_ shape: Schema.Shape, _ written: [Value], _ normal: Value?) {
    for value in written {
      let found = Schema(shape).normalised(value)
      #expect(found == normal ?? value)
      #expect(Schema(shape).problems(of: found).isEmpty)
      #expect(Schema(shape).normalised(found) == found)
    }
  }

  @Test func whatIsLeftOutHasItsDefault() {
    let schema = Schema(
      .object([
        .init("silence", Schema(.string(.duration), default: "360min")), .init("share", Schema(.number(0...1))),
        .init("inner", Schema(.object([.init("n", Schema(.integer(0...9), default: 3))]))),
      ]))
    #expect(schema.normalised([:]) == ["silence": "6h"])
    #expect(schema.normalised(["x_why": "a", "silence": "1h", "inner": [:]]) == ["silence": "1h", "inner": ["n": 3]])
    #expect(schema.normalised(["silence": "6h", "share": .number(1)]) == ["silence": "6h", "share": 1])
  }

  @Test func whatIsNotAdmittedStays() {
    for value in ["six", 6, .null, ["a"]] as [Value] { #expect(Schema(.string(.duration)).normalised(value) == value) }
    #expect(Schema(.object([])).normalised("a") == "a")
  }

  @Test func lengthsOfEveryUnitReadBackAsThemselves() {
    for seconds in [0, 0.001, 1, 59, 60, 61, 3599, 3600, 5400, 86_399, 86_400, 1_000_000, StringFormat.longestDuration]
    {
      let text = StringFormat.duration(ofSeconds: seconds)
      #expect(text.flatMap(StringFormat.seconds(ofDuration:)) == seconds, "\(text ?? "none")")
    }
    #expect(StringFormat.seconds(ofDuration: "36526d") == nil)
    #expect(StringFormat.duration(ofSeconds: -1) == nil)
    #expect(StringFormat.duration(ofSeconds: .infinity) == nil)
  }
}
