package eu.rempart.exchange.csv;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.deal.pipeline.DealState;
import eu.rempart.exchange.format.ImportKind;
import eu.rempart.exchange.format.ImportSource;
import eu.rempart.exchange.format.ImportedDeal;
import eu.rempart.exchange.format.NamedPerson;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables of deals, as programs and people write them. */
class DealFilesTest {

  /** What a row says of a deal. */
  static ImportedDeal deal(CsvSample sample, int row) {
    return Objects.requireNonNull(sample.rows().get(row).deal());
  }

  private static String company(CsvSample sample, int row) {
    return sample.rows().get(row).companies().getFirst().company().name();
  }

  @Test
  void pipedriveIsReadWholeWithItsMarkupAsText() {
    CsvSample sample = CsvSample.resource("pipedrive-deals.csv", "FR");

    assertThat(sample.inspection().kind()).isEqualTo(ImportKind.DEALS);
    assertThat(sample.inspection().source()).isEqualTo(ImportSource.PIPEDRIVE);
    ImportedDeal refit = deal(sample, 0);
    assertThat(refit.externalId()).isEqualTo("4101");
    assertThat(refit.name()).isEqualTo("Refit of the Belle-Île");
    assertThat(refit.amount()).isEqualTo(new BigDecimal("48500.50"));
    assertThat(refit.currency()).isEqualTo("EUR");
    assertThat(refit.pipeline()).isEqualTo("Sales");
    assertThat(refit.stage()).isEqualTo("Offer made");
    assertThat(refit.state()).isEqualTo(DealState.OPEN);
    assertThat(refit.probability()).isEqualTo(60);
    assertThat(refit.expectedClose()).isEqualTo(LocalDate.of(2026, 12, 18));
    assertThat(refit.owner()).isEqualTo("Nora Quist");
    assertThat(refit.source()).isEqualTo("Fair");
    assertThat(refit.tags()).containsExactly("Hot", "Refit");
    assertThat(refit.description()).isEqualTo("Two masts, one engine.");
    assertThat(refit.people()).containsExactly(new NamedPerson("", "Yannick Le Dû", ""));
    assertThat(company(sample, 0)).isEqualTo("Chantiers de l'Aven");
    assertThat(deal(sample, 1).state()).isEqualTo(DealState.WON);
    assertThat(deal(sample, 1).closedAt()).isEqualTo(Instant.parse("2026-05-20T16:45:10Z"));
    assertThat(deal(sample, 2).state()).isEqualTo(DealState.LOST);
    assertThat(deal(sample, 2).lostReason()).isEqualTo("Too far");
    assertThat(deal(sample, 2).currency()).isEqualTo("SEK");
    assertThat(sample.rows()).allSatisfy(row -> assertThat(row.problems()).isEmpty());
  }

  @Test
  void hubspotNamesPeopleWithTheirAddressesAndSharesOfOne() {
    CsvSample sample = CsvSample.resource("hubspot-deals.csv", "FR");

    assertThat(sample.inspection().source()).isEqualTo(ImportSource.HUBSPOT_DEALS);
    ImportedDeal storage = deal(sample, 0);
    assertThat(storage.externalId()).isEqualTo("9001");
    assertThat(storage.probability()).isEqualTo(40);
    assertThat(storage.expectedClose()).isEqualTo(LocalDate.of(2026, 11, 30));
    assertThat(storage.people())
        .containsExactly(new NamedPerson("88001", "Anna Riou", "anna@odet.example"));
    assertThat(sample.rows().getFirst().companies().getFirst().company().externalId())
        .isEqualTo("77001");
    assertThat(deal(sample, 1).stage()).isEqualTo("Closed Won (Sales)");
    assertThat(deal(sample, 2).amount()).isNull();
    assertThat(deal(sample, 2).lostReason()).isEqualTo("Bought a used one");
  }

