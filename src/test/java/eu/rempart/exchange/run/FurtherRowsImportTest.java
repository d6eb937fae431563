package eu.rempart.exchange.run;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.company.CompanyId;
import eu.rempart.contact.Contact;
import eu.rempart.contact.LinkService;
import eu.rempart.exchange.run.result.Outcome;
import eu.rempart.exchange.run.result.RowResult;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Files that have a row of a person for each firm where they work. */
class FurtherRowsImportTest extends ImportCase {

  private static final String HEADER = "First name,Last name,Email,Company\n";

  @RegisterExtension static final ImportHouse house = new ImportHouse();

  FurtherRowsImportTest() {
    super(house);
  }

  private static List<Outcome> outcomes(ImportJob job) {
    return job.shown().stream().map(RowResult::outcome).toList();
  }

  private ImportJob preview(String csv, MatchPolicy policy) {
    ImportJob job = house.as(() -> house.imports().preview(table(bring(csv)), policy));
    await(job);
    return job;
  }

  private List<CompanyId> firms(String name) {
    return house.as(() -> house.companies().matching(null, of(name)));
  }

  private Set<String> employers(String user) {
    Contact contact = one(user);
    return house.as(
        () ->
            house
                .companies()
                .findAll(
                    house
                        .bean(LinkService.class)
                        .companiesOf(List.of(contact.id()))
                        .getOrDefault(contact.id(), Set.of()))
                .stream()
                .map(firm -> Objects.requireNonNull(firm.data().name()))
                .collect(Collectors.toSet()));
  }

  @Test
  void thePersonWorksAtTheFirmsOfAllTheirRows() {
    String csv =
        HEADER + "Ana,Ionescu,ana@H,Eins H\nAna,Ionescu,ana@H,Zwei H\nAna,Ionescu,ana@H,Eins H\n";

    List<Outcome> previewed = outcomes(preview(csv, MatchPolicy.UPDATE));
    ImportJob job = run(csv);

    assertThat(outcomes(job))
        .containsExactly(Outcome.CREATED, Outcome.UPDATED, Outcome.TWICE_IN_FILE)
        .isEqualTo(previewed);
    assertThat(employers("ana")).containsExactlyInAnyOrder(of("Eins H"), of("Zwei H"));
    assertThat(outcomes(run(csv)))
        .containsExactly(Outcome.UNCHANGED, Outcome.TWICE_IN_FILE, Outcome.TWICE_IN_FILE);
  }

  @Test
  void soDoesWhoWasThereBeforeAndIsFarApartInTheFile() {
    run(HEADER + "Ana,Ionescu,ana@H,\n");
    String others =
        IntStream.range(0, 600)
            .mapToObj(i -> "P" + i + ",H,p" + i + "@H,\n")
            .collect(Collectors.joining());
    String csv =
        HEADER
            + "Ana,Ionescu,ana@H,Eins H\nNeu,H,neu@H,Eins H\n"
            + others
            + "Ana,Ionescu,ana@H,Zwei H\nNeu,H,neu@H,Eins H\nNeu,H,neu@H,Drei H\n";

    ImportJob previewed = preview(csv, MatchPolicy.UPDATE);
    ImportJob job = run(csv);

    assertThat(job.counts()).isEqualTo(previewed.counts());
    assertThat(employers("ana")).containsExactlyInAnyOrder(of("Eins H"), of("Zwei H"));
    assertThat(employers("neu")).containsExactlyInAnyOrder(of("Eins H"), of("Drei H"));
  }

  @Test
  void noFirmIsMadeOfARowOfWhomeverIsLeftAlone() {
    run(HEADER + "Ana,Ionescu,ana@H,\n");

    ImportJob job =
        run(HEADER + "Ana,Ionescu,ana@H,\nAna,Ionescu,ana@H,Vier H\n", MatchPolicy.SKIP);

    assertThat(outcomes(job)).containsExactly(Outcome.EXISTS, Outcome.TWICE_IN_FILE);
    assertThat(firms("Vier H")).isEmpty();
  }

  @Test
  void whoMayBeOneOfTwoGetsNoFirm() {
    String csv =
        """
        ID,First name,Last name,Email,Company
        a-H,Ana,Ionescu,ana@H,Eins H
        b-H,Ana,Ionescu,ana@H,Zwei H
        ,Ana,Ionescu,ana@H,Vier H
        """;

    ImportJob job = run(csv);

    assertThat(outcomes(job))
        .containsExactly(Outcome.CREATED, Outcome.CREATED_BESIDE, Outcome.TWICE_IN_FILE);
    assertThat(firms("Vier H")).isEmpty();
  }
}
