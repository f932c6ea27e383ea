import TestSupport
import Testing

@testable import Disclosure

/// What is found in a text, and what is left alone.
@Suite struct LeakScanTests {
  private static let names = [
    "María José Pérez López", "Juan Ramírez", "Zelaya", "observer_7", "desk", "wendy_funes_discua", "head_of_mission",
    "andino",
  ]

  private func found(_ text: String, field: String? = nil) -> [String] {
    LeakScan(names: Self.names).report(on: text, field: field).leaks.map { "\($0.kind.rawValue) \($0.column)" }
  }

  @Test(arguments: [
    "Llamar al 9988-7766.", "99887766", "9988 7766", "9988.7766", "9988–7766", "99-88-77-66", "99 88 77 66",
    "2234-5678",
    "+504 9988-7766", "+50499887766", "(504) 9988-7766", "504-9988-7766", "504 99887766", "00504 99887766",
    "+(504) 9988 7766",
    "cel.9988-7766", "tel 99887766", "wa.me/50499887766", "+1 (305) 555-0123", "305-555-0123", "1-305-555-0123",
    "(305) 555-0123",
    "+34 612 34 56 78", "612 34 56 78", "+44 20 7946 0958", "+503 7123-4567", "tel. 555-0123", "teléfono: 612345678",
    "９９８８-７７６６",
  ])
  func phonesAreFound(_ text: String) {
    #expect(found("Dijo \(text) ayer").map { $0.prefix { $0 != " " } } == ["phone"])
    #expect(found(text).count == 1)
  }

  @Test(arguments: [
    "0801-1990-12345", "0801199012345", "0801 1990 12345", "0801-1990-123456", "08011990-12345", "1804.2001.00017",
    "2345 67890 0101", "01234567-8", "001-010180-0001A", "078-05-1120", "DNI 12345678", "pasaporte E123456",
    "passport no. F-1234567",
    "cédula 1-0234-0567",
  ])
  func identityNumbersAreFound(_ text: String) {
    #expect(found("Con \(text) ayer").map { $0.prefix { $0 != " " } } == ["identity"])
  }

  @Test(arguments: [
    "ana@example.org", "ana.lopez+x@mail.example.com", "josé@ejemplo.hn", "ana (at) example.org",
    "ana [arroba] example.org",
    "ana arroba example punto org", "ana(at)example(dot)org", "ana @ example.org", "<a href=mailto:ana@example.org>",
  ])
  func addressesAreFound(_ text: String) {
    #expect(found("A \(text) ayer").map { $0.prefix { $0 != " " } } == ["email"])
  }

  @Test(arguments: [
    "14.0723, -87.1921", "14.0723,-87.1921", "14.072 -87.192", "14.0723 N, 87.1921 W", "N 14.0723 W 87.1921",
    "14.0723° 87.1921° O",
    "lat 14.0723 lon -87.1921", "latitud: 14.0723, longitud: 87.1921", "14,0723; -87,1921",
    "@14.0722751,-87.1921363,17z",
    "geo:14.0723,-87.1921", "14°04'20.3\"N 87°11'31.6\"W", "14° 4' 20\" N", "14°04.338'N 87°11.527'W", "7682XQ3V+8G",
    "16P 477123 1557456", "-87.1921, 14.0723", "latitude 14.0723",
  ])
  func exactPlacesAreFound(_ text: String) {
    #expect(found("En \(text) ayer").map { $0.prefix { $0 != " " } } == ["coordinates"])
  }

  @Test(arguments: [
    "María Pérez", "MARIA JOSE PEREZ LOPEZ", "Pérez López, María José", "maria jose perez", "Juan Ramirez",
    "Juan P. Ramírez",
    "Mari\u{301}a Pe\u{301}rez", "Zelaya", "ZELAYA", "Wendy Funes", "Discua Funes, Wendy", "wendy_funes_discua",
    "Andino", "observer_7", "Observer_7", "foto_Juan_Ramirez_2.jpg", "wendy_funes",
  ])
  func namesAreFound(_ text: String) {
    #expect(found("Vino \(text) ayer").map { $0.prefix { $0 != " " } } == ["name"])
  }

