package eu.rempart.exchange.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eu.rempart.deal.line.DealLine;
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

  private static ImportedDeal deal(CsvSample sample, int row) {
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Deal name,Stage,Product name,Quantity,Unit price,Discount in %,Unit\n"
            + "A,New,Slate,12,49.90 EUR,10%,m²",
        "Nom de l’affaire;Étape;Produit;Quantité;Prix unitaire;Remise en %;Unité\n"
            + "A;New;Slate;12;49,90 €;10;m²",
        "Name des Deals;Phase;Produkt;Menge;Einzelpreis;Rabatt in %;Einheit\n"
            + "A;New;Slate;12;49,90 EUR;10 %;m²",
        "Naam van de deal;Fase;Product;Aantal;Prijs per eenheid;Korting in %;Eenheid\n"
            + "A;New;Slate;12;€ 49,90;10;m²"
      })
  void aProductIsReadInEveryLanguage(String csv) {
    CsvSample sample = CsvSample.text(csv);

    assertThat(sample.inspection().kind()).isEqualTo(ImportKind.DEALS);
    assertThat(sample.problems(0)).isEmpty();
    assertThat(deal(sample, 0).lines())
        .containsExactly(
            new DealLine(
                null,
                "Slate",
                "m²",
                new BigDecimal("12"),
                new BigDecimal("49.90"),
                "EUR",
                BigDecimal.TEN));
    assertThat(deal(sample, 0).amount()).isNull();
  }

  @Test
  void hubspotsColumnsOfAProductAreTaken() {
    CsvSample sample =
        CsvSample.text(
            "Record ID,Deal Name,Deal Stage,Pipeline,Amount,Deal currency code,Product name,"
                + "Quantity,Unit price\n1,A,New,Sales,598.80,CHF,Slate,12,49.90");

    assertThat(sample.inspection().source()).isEqualTo(ImportSource.HUBSPOT_DEALS);
    assertThat(deal(sample, 0).lines())
        .containsExactly(
            new DealLine(
                null,
                "Slate",
                null,
                new BigDecimal("12"),
                new BigDecimal("49.9"),
                "CHF",
                BigDecimal.ZERO));
    assertThat(deal(sample, 0).amount()).isEqualByComparingTo("598.80");
  }

  @Test
  void oneProductWithoutAPriceIsWhatTheDealComesTo() {
    CsvSample sample =
        CsvSample.text(
            "Deal name,Stage,Amount,Product,Quantity\nA,New,1200 EUR,Slate,\nB,New,1200 EUR,Slate,3");

    assertThat(deal(sample, 0).lines().getFirst().unitPrice()).isEqualByComparingTo("1200");
    assertThat(deal(sample, 1).lines().getFirst().unitPrice()).isZero();
    assertThat(deal(sample, 1).lines().getFirst().quantity()).isEqualByComparingTo("3");
  }

  @Test
  void aPriceWithoutACurrencyGetsThatOfTheCountryAndSaysSo() {
    CsvSample sample =
        CsvSample.of(CsvSample.file("Deal name,Stage,Product,Unit price\nA,New,Slate,49.90"), "GB");

    assertThat(deal(sample, 0).lines().getFirst().currency()).isEqualTo("GBP");
    assertThat(sample.problems(0)).containsExactly("CURRENCY_ASSUMED@3");
  }

  @Test
  void whatIsSaidOfNoProductOrIsNoNumberGoesIntoTheDescription() {
    CsvSample sample =
        CsvSample.text(
            "Deal name,Stage,Product,Quantity,Unit price\n"
                + "A,New,,12,49.90 EUR\nB,New,Slate,some,-3 EUR\n,,Slate,1,1 EUR");

    assertThat(deal(sample, 0).lines()).isEmpty();
    assertThat(deal(sample, 0).description()).contains("Quantity: 12", "Unit price: 49.90 EUR");
    assertThat(sample.problems(0)).isEmpty();
    assertThat(deal(sample, 1).description()).contains("Quantity: some", "Unit price: -3 EUR");
    assertThat(sample.problems(1)).containsExactly("NUMBER_INVALID@3", "NUMBER_INVALID@4");
    assertThat(deal(sample, 1).lines().getFirst().quantity()).isEqualByComparingTo("1");
    assertThat(sample.problems(2)).containsExactly("DEAL_NAME_MISSING");
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

  @ParameterizedTest
  @CsvSource({"25 €,''", "EUR 25,''", "'',12 EUR"})
  void moneyIsNeitherADiscountInPercentNorHowManyThereAre(String discount, String quantity) {
    CsvSample sample =
        CsvSample.text(
            "Deal name,Stage,Product,Unit price,Discount in %,Quantity\nA,New,Slate,50 EUR,"
                + discount
                + ","
                + quantity);

    assertThat(sample.problems(0))
        .containsExactly("NUMBER_INVALID@" + (discount.isEmpty() ? 5 : 4));
    assertThat(deal(sample, 0).lines())
        .containsExactly(
            new DealLine(
                null, "Slate", null, BigDecimal.ONE, new BigDecimal("50"), "EUR", BigDecimal.ZERO));
    assertThat(deal(sample, 0).description())
        .isEqualTo(discount.isEmpty() ? "Quantity: " + quantity : "Discount in %: " + discount);
  }

  @ParameterizedTest
  @CsvSource({
    "Discount,IGNORE",
    "Remise,IGNORE",
    "Rabatt,IGNORE",
    "Korting,IGNORE",
    "Discount (%),DEAL_PRODUCT_DISCOUNT",
    "Remise %,DEAL_PRODUCT_DISCOUNT",
    "Rabatt in %,DEAL_PRODUCT_DISCOUNT"
  })
  void aDiscountIsOneInPercentWhereItsHeadingSaysSo(String heading, Field field) {
    CsvSample sample =
        CsvSample.text("Deal name,Stage,Product,Unit price," + heading + "\nA,New,Slate,50,10");

    assertThat(sample.inspection().proposal().target(4).field()).isEqualTo(field);
  }

  @Test
  void theCellOfAllProductsThatAnExportWritesIsReadAgain() {
    CsvSample sample =
        CsvSample.text(
            """
            Deal name,Stage,Products
            A,New,12 m² × Slate; blue @ 49.9 EUR (-10 %); 1 × Copper @ 9 EUR
            B,New,'-1 kg × Returned @ 0.5 EUR
            C,New,"Slate, Copper"
            D,New,1 × Slate @ 9 EUR; and more
            """);

    assertThat(deal(sample, 0).lines())
        .containsExactly(
            new DealLine(
                null,
                "Slate; blue",
                "m²",
                new BigDecimal("12"),
                new BigDecimal("49.9"),
                "EUR",
                BigDecimal.TEN),
            new DealLine(
                null, "Copper", null, BigDecimal.ONE, new BigDecimal("9"), "EUR", BigDecimal.ZERO));
    assertThat(deal(sample, 1).lines())
        .extracting(DealLine::unit, DealLine::quantity)
        .containsExactly(tuple("kg", new BigDecimal("-1")));
    assertThat(deal(sample, 2).lines()).isEmpty();
    assertThat(deal(sample, 2).description()).isEqualTo("Products: Slate, Copper");
    assertThat(sample.problems(2)).containsExactly("VALUE_INVALID@2");
    assertThat(sample.problems(3)).containsExactly("VALUE_INVALID@2");
    assertThat(sample.problems(0)).isEmpty();
  }
}
