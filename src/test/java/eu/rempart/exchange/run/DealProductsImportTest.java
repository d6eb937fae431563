package eu.rempart.exchange.run;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.deal.Deal;
import eu.rempart.deal.DealData;
import eu.rempart.deal.DealDataBuilder;
import eu.rempart.deal.DealService;
import eu.rempart.deal.line.AmountBy;
import eu.rempart.deal.line.DealLine;
import eu.rempart.exchange.format.ProblemCode;
import eu.rempart.exchange.format.RowProblem;
import eu.rempart.exchange.run.result.Outcome;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Products that rows of deals name. */
class DealProductsImportTest extends DealImportCase {

  @RegisterExtension static final ImportHouse house = new ImportHouse();

  private static final String SOLD =
      "Rempart ID,Deal name,Stage,Amount,Product,Quantity,Unit price\n";

  DealProductsImportTest() {
    super(house);
  }

  @BeforeAll
  static void pipelines() {
    openPipelines(house);
  }

  private static DealLine slate(String quantity, String price, String currency) {
    return line("Slate", quantity, price, currency);
  }

  private static DealLine copper(String quantity, String price, String currency) {
    return line("Copper", quantity, price, currency);
  }

  private static DealLine line(String text, String quantity, String price, String currency) {
    return new DealLine(
        null,
        text,
        null,
        new BigDecimal(quantity),
        new BigDecimal(price),
        currency,
        BigDecimal.ZERO);
  }

  private static List<ProblemCode> problems(ImportJob job) {
    return job.shown().stream()
        .flatMap(row -> row.row().problems().stream())
        .map(RowProblem::code)
        .toList();
  }

  private void change(String name, UnaryOperator<DealDataBuilder> edit) {
    Deal deal = deal(name);
    DealData after = edit.apply(deal.data().toBuilder()).build();
    house.as(
        () -> house.bean(DealService.class).save(deal.id(), deal.version(), deal.data(), after));
  }

  @Test
  void aNewDealHasTheProductAndComesToItWhereNoAmountIsSaid() {
    ImportJob job =
        run(SOLD + ",Sold H,New,,Slate,12,49.90 SEK\n,Agreed H,New,500 EUR,Slate,12,49.90 EUR\n");

    assertThat(outcomes(job)).containsOnly(Outcome.CREATED);
    DealData sold = deal("Sold H").data();
    assertThat(sold.lines()).containsExactly(slate("12", "49.9", "SEK"));
    assertThat(sold.amountBy()).isEqualTo(AmountBy.PRODUCTS);
    assertThat(sold.amount()).isEqualByComparingTo("598.80");
    assertThat(sold.currency()).isEqualTo("SEK");
    DealData agreed = deal("Agreed H").data();
    assertThat(agreed.lines()).containsExactly(slate("12", "49.9", "EUR"));
    assertThat(agreed.amountBy()).isEqualTo(AmountBy.HAND);
    assertThat(agreed.amount()).isEqualByComparingTo("500");
  }

  @Test
  void theSameFileAgainChangesNothing() {
    String csv = SOLD + "K1H,Again H,New,,Slate,12,49.90 EUR\n";
    run(csv);

    ImportJob job = run(csv);

    assertThat(outcomes(job)).containsExactly(Outcome.UNCHANGED);
    assertThat(problems(job)).isEmpty();
  }

  @Test
  void aDealWithProductsKeepsThemAndSaysSo() {
    run(SOLD + "K2H,Kept H,New,,Slate,12,49.90 EUR\n");

    ImportJob job = run(SOLD + "K2H,Kept H,New,,Copper,1,9 EUR\n");

    assertThat(outcomes(job)).containsExactly(Outcome.UNCHANGED);
    assertThat(problems(job)).containsExactly(ProblemCode.PRODUCTS_KEPT);
    assertThat(deal("Kept H").data().lines()).containsExactly(slate("12", "49.9", "EUR"));
  }

