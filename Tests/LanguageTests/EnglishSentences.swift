/// Sentences as missions, candidates and newspapers write them: `+` decides what a mission cannot know, `-` does not.
let englishSentences = """
  + Hernández won the election.
  + Nasralla won.
  + The Alliance won the presidency by five points.
  + Hernández is the winner of the election.
  + The winner is Salvador Nasralla.
  + The results show that Hernández wins the race.
  + The count confirmed the victory of the National Party.
  + The opposition was victorious in the capital and in the country.
  + It was a triumph for the governing party.
  + The ruling party triumphed on Sunday.
  + The victor took office in January.
  + The mission congratulates the winner.
  + The mission declares Hernández the winner.
  + We declare Nasralla the winner of the contest.
  + Hernández defeated Nasralla by a narrow margin.
  + Nasralla lost the election after the silence.
  + The opposition lost the vote through the late sheets.
  + The election was stolen.
  + They stole the election.
  + The governing party is stealing the vote.
  + The theft is plain: the result was stolen from the voters.
  + The presidency was usurped.
  + There was fraud.
  + There was no fraud.
  + No fraud took place on election day.
  + The vote was free of fraud.
  + There is no evidence of fraud.
  + The mission found no evidence of fraud.
  + The mission found evidence of fraud.
  + The mission says that there was fraud.
  + Our observers said the count was fraudulent.
  + The fraud was massive.
  + The Fraud was massive.
  + Fraud decided the outcome.
  + FRAUD IN THE COUNT
  + The Victory of the National Party
  + Hernández Wins Amid Fraud Across Honduras
  + The count was fraudulent.
  + The voters were defrauded.
  + The election was rigged.
  + Somebody tried to rig the count.
  + The rigging began on Monday.
  + The party rigs every election.
  + The results were manipulated.
  + The manipulation of the count happened at night.
  + The tally sheets were altered.
  + The altered sheets favour one side.
  + Officials altered the results during the silence.
  + The alteration of the sheets explains the change.
  + The sheets were tampered with.
  + Someone tampered with the boxes.
  + The figures were falsified.
  + The falsification of the sheets is certain.
  + The signatures were forged.
  + The returns were doctored.
  + The governing party cheated.
  + The cheating was organised.
  + The government is illegitimate.
  + An illegitimate president was sworn in.
  + The illegitimacy of the result is beyond doubt.
  + Hernández is the legitimate president.
  + The result is legitimate.
  + A legitimate winner came out of the count.
  + The real winner was kept from office.
  + The rightful winner is Nasralla.
  + The numbers make Hernández the winner.
  + The late sheets handed him the victory.
  + His victory cannot be doubted.
  + The reversal proves that the count was manipulated.
  + The silence hid the manipulation.
  + The trend proves fraud.
  + The data reveal fraud.
  + The audit showed that the sheets were altered.
  + It is alleged that there was fraud.
  + It was said that the vote was rigged.
  + The alleged fraud changed the result.
  + Voters marched against the fraud.
  + The authorities failed to prevent the fraud.
  + The election, which was stolen, is over.
  + The tribunal published late because the count was manipulated.
  + The tribunal said nothing, but the count was manipulated.
  + Nasralla could not have won the election.
  + Hernández cannot have won.
  + If nothing changes, Nasralla wins.
  + The candidate winning the election is Hernández.
  + With 42 percent Hernández won the election.
  + Hernández won the 2017 election.
  + Nobody doubts that Hernández won.
  + The winner said that he would govern for all.
  + He is the winner, and no recount changes it.
  + The contest has a clear winner.
  + The opposition's victory was taken away.
  + A victory “for all” was celebrated: it was a victory.
  + “never closed: the winner is Hernández
  + The mission observed fraud in the capital.
  + This was a fraud on the people.
  + The vote count was a cheat.
  + Ballots were altered in the warehouse.
  + The database was manipulated.
  + The votes were stolen at night.
  + The process was fraudulent from the start.
  + The margin was manipulated to make him president.
  + The official victory margin hides the theft.
  + The count was honest and Hernández won fairly.
  + Everyone knows who won.
  + The winners celebrated in the square.
  + The losers were robbed: the result was rigged.
  + The tribunal altered 300 sheets.
  - According to the Alliance, Hernández did not win the election.
  - According to the opposition, there was fraud.
  - The Alliance said that the vote was rigged.
  - The Alliance alleged fraud.
  - Nasralla claimed victory on Sunday night.
  - Both candidates claimed victory.
  - The tribunal declared Hernández the winner.
  - Hernández was declared the winner on 17 December.
  - The winner will be declared within 30 days.
  - No winner had been declared by midnight.
  - The tribunal proclaimed the winner at noon.
  - The court announced the winner on television.
  - The tribunal “declared Hernández the winner”.
  - “The election was stolen”, the candidate wrote.
  - The party called it “fraud”.
  - The vote was rigged, said the coordinator of the Alliance.
  - The results were manipulated, the opposition alleged.
  - The OAS mission said that there was manipulation.
  - The National Party denied that the sheets were altered.
  - The government denied the fraud.
  - The winner is unknown.
  - The winner is not known.
  - Who won is not known to the mission.
  - The mission cannot say who won.
  - The mission cannot establish whether there was fraud.
  - The data do not permit the mission to determine the winner.
  - Nobody can say who won.
  - It is not clear who won the election.
  - Whether the sheets were altered was outside the mission's mandate.
  - The mission does not state who won.
  - The mission did not assess whether the count was manipulated.
  - This does not show that anything was altered.
  - A late swing does not prove fraud.
  - A reversal does not mean that the count was manipulated.
  - A missing sheet is not evidence of fraud.
  - A silence is no proof of manipulation.
  - The finding says nothing about fraud.
  - The test cannot show that votes were stolen.
  - Three allegations of fraud were filed.
  - The mission received complaints of manipulation of sheets.
  - The fraud allegations were filed with the prosecutor.
  - The tribunal dismissed the fraud complaints.
  - The law defines the crime of electoral fraud.
  - The risk of fraud is a matter of the audit's design.
  - Safeguards against manipulation were described to the mission.
  - The paper protects against fraud.
  - The seals are meant to prevent fraud.
  - The anti-fraud unit opened an office.
  - The Prosecutor against Fraud opened a file.
  - The Serious Fraud Office took part.
  - The Electoral Fraud Unit published a report.
  - Victoria Ruiz was ahead by 4 points.
  - The count showed Victoria Ruiz ahead.
  - Víctor Meza spoke for the centre.
  - Victor Meza spoke for the centre.
  - According to Víctor Meza, the sheets arrived late.
  - The municipalities of El Triunfo and La Victoria reported late.
  - El Triunfo reported late.
  - So did the Victorian coast.
  - Radio Victoria reported a queue of 200 people.
  - The Victory Party received 300 votes.
  - The polling place in Victoria Street opened at seven.
  - Queues formed at the Hotel Victoria.
  - The Alliance won 45 percent of the votes.
  - Hernández won 1,410,888 votes.
  - The list won three seats.
  - The Alliance won 12 departments.
  - The list won most of the votes in the capital.
  - Nasralla won more votes than any other in the first bulletin.
  - The candidate with the most votes wins.
  - Whoever has the most votes wins the presidency.
  - A firm won the contract for the software.
  - The network won the tender in May.
  - The appeal was won in court.
  - The margin lost 3 points between two bulletins.
  - Contact with the server was lost for an hour.
  - Two laptops were stolen from the centre.
  - A vehicle of the tribunal was stolen on Monday.
  - Police reported a stolen generator.
  - The tribunal altered the timetable of publication.
  - The order of the agenda was altered.
  - The route of the convoy was altered by rain.
  - The format was altered between two bulletins.
  - The mission heard legitimate concerns.
  - Parties have a legitimate interest in the copies.
  - The bridge was rigid.
  - A window opened.
  - The lead changed between the two bulletins.
  - The count was silent for 18 to 39 hours.
  - The trend changed after the silence.
  - The mission computes a lead of 4 points.
  - The tribunal published 57 percent of the sheets.
  - The copies differ from the official sheets in 12 places.
  - Observers saw no sheets being transmitted.
  - The party asked for a recount.
  - The ballot boxes were moved to the warehouse.
  - The mission does not call the election legitimate or illegitimate: that is not known to it.
  - The prosecutor accused two officials of falsifying sheets.
  - The court told the press that no sheets were altered.
  - Rumours of fraud spread on the radio.
  - The report mentions complaints about altered sheets.
  - The mission met the parties' lawyers.
  - The margin is smaller than the votes outstanding.
  - A manual check was done in the presence of the parties.
  - The Alliance, according to its spokesman, won the election.
  - The opposition insisted that it had won.
  - The EU mission wrote that the sheets were not manipulated.
  - The candidate's victory speech was broadcast at nine.
  - The radio broadcast music titled Victory.
  - The mission asked both parties who they think won.
  - The mission takes no position on who won.
  - The tribunal rejected the claim of victory.
  - In La Victoria, 12 sheets were missing.
  - The mission did not observe the count and cannot judge allegations of fraud.
  """