  @Test(arguments: [
    "El 26 de noviembre de 2017 a las 14:30", "2017-11-26T14:30:00-06:00", "26/11/2017 14:30", "20171126", "26112017",
    "2013-2017",
    "1,410,888 votos", "1.410.888 votos", "1 410 888 votos", "+8.3 puntos", "42.95 %", "L 25,000.00", "$99887766",
    "+1.234.567",
    "Decreto 44-2004", "Acuerdo No. 2345-2017", "Expediente 3456-2018", "MER 12345", "JRV 08012", "acta 123456",
    "14.07, -87.19", "entre 0.0312 y 0.0457", "(0.0312, 0.0457)", "12.3456 y 13.4567", "12.34, 13.45", "3º piso", "14°",
    "192.168.10.101", "5aed2491f54199887766ab", "https://example.org/2017/11/28/nota-37845678.html", "@tse_hn dijo",
    "observer_8",
    "María llegó", "Juan y los demás", "the desk", "the Desk", "the head of mission", "andino", "Pérez de otra parte",
    "12345678901234567890", "5 + 3 = 8",
    "WhatsApp Image 2017-11-26 at 14.30.55.jpeg", "llamar el 26-11-2017", "abierto a las 6:00-17:00",
    "3412, 2987, 4410", "v1.2.3", "60-70 personas", "sección 12-34", "99887766.5",
    "0.0344591234567",
    "veedor/valley_2031/fojolimu.a08feb88489888ce+63240983+AaiuJhOmlR4mVFv5er5ZT+BhgSXUZkHFCvByKz8LSH5Z",
  ])
  func whatIsNoneIsLeftAlone(_ text: String) {
    #expect(found("Vio \(text) ayer") == [])
    #expect(found(text) == [])
  }

  @Test func aFieldSaysWhatItHolds() {
    // A code is a number of its own, unless its head or its form says otherwise.
    #expect(found("99887766", field: "code") == [])
    #expect(found("99887766", field: "teléfono_contacto") == ["phone 1"])
    #expect(found("5550123", field: "Phone") == ["phone 1"])
    for head in ["phoneNumber", "NumeroTelefono", "WhatsApp", "contactPhone"] {
      #expect(found("99887766", field: head) == ["phone 1"])
    }
    #expect(found("9988-7766", field: "code") == ["phone 1"])
    #expect(found("llamar 99887766", field: "remarks") == ["phone 8"])
    #expect(found("1234567", field: "DNI") == ["identity 1"])
    #expect(found("14.0723", field: "LATITUDE") == ["coordinates 1"])
    #expect(found("14.07", field: "LATITUDE") == [])
    #expect(found("14.0723", field: "share") == [])
    for number in ["0.0344591234567", "2345.6789", "-8.8776655", "99.887766", "305.555.0123"] {
      #expect(found(number, field: "share") == [])
    }
    #expect(found("call 2345.6789", field: "remarks") == ["phone 6"])
  }

  @Test func whatIsFoundIsNotRepeated() {
    let leak = LeakScan().report(on: "á\nllame al 9988-7766").leaks
    #expect(leak == [Leak(kind: .phone, line: 2, column: 10, field: nil, hint: "99… (9)")])
    #expect(LeakScan(names: ["Ana Paz"]).report(on: "Ana Paz").leaks.first?.hint == "An… (7)")
    // The more there are, the fewer are told; all are counted.
    let many = LeakScan().report(on: String(repeating: "9988-7766, ", count: 500) + "ana@example.org")
    #expect(many.leaks.count == LeakReport.told && many.counts == [.phone: 500, .email: 1] && many.total == 501)
  }

  @Test func whatIsMeantIsPublic() {
    let scan = LeakScan(meant: ["+504 2234-5678", "prensa@example.org"])
    let report = scan.report(on: "Tel. +504 2234 5678, prensa@example.org, otra@example.org")
    #expect(report.leaks.map(\.column) == [42])
    #expect(report.met == [LeakScan.plain("+50422345678"), LeakScan.plain("Prensa@example.org")])
  }

  // MARK: - Files

  private func report(_ text: String, _ path: String, meant: Set<String> = []) -> LeakReport {
    Array(text.utf8).withUnsafeBytes {
      LeakScan(names: Self.names).report(on: $0, as: TextForm(of: path, beginning: $0), meantFields: meant)
    }
  }

  private func places(_ text: String, _ path: String) -> [String] {
    report(text, path).leaks.map { "\($0.kind.rawValue) \($0.line):\($0.column) \($0.field ?? "-")" }
  }