  @Test
  void oneWithoutProductsGetsThemAndKeepsAnAmountByHand() {
    run(SOLD + "K3H,Bare H,New,500 EUR,,,\nK4H,Empty H,New,,,,\nK5H,Foreign H,New,500 USD,,,\n");

    ImportJob job =
        run(
            SOLD
                + "K3H,Bare H,New,,Slate,12,49.90 EUR\n"
                + "K4H,Empty H,New,,Slate,12,49.90 EUR\n"
                + "K5H,Foreign H,New,,Slate,12,49.90 EUR\n");

    assertThat(outcomes(job)).containsExactly(Outcome.UPDATED, Outcome.UPDATED, Outcome.UNCHANGED);
    assertThat(problems(job)).containsExactly(ProblemCode.PRODUCTS_KEPT);
    assertThat(deal("Bare H").data().lines()).hasSize(1);
    assertThat(deal("Bare H").data().amount()).isEqualByComparingTo("500");
    assertThat(deal("Empty H").data().amount()).isEqualByComparingTo("598.80");
    assertThat(deal("Empty H").data().amountBy()).isEqualTo(AmountBy.PRODUCTS);
    assertThat(deal("Foreign H").data().lines()).isEmpty();
    assertThat(deal("Foreign H").data().currency()).isEqualTo("USD");
  }

  @Test
  void anAmountThatFollowsIsNotOverruledByTheFile() {
    run(SOLD + "K6H,Follows H,New,,,,\n");
    change("Follows H", deal -> deal.amountBy(AmountBy.PRODUCTS));

    ImportJob job = run(SOLD + "K6H,Follows H,New,7 EUR,Slate,12,49.90 EUR\n");

    assertThat(problems(job)).containsExactly(ProblemCode.AMOUNT_KEPT);
    assertThat(deal("Follows H").data().amount()).isEqualByComparingTo("598.80");
  }

  @Test
  void rowsThatFollowOneAnotherAreLinesOfOneDeal() {
    run(SOLD + ",There H,New,5 EUR,,,\n");

    ImportJob job =
        run(
            SOLD
                + "K7H,Keyed H,New,,Slate,12,49.90 EUR\nK7H,Keyed H,New,,Copper,1,9 EUR\n"
                + ",Plain H,New,,Slate,12,49.90 EUR\n,Plain H,New,,Copper,1,9 EUR\n"
                + ",Plain H,New,,,,\n,Plain H,Offer made,,Copper,1,9 EUR\n"
                + ",There H,New,,Slate,12,49.90 EUR\n,There H,New,,Copper,1,9 EUR\n");

    assertThat(outcomes(job))
        .containsExactly(
            Outcome.CREATED,
            Outcome.LEFT_OUT,
            Outcome.CREATED,
            Outcome.LEFT_OUT,
            Outcome.TWICE_IN_FILE,
            Outcome.CREATED,
            Outcome.UPDATED,
            Outcome.LEFT_OUT);
    assertThat(problems(job))
        .containsExactly(
            ProblemCode.CONTINUATION, ProblemCode.CONTINUATION, ProblemCode.CONTINUATION);
    assertThat(deal("Keyed H").data().lines())
        .containsExactly(slate("12", "49.9", "EUR"), copper("1", "9", "EUR"));
    assertThat(deal("Keyed H").data().amount()).isEqualByComparingTo("607.80");
    assertThat(deals("Plain H")).hasSize(2);
    assertThat(deal("There H").data().lines()).hasSize(2);
    assertThat(deal("There H").data().amount()).isEqualByComparingTo("5");
  }

  @Test
  void whatBecomesOfADealBecomesOfItsFurtherRows() {
    run(SOLD + "K8H,Kept H,New,,Slate,12,49.90 EUR\n");

    ImportJob job =
        run(
            SOLD
                + "K8H,Kept H,New,,Slate,12,49.90 EUR\nK8H,Kept H,New,,Copper,1,9 EUR\n"
                + "K9H,Lost H,Nowhere,,Slate,1,1 EUR\nK9H,Lost H,Nowhere,,Copper,1,1 EUR\n");

    assertThat(outcomes(job))
        .containsExactly(
            Outcome.UNCHANGED, Outcome.TWICE_IN_FILE, Outcome.REFUSED, Outcome.REFUSED);
    assertThat(problems(job))
        .containsExactly(
            ProblemCode.PRODUCTS_KEPT,
            ProblemCode.PRODUCT_LEFT_OUT,
            ProblemCode.STAGE_UNKNOWN,
            ProblemCode.STAGE_UNKNOWN);
    assertThat(deal("Kept H").data().lines()).hasSize(1);
    assertThat(deals("Lost H")).isEmpty();
  }

  @Test
  void theSameRowsAgainChangeNothing() {
    String csv = SOLD + "K10H,Twice H,New,,Slate,12,49.90 EUR\nK10H,Twice H,New,,Copper,1,9 EUR\n";
    run(csv);

    ImportJob job = run(csv);

    assertThat(outcomes(job)).containsExactly(Outcome.UNCHANGED, Outcome.LEFT_OUT);
    assertThat(problems(job)).containsExactly(ProblemCode.CONTINUATION);
  }