  @Test
  void whatSalesforceDeletedIsLeftOut() {
    CsvSample sample = CsvSample.resource("salesforce-opportunities.csv", "FR");

    assertThat(sample.inspection().kind()).isEqualTo(ImportKind.DEALS);
    assertThat(deal(sample, 0).name()).isEqualTo("Deck resin");
    assertThat(deal(sample, 0).state()).isNull();
    assertThat(deal(sample, 0).probability()).isEqualTo(75);
    assertThat(sample.rows().get(1).deal()).isNull();
    assertThat(sample.problems(1)).containsExactly("DELETED_IN_SOURCE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Deal name,Company,Amount,Stage\nA,B,1200 EUR,New",
        "Nom de l’affaire;Société;Montant;Étape\nA;B;1 200,00 €;New",
        "Name des Deals;Firma;Betrag;Phase\nA;B;1.200,00 EUR;New",
        "Naam van de deal;Bedrijf;Bedrag;Fase\nA;B;€ 1.200,00;New",
        "Opportunity,Customer,Expected Revenue,Stage\nA,B,\"EUR 1,200.00\",New"
      })
  void tablesOfPeopleAreTakenInTheirLanguage(String csv) {
    CsvSample sample = CsvSample.text(csv);

    assertThat(sample.inspection().kind()).isEqualTo(ImportKind.DEALS);
    assertThat(deal(sample, 0).name()).isEqualTo("A");
    assertThat(deal(sample, 0).amount()).isEqualTo(new BigDecimal("1200.00"));
    assertThat(deal(sample, 0).currency()).isEqualTo("EUR");
    assertThat(deal(sample, 0).stage()).isEqualTo("New");
    assertThat(company(sample, 0)).isEqualTo("B");
  }

  @ParameterizedTest
  @CsvSource({"a lot,NUMBER_INVALID", "-5,NUMBER_INVALID", "99999999999999999,NUMBER_INVALID"})
  void anAmountThatIsNoneIsToldAndKept(String amount, String problem) {
    CsvSample sample = CsvSample.text("Deal name,Amount,Stage\nA," + amount + ",New");

    assertThat(sample.problems(0)).containsExactly(problem + "@1");
    assertThat(deal(sample, 0).amount()).isNull();
    assertThat(deal(sample, 0).description()).isEqualTo("Amount: " + amount);
  }

  @Test
  void anAmountWithoutACurrencyGetsThatOfTheCountryAndSaysSo() {
    CsvSample sample =
        CsvSample.of(CsvSample.file("Deal name,Amount,Stage\nA,1200.50,New\nB,0,New"), "GB");

    assertThat(deal(sample, 0).currency()).isEqualTo("GBP");
    assertThat(sample.problems(0)).containsExactly("CURRENCY_ASSUMED@1");
    assertThat(sample.problems(1)).isEmpty();
  }

  @Test
  void rowThatOnlyNamesSomebodyLacksADeal() {
    CsvSample sample =
        CsvSample.text("Deal name,Amount,Stage,Contact\nA,5 EUR,New,Eva\n,,,Ana Ionescu\n");

    assertThat(sample.problems(1)).containsExactly("DEAL_NAME_MISSING");
  }

  @Test
  void aRowWithoutANameIsRefusedAndAnEmptyOneIsLeftOut() {
    CsvSample sample = CsvSample.text("Deal name,Amount,Stage,Notes\n,1200 EUR,New,x\nB,,,\n");

    assertThat(sample.problems(0)).containsExactly("DEAL_NAME_MISSING");
    assertThat(sample.rows().get(0).refused()).isTrue();
    assertThat(deal(sample, 1).name()).isEqualTo("B");
  }

  @Test
  void aNameThatIsTooLongIsCutAndKeptWhole() {
    String name = "n".repeat(400);
    CsvSample sample = CsvSample.text("Deal name,Amount,Stage\n" + name + ",1 EUR,New");

    assertThat(deal(sample, 0).name()).hasSize(249);
    assertThat(deal(sample, 0).description()).contains(name);
    assertThat(sample.problems(0)).containsExactly("VALUE_SHORTENED@0");
  }

  @Test
  void markupOfATableOfOnesOwnIsText() {
    CsvSample sample =
        CsvSample.text("Deal name,Stage,Notes\n<img src=x onerror=alert(1)>,New,'=1+1\n");

    assertThat(deal(sample, 0).name()).isEqualTo("<img src=x onerror=alert(1)>");
    assertThat(deal(sample, 0).description()).isEqualTo("=1+1");
  }

  @Test
  void aTableOfPeopleStaysOne() {
    assertThat(CsvSample.resource("pipedrive.csv", "FR").inspection().kind())
        .isEqualTo(ImportKind.PEOPLE);
    assertThat(CsvSample.text("Name,Email,Company\nA,a@b.example,C").inspection().kind())
        .isEqualTo(ImportKind.PEOPLE);
  }
}
