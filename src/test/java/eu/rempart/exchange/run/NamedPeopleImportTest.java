package eu.rempart.exchange.run;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.common.EmailAddress;
import eu.rempart.common.EmailEntry;
import eu.rempart.common.EmailKind;
import eu.rempart.common.Ids;
import eu.rempart.company.CompanyData;
import eu.rempart.company.CompanyId;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.LinkData;
import eu.rempart.contact.LinkService;
import eu.rempart.db.Reason;
import eu.rempart.deal.DealContactService;
import eu.rempart.deal.DealData;
import eu.rempart.deal.DealId;
import eu.rempart.deal.DealService;
import eu.rempart.deal.NamedDeals;
import eu.rempart.deal.pipeline.DealState;
import eu.rempart.deal.pipeline.PipelineService;
import eu.rempart.deal.pipeline.Stage;
import eu.rempart.exchange.format.ProblemCode;
import eu.rempart.exchange.format.RowProblem;
import eu.rempart.exchange.run.result.Outcome;
import eu.rempart.exchange.run.result.RowResult;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whom and which deal a row means: nobody is taken who only may be meant. */
class NamedPeopleImportTest extends ImportCase {

  @RegisterExtension static final ImportHouse house = new ImportHouse();

  NamedPeopleImportTest() {
    super(house);
  }

  @BeforeAll
  static void pipeline() {
    List<Stage> stages =
        List.of(
            new Stage(null, "New", DealState.OPEN, 1, 10, null),
            new Stage(null, "Won", DealState.WON, 7, 100, null),
            new Stage(null, "Lost", DealState.LOST, 4, 0, null));
    house.as(() -> house.bean(PipelineService.class).create("Sales", stages));
  }

  private ContactId somebody(String first, String... users) {
    return house.as(
        () ->
            house
                .contacts()
                .create(
                    ContactData.builder()
                        .firstName(first)
                        .lastName(host)
                        .emails(emails(users))
                        .build()));
  }

  private List<EmailEntry> emails(String... users) {
    return Stream.of(users)
        .map(user -> EmailAddress.parse(user + "@" + host).orElseThrow())
        .map(address -> EmailEntry.of(address, EmailKind.WORK, true))
        .toList();
  }

  private List<DealId> called(String name) {
    return house.as(
        () ->
            house.bean(NamedDeals.class).of(List.of(of(name))).values().stream()
                .flatMap(List::stream)
                .toList());
  }

  private Set<ContactId> people(String name) {
    List<DealId> deals = called(name);
    assertThat(deals).hasSize(1);
    return house
        .as(() -> house.bean(DealContactService.class).contactsOf(deals))
        .getOrDefault(deals.getFirst(), Set.of());
  }

  private static List<Outcome> outcomes(ImportJob job) {
    return job.shown().stream().map(RowResult::outcome).toList();
  }

  private static List<ProblemCode> problems(ImportJob job) {
    return job.shown().stream()
        .flatMap(row -> row.row().problems().stream())
        .map(RowProblem::code)
        .toList();
  }

  private static final String HEADER = "Deal name,Stage,Company,Contact,Email\n";

  @Test
  void anAddressIsWhoseItIsWhateverTheyAreCalled() {
    ContactId meant = somebody("J.", "jan");
    somebody("Jan", "other");

    run(HEADER + "Reached H,New,,Jan H,jan@H\n");

    assertThat(people("Reached H")).containsExactly(meant);
  }

  @Test
  void aNameDoesNotOutweighAnotherAddress() {
    somebody("Lea", "lea.work");

    ImportJob job = run(HEADER + "Away H,New,,Lea H,lea.home@H\n");

    assertThat(problems(job)).containsExactly(ProblemCode.CONTACT_UNKNOWN);
    assertThat(people("Away H")).isEmpty();
  }

  @Test
  void whoHasNoAddressOrWorksThereIsMeantByName() {
    ContactId bare = somebody("Ola");
    ContactId works = somebody("Pia", "pia.work");
    CompanyId firm =
        house.as(() -> house.companies().create(CompanyData.builder().name(of("Firm H")).build()));
    house.as(
        () ->
            house
                .bean(LinkService.class)
                .link(works, firm, new LinkData("Boss", null, true, true)));

    run(HEADER + "Bare H,New,,Ola H,ola@H\nWorks H,New,Firm H,Pia H,pia.home@H\n");

    assertThat(people("Bare H")).containsExactly(bare);
    assertThat(people("Works H")).containsExactly(works);
  }

  @Test
  void ofTheOneWithTheAddressAndTheOneOfTheNameNeitherIsTaken() {
    somebody("Reception", "info");
    somebody("Max");

    ImportJob job = run(HEADER + "Shared H,New,,Max H,info@H\n");

    assertThat(problems(job)).containsExactly(ProblemCode.CONTACT_AMBIGUOUS);
    assertThat(people("Shared H")).isEmpty();
  }

  @Test
  void whoIsMeantIsFoundAmongMoreWhoShareAnAddressThanAreOpened() {
    ContactId meant = somebody("Ana", "office");
    Map<ContactId, ContactData> others =
        IntStream.range(0, 1_100)
            .boxed()
            .collect(
                Collectors.toMap(
                    _ -> new ContactId(Ids.next()),
                    i ->
                        ContactData.builder()
                            .firstName("Other" + i)
                            .lastName(host)
                            .emails(emails("office"))
                            .build()));
    house.as(
        () -> {
          house.contacts().createAll(others, Reason.EDIT);
          house.contacts().tellIndex(others.keySet()).accept(Duration.ofSeconds(30));
          return true;
        });

    ImportJob job = run(HEADER + "Found H,New,,Ana H,office@H\nNobody H,New,,Zed H,office@H\n");

    assertThat(people("Found H")).containsExactly(meant);
    assertThat(problems(job)).containsExactly(ProblemCode.CONTACT_AMBIGUOUS);
  }

  @Test
  void ofTrueTwinsNoneIsTaken() {
    for (int i = 0; i < 2; i++) {
      house.as(
          () ->
              house
                  .bean(DealService.class)
                  .create(
                      DealData.builder()
                          .name(of("Twin H"))
                          .amount(BigDecimal.TEN)
                          .currency("EUR")
                          .stageId(
                              house
                                  .bean(PipelineService.class)
                                  .all()
                                  .getFirst()
                                  .stages()
                                  .getFirst()
                                  .kept())
                          .build()));
    }

    ImportJob job = run("Deal name,Amount,Source\nTwin H,10 EUR,File\n");

    assertThat(outcomes(job)).containsExactly(Outcome.AMBIGUOUS);
    assertThat(
            house.as(() -> house.bean(DealService.class).findAll(called("Twin H"))).stream()
                .map(deal -> deal.data().source())
                .filter(Objects::nonNull))
        .isEmpty();
  }
}