  @Test
  void aRowThatDoesNotFollowAndOneThatSaysAllAgainAreLeftOutAndThatIsSaid() {
    ImportJob job =
        run(
            SOLD
                + "K11H,Away H,New,,Slate,12,49.90 EUR\nK11H,Away H,New,,Slate,12,49.90 EUR\n"
                + "K12H,Between H,New,,,,\n"
                + "K11H,Away H,New,,Copper,1,9 EUR\nK11H,Away H,New,,Zinc,1,9 EUR\n");

    assertThat(outcomes(job))
        .containsExactly(
            Outcome.CREATED,
            Outcome.TWICE_IN_FILE,
            Outcome.CREATED,
            Outcome.TWICE_IN_FILE,
            Outcome.TWICE_IN_FILE);
    assertThat(problems(job))
        .containsExactly(
            ProblemCode.PRODUCT_LEFT_OUT,
            ProblemCode.PRODUCT_LEFT_OUT,
            ProblemCode.PRODUCT_LEFT_OUT);
    assertThat(deal("Away H").data().lines()).containsExactly(slate("12", "49.9", "EUR"));
  }

  @Test
  void ofSeveralLinesOnlyThoseThatCanNotBeKeptAreText() {
    ImportJob job =
        run(
            SOLD
                + "K13H,Some H,New,,Slate,12,49.90 EUR\nK13H,Some H,New,,Copper,0,9 EUR\n"
                + "K13H,Some H,New,,Zinc,some,9 EUR\n");

    assertThat(outcomes(job)).containsExactly(Outcome.CREATED, Outcome.LEFT_OUT, Outcome.LEFT_OUT);
    assertThat(problems(job))
        .containsExactly(
            ProblemCode.VALUE_INVALID,
            ProblemCode.CONTINUATION,
            ProblemCode.NUMBER_INVALID,
            ProblemCode.CONTINUATION);
    DealData some = deal("Some H").data();
    assertThat(some.lines()).extracting(DealLine::description).containsExactly("Slate", "Zinc");
    assertThat(some.description()).contains("Copper", "Quantity: some");
  }

  @Test
  void severalProductsWithoutAPriceShareTheAmountOfTheDeal() {
    run(
        """
        Rempart ID,Deal name,Stage,Amount,Product
        K14H,Shared H,New,500 EUR,Slate
        K14H,Shared H,New,500 EUR,Copper
        """);

    DealData shared = deal("Shared H").data();
    assertThat(shared.lines()).containsExactly(slate("1", "0", "EUR"), copper("1", "0", "EUR"));
    assertThat(shared.amount()).isEqualByComparingTo("500");
  }

  @Test
  void moreLinesThanADealTakesAreLeftOutAndThatIsSaid() {
    StringBuilder csv = new StringBuilder(SOLD);
    for (int i = 0; i < 210; i++) {
      csv.append("K15H,Many H,New,,Slate ").append(i).append(",1,1 EUR\n");
    }

    ImportJob job = run(csv.toString());

    assertThat(deal("Many H").data().lines()).hasSize(200);
    assertThat(job.counts().rows()).isEqualTo(210);
    assertThat(problems(job).stream().filter(ProblemCode.PRODUCT_LEFT_OUT::equals)).hasSize(10);
  }

  @Test
  void whatIsNoLineIsKeptAsTextAndTheRowIsImported() {
    ImportJob job =
        run(
            SOLD
                + ",Naught H,New,,Slate,0,1 EUR\n"
                + ",Mixed H,New,5 SEK,Slate,1,1 EUR\n"
                + ",Fine H,New,,Slate,1,0.00001 EUR\n"
                + ",Vast H,New,,Slate,999999999,999999999 EUR\n");

    assertThat(outcomes(job)).containsOnly(Outcome.CREATED);
    assertThat(problems(job)).hasSize(4).containsOnly(ProblemCode.VALUE_INVALID);
    for (String name : List.of("Naught H", "Mixed H", "Fine H", "Vast H")) {
      assertThat(deal(name).data().lines()).isEmpty();
      assertThat(deal(name).data().description()).contains("Slate");
    }
    assertThat(deal("Mixed H").data().amount()).isEqualByComparingTo("5");
    assertThat(deal("Naught H").data().amount()).isNull();
  }
}
