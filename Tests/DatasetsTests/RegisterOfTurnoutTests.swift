import Tables
import TestSupport
import Testing

@testable import Datasets

/// A register that a file gives by the turnout alone.
@Suite struct RegisterOfTurnoutTests {
  /// Against every whole number there is: those whose share is less than a unit of the last place away.
  @Test func theWholeIsTheOneThatFits() {
    var draw = Seeded(seed: 3)
    for _ in 0..<400 {
      let (part, scale) = (Int64(1 + draw.number(below: 60)), UInt8(draw.number(below: 3)))
      let percent = ExactDecimal(mantissa: Int64(2 + draw.number(below: 9999)), scale: scale)
      let unit = [1, 10, 100][Int(scale)]
      // |100 part / whole − percent| < 1 / unit, without a fraction.
      let fitting = (1...7000).filter { whole in
        let difference = 100 * Int(part) * unit - Int(percent.mantissa) * whole
        return abs(difference) < whole
      }
      let found = RegisterOfTurnout.whole(part, percent)
      switch fitting.count {
      case 1 where fitting[0] < 7000: #expect(found == .number(Int64(fitting[0])), "\(part) \(percent)")
      case 0: #expect(found != .open || percent.mantissa * 7000 < 100 * part * Int64(unit) * 2, "\(part) \(percent)")
      default: #expect(found == .open, "\(part) \(percent)")
      }
    }
  }

  /// However the share was rounded, the register is never another one than it was.
  @Test func neverAnother() {
    var draw = Seeded(seed: 5)
    for _ in 0..<2000 {
      let register = 1 + draw.number(below: 3000)
      let part = 1 + draw.number(below: register)
      let (scale, unit) = draw.once(in: 2) ? (UInt8(2), 100) : (UInt8(1), 10)
      let floor = 100 * part * unit / register
      for mantissa in [
        floor, (200 * part * unit + register) / (2 * register), (100 * part * unit + register - 1) / register,
      ] {
        let found = RegisterOfTurnout.whole(Int64(part), ExactDecimal(mantissa: Int64(mantissa), scale: scale))
        #expect(found == .open || found == .number(Int64(register)), "\(part) of \(register)")
      }
    }
  }

  @Test func ofAFile() throws {
    let mapped = MappedSheets {
      var registered = ColumnSource(["Votantes"])
      registered.percent = "Participación"
      $0.columns = ["registered": registered, "cast": ["Votantes"], "sheet": ["Mesa"]]
    }
    let head = "Mesa,Votantes,Participación,votes_oak,votes_elm\n"
    let text = head + "a,231,61.27,1,2\nb,2310,61.3,1,2\nc,0,0.00,0,0\nd,,61.27,1,2\n"
    let sheets = try mapped.sheets(text)
    #expect(sheets.registered.all == [377, nil, nil, nil] && sheets.cast.all == [231, 2310, 0, nil])
    #expect(
      try mapped.doubts(text).filter { $0.contains("K237") } == [
        "sheets.csv warning[K237] column 'registered': on 3 of 4 rows no single whole number follows from the percentage\n  it is missing there"
      ])
    #expect(
      mapped.told(head + "a,231,61.27,1,2\nb,2,99.99,1,2\n") == """
        sheets.csv error[K179] row 2, column 'registered': 2 is 99.99 % of no whole number
          is it the share of that column in the one that is asked for?
        """)
    // Of what is left once others are taken off.
    let less = MappedSheets {
      var registered = ColumnSource(["Votantes"], less: ["Nulos"])
      registered.percent = "Participación"
      $0.columns = ["registered": registered, "sheet": ["Mesa"]]
    }
    let without = "Mesa,Votantes,Nulos,Participación,votes_oak,votes_elm\na,241,10,61.27,1,2\n"
    #expect(try less.sheets(without).registered.all == [377])
    let wrong = MappedSheets {
      var sheet = ColumnSource(["Mesa"])
      sheet.percent = "Participación"
      $0.columns = ["sheet": sheet]
    }
    #expect(wrong.told(text).hasPrefix("sheets.csv error[K178] 'percent' works out whole numbers, and 'sheet' is none"))
  }
}