  @Test func fieldsAreLookedAtOneByOne() {
    let text = "id;nota;tel\r\n1;\"ñ \"\"x\"\" 9988-7766\nmás: ana@example.org\";22345678\r\n88776655;;\n2;x;"
    #expect(
      places(text, "data/a.csv.gz") == ["phone 2:12 nota", "email 3:6 nota", "phone 3:23 tel"])
    #expect(report(text, "a.csv", meant: ["nota"]).leaks.map(\.line) == [3])
    #expect(report(text, "a.csv", meant: ["nota"]).met == ["nota"])
    #expect(
      places("lat\tlon\n14.0723\t-87.1921\n14.07\t-87.19\n", "a.tsv") == ["coordinates 2:1 lat", "coordinates 2:9 lon"])
  }

  /// Heads with line breaks in their quotes, and the mark of UTF-8 before a quote.
  @Test func headsAreReadAsSpreadsheetsWriteThem() {
    #expect(places("id,\"of\nthe caller\",tel\nc1,x,99887766\n", "a.csv") == ["phone 3:6 tel"])
    #expect(places("\u{FEFF}\"tel, or other\",b\r\n99887766,2\r\n", "a.csv") == ["phone 2:1 tel, or other"])
    #expect(report("\u{FEFF}tel;b\n99887766;2\n", "a.csv", meant: ["tel"]).met == ["tel"])
  }

  @Test func stringsOfJSONAreLookedAt() {
    #expect(places(#"{"to": "ana\u0040example.org", "contactPhone": 99887766}"#, "a.json").count == 2)
    #expect(places(#"{"to": "ana\u0040example.org"}"#, "a.json") == ["email 1:9 to"])
    let text =
      #"{"text": "ll\u00e1mame \"ya\": 9988-7766", "n": 99887766, "phone": 99887766,"#
      + "\n" + #" "coordinates": [-87.1921, 14.0723], "shares": [12.3456, 13.4567], "to": "ana\u0040example.org"}"#
    #expect(
      places(text, "a.json") == [
        "phone 1:32 text", "phone 1:68 phone", "coordinates 2:18 coordinates", "email 2:75 to",
      ])
  }

  @Test func markupIsLookedAtWhereReadersSeeIt() {
    let text = """
      <!DOCTYPE html><style>a{x:99887766}</style>
      <p title="9988-7766">Llame <a href="tel:+50422345678">aquí</a>, <b>María Pérez</b></p>
      <svg><path d="M 12.3456,13.4567 L 99887766"/></svg>
      """
    #expect(places(text, "a.html") == ["phone 2:11 title", "phone 2:42 href", "name 2:68 -"])
  }

  @Test func otherEncodingsAreRead() {
    let bytes = Array("Se".utf8) + [0xF1] + Array("or: llame al 9988-7766".utf8)
    let report = bytes.withUnsafeBytes { LeakScan().report(on: $0, as: .lines) }
    #expect(report.leaks.map(\.column) == [17])
  }

  /// What somebody writes to hold up the scan: it looks at each character a bounded number of times.
  @Test(arguments: [
    "1-", "1 ", "a@", "@a.", "14.0723,", "°'", "\"", "<a =\"", "María Pérez ", "(at)", "+", "1.", "arroba punto ",
  ])
  func hostileTextsEnd(_ unit: String) {
    let text = String(repeating: unit, count: (1 << 14) / unit.utf8.count)
    for path in ["a.txt", "a.csv", "a.json", "a.html"] {
      let report = report(text, path)
      #expect(report.leaks.count <= LeakReport.told)
    }
  }

  /// Any bytes: nothing traps, and every place lies in the text.
  @Test func anyBytesAreRead() {
    var generator = Seeded(seed: 13)
    let marks = Array("0123456789 -.,;:@()[]<>\"'+\\/\nNSEWOabzñ°{}=_|\t\r".utf8) + [0xFF, 0xC3, 0xE2, 0x80, 0]
    for _ in 0..<500 {
      let bytes = (0..<generator.number(below: 200)).map { _ in marks[generator.number(below: marks.count)] }
      bytes.withUnsafeBytes { bytes in
        for path in ["a.txt", "a.csv", "a.json", "a.html"] {
          let report = LeakScan(names: Self.names).report(on: bytes, as: TextForm(of: path, beginning: bytes))
          #expect(report.leaks.allSatisfy { $0.line >= 1 && $0.column >= 1 && $0.column <= bytes.count + 1 })
        }
      }
    }
  }

  @Test func windowsOfALongLineAreJoinedAtBlanks() {
    let filler = String(repeating: "palabra ", count: 132_000)
    #expect(places(filler + "9988-7766 ", "a.txt") == ["phone 1:1056001 -"])
  }
}
