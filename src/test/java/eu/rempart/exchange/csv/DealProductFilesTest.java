package eu.rempart.exchange.csv;

import static eu.rempart.exchange.csv.DealFilesTest.deal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eu.rempart.deal.line.DealLine;
import eu.rempart.exchange.format.ImportKind;
import eu.rempart.exchange.format.ImportSource;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Products in tables of deals. */
class DealProductFilesTest {
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
