import ModuleKit
import Recount
import Statistics
import TestSupport
import Testing

struct DetectTests {
  @Test func copiesThatWereNotDrawnAreRefused() async throws {
    func checks(_ selection: String, differ: Int) throws -> OperationRun {
      try OperationRun.detect.copyChecks(
        """
        id,track,sheets_total,copies_covered,copies_sampled,copies_differ,selection,source,source_en,source_es
        c,observer,500,500,50,\(differ),\(selection),ngo,the network,la red

        """)
    }
    let chosen = try await checks("not_random", differ: 1).outcome()
    #expect(chosen.findings.map(\.code) == ["copies_not_random"])
    #expect(
      chosen.findings[0].statement
        == Text(
          en:
            "According to the network, 50 of the 500 observers' copies handed over were compared: one differs from its sheet. They were not drawn at random, so no bound and no error rate follows for the others.",
          es:
            "Según la red, de las 500 copias de observadores entregadas se compararon 50: una difiere de su acta. No se eligieron por sorteo, por lo que no se sigue ningún límite ni tasa de error para las demás."
        ))
    let unknown = try await checks("", differ: 3).outcome()
    #expect(unknown.findings.map(\.code) == ["copies_selection_unknown"])
    #expect(
      unknown.findings[0].statement
        == Text(
          en:
            "According to the network, 50 of the 500 observers' copies handed over were compared: 3 differ from their sheets. How they were chosen is not known, so no bound and no error rate follows for the others.",
          es:
            "Según la red, de las 500 copias de observadores entregadas se compararon 50: 3 difieren de sus actas. No se sabe cómo se eligieron, por lo que no se sigue ningún límite ni tasa de error para las demás."
        ))
    #expect(unknown.tables["bounds"]?.rowCount == 0)
    let drawn = try await checks("random", differ: 3).outcome()
    #expect(
      drawn.findings[0].statement.en.contains(
        "If so, the mission computes that at least 9 and at most 71\u{A0}copies of the 500"))
    #expect(drawn.tables["bounds"]?.rowCount == 1)
  }

  @Test func planningAndAnySample() async throws {
    let outcome = try await OperationRun.detect.outcome([
      "boxes": 100, "defective": 5, "population": 500, "sampled": 50, "differing": 3, "risk": "1/20",
    ])
    #expect(outcome.findings.map(\.code) == ["planned_sample", "sample_bounds"])
    #expect(
      outcome.findings.map(\.statement) == [
        Text(
          en:
            "The mission computes: if 5 of 100\u{A0}boxes are wrong, a random draw of 45\u{A0}boxes includes at least one of them with a probability of 95% or more.",
          es:
            "La misión calcula: si 5 de 100\u{A0}urnas contienen errores, un sorteo de 45\u{A0}urnas incluye al menos una de ellas con una probabilidad del 95% o más."
        ),
        Text(
          en:
            "The mission computes: if 50 are drawn at random from 500 and 3 of them differ, then at least 9 and at most 71 of the 500 differ, each bound with 95% confidence.",
          es:
            "La misión calcula: si se sortean 50 de un total de 500 y difieren 3, entonces difieren como mínimo 9 y como máximo 71 del total, cada límite con una confianza del 95%."
        ),
      ])
    #expect(outcome.findings.allSatisfy { $0.evidence.isEmpty })
  }

  @Test func aTieAndALeadOutOfReach() async throws {
    func declared(_ first: Int, _ second: Int) throws -> OperationRun {
      try OperationRun.detect.bulletins(
        "id,stage,total_sheets,votes_hernandez,votes_nasralla,source\nd,declared,10,\(first),\(second),court\n")
    }
    let tie = try await declared(500, 500).outcome()
    #expect(tie.findings.map(\.code) == ["no_lead", "no_lead"])
    #expect(
      tie.findings[0].statement
        == Text(
          en:
            "The declared result shows no lead: an error in a single box could decide, so no draw smaller than all of the 10 boxes would do.",
          es:
            "El resultado declarado no muestra ventaja alguna: un error en una sola urna podría decidir, por lo que no bastaría ningún sorteo menor que el total de las 10 urnas."
        ))
    let far = try await declared(1000, 0).outcome()
    #expect(far.findings.map(\.code) == ["detection", "out_of_reach"])
    #expect(
      far.findings[1].statement
        == Text(
          en:
            "Were all boxes equal in size, the mission computes that 25\u{A0}boxes would have to be wrong to account for the declared lead of 1,000\u{A0}votes, with 20% of the votes of each on the wrong side: more than the 10 boxes.",
          es:
            "Si todas las urnas tuvieran el mismo tamaño, la misión calcula que 25\u{A0}urnas tendrían que contener errores para explicar la ventaja declarada de 1,000\u{A0}votos, con el 20% de los votos de cada una en el lado equivocado: más que las 10 urnas."
        ))
  }

  /// Before the result is declared and the recount known, there is nothing to say, and that is no error.
  @Test func nothingKnownYetFindsNothing() async throws {
    let outcome = try await OperationRun.detect
      .bulletins("id,lead,leader,source\nfirst,5,nasralla,court\n")
      .recounts("id,boxes_total,boxes_recounted,source\n")
      .copyChecks("id,sheets_total,copies_covered,copies_sampled,copies_differ,source\n").outcome()
    #expect(outcome.findings.isEmpty)
    #expect(
      try await OperationRun.partial.recounts("id,boxes_total,boxes_recounted,source\n").outcome().findings.isEmpty)
  }

  @Test func everyMessage() async throws {
    func said(_ parameters: [String: Value], _ run: OperationRun = .detect) async throws -> [String] {
      try await problems { try await run.outcome(parameters) }
        .map { "\($0.code) \($0.message)" + ($0.hint.map { "; \($0)" } ?? "") }
    }
    let noVotes = "id,stage,total_sheets,lead,leader,source\nd,declared,10,5,nasralla,court\n"
    let noBoxes = "id,stage,votes_hernandez,votes_nasralla,source\nd,declared,10,5,court\n"
    let sample: [String: Value] = ["population": 10, "sampled": 5, "differing": 1]
    #expect(
      try await said(sample.merging(["risk": "0"]) { $1 })
        == ["C001 population, sampled and differing: the risk 0 is not between 0 and 1"])
    #expect(
      try await said(sample.merging(["population": 67_108_865]) { $1 })
        == ["C002 population, sampled and differing: the population 67108865 is not between 0 and 67108864"])
    #expect(
      try await said(sample.merging(["sampled": 11]) { $1 })
        == ["C003 population, sampled and differing: 11 cannot be drawn from 10"])
    #expect(
      try await said(sample.merging(["differing": 6]) { $1 })
        == ["C004 population, sampled and differing: 6 cannot be found among 5 drawn"])
    #expect(
      try await said(["boxes": 10, "defective": 11])
        == ["C005 boxes and defective: 11 of 10 cannot be detected: from 1 to 10 can"])
    #expect(
      try await said(["shift": "0"], OperationRun.detect.bulletins())
        == ["C006 'all_boxes_shift': a box that hides 0 votes hides none"])
    #expect(
      try await said([:], OperationRun.detect.bulletins(Honduras.declared.replacing(",18128,", with: ",0,")))
        == ["C007 'all_boxes_any': there must be at least one box, not 0"])
    #expect(
      try await said(["population": 10])
        == [
          "C020 the parameters 'population', 'sampled' and 'differing' belong together: 'sampled' and 'differing' are missing"
        ])
    #expect(
      try await said(["boxes": 10])
        == ["C020 the parameters 'boxes' and 'defective' belong together: 'defective' is missing"])
    #expect(
      try await said([:])
        == [
          "C021 there is nothing to work on; name bulletins, recounts, copy_checks or sheets under 'on', or give boxes and defective, or population, sampled and differing, under 'with'"
        ])
    #expect(
      try await said([:], OperationRun.detect.bulletins(noVotes))
        == [
          "C022 the declared result 'd' does not say how many valid votes there were; fill 'valid_votes', or the votes and the percentage of the leading option"
        ])
    #expect(
      try await said([:], OperationRun.detect.bulletins(noBoxes))
        == [
          "C023 nothing says how many boxes the declared result 'd' is from; fill 'total_sheets', or name a dataset of recounts under 'on'"
        ])
    var other = Honduras.contest
    other.id = "mayor"
    for run in [OperationRun.partial, .detect] {
      let mixed = try run.giving(Honduras.declared, as: "bulletins", DatasetDeclaration(contest: other)).recounts()
      #expect(
        try await problems { try await mixed.outcome() }.map { "\($0.code) \($0.message)" }
          == ["C024 the bulletins are of contest 'mayor', the recounts of contest 'president'"])
    }
  }

  /// Codes that no input can reach keep their number.
  @Test func theOtherReasons() {
    let votes = RecountMessage.unanswerable(.votes(-1), subject: Text("x"))
    #expect((votes.code, votes.message) == ("C008", "x: a count of votes cannot be -1"))
    let reach = RecountMessage.unanswerable(.outOfReach(lead: 2, all: 1), subject: Text("x"))
    #expect(
      (reach.code, reach.message) == ("C009", "x: all boxes together hide 1 votes, less than the lead of 2"))
  }

  /// Sentences hold no forbidden word, every number and word they name is declared, and every caution says something.
  @Test func theCatalogueIsSound() {
    for operation in recount.manifest.operations {
      for kind in operation.findings {
        for text in [kind.statement, kind.caution, kind.method] {
          for language in Language.allCases {
            #expect(Wording.slips(in: text[language]).isEmpty && !text[language].isEmpty)
          }
        }
        #expect(kind.statement.en != kind.statement.es && kind.caution.en != kind.caution.es)
        #expect(kind.statement.es.contains("{") == kind.statement.en.contains("{"))
      }
    }
  }
}
