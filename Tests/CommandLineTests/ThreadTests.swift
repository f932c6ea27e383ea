import Testing

/// Where the system starts too few threads the program says so; its runtime would wait for them without end.
@Suite(.enabled(if: executable != nil, "VEEDOR_EXECUTABLE names no program; 'make test' builds it and sets it"))
struct ThreadTests {
  @Test func tooFewOfThemAreAnError() async throws {
    let shell = try Shell(executable: executable)
    // A stack of 1 GB for each thread, and room for fewer than there are.
    let outcome = try await shell.run("ulimit -s 1000000 && ulimit -v 3000000 && veedor plan w")
    #expect(outcome.status == 1)
    #expect(outcome.output == "")
    #expect(
      outcome.errors == """
        error[U002] the system starts too few threads for this program
          raise the limit of processes ('ulimit -u') or of memory ('ulimit -v')
        1 error

        """)
  }
}
