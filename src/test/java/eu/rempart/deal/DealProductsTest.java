package eu.rempart.deal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.account.Role;
import eu.rempart.common.SaveResult;
import eu.rempart.db.Reason;
import eu.rempart.db.TestDatabase;
import eu.rempart.db.generated.KeptTables;
import eu.rempart.deal.line.AmountBy;
import eu.rempart.deal.line.DealLine;
import eu.rempart.deal.line.LineRefusedException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Deals with products: what is kept, and when the amount follows. */
class DealProductsTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final DealLine TILES = line("Tiles", "12.5", "20", "EUR");
  private static final DealLine WORK = line("Work", "8", "55", "EUR");

  private TestDeals house;
  private DealData roof;

  @BeforeEach
  void open() throws Exception {
    house = new TestDeals(database);
    roof =
        DealData.builder()
            .name("Roof")
            .amount(new BigDecimal("1200"))
            .currency("EUR")
            .stageId(house.stage(0))
            .lines(List.of(TILES, WORK))
            .build();
  }

  private static DealLine line(String text, String quantity, String price, String currency) {
    return new DealLine(
        null,
        text,
        "h",
        new BigDecimal(quantity),
        new BigDecimal(price),
        currency,
        BigDecimal.ZERO);
  }

  private DealId create(DealData data) throws Exception {
    return house.as(Role.MEMBER, () -> house.deals.create(data));
  }

  private SaveResult<Deal, DealField> save(Deal read, DealData after) throws Exception {
    return house.as(
        Role.MEMBER, () -> house.deals.save(read.id(), read.version(), read.data(), after));
  }

  private BigDecimal amount(DealId id) throws Exception {
    return Objects.requireNonNull(house.now(id).data().amount());
  }

  @Test
  void byHandTheAmountStaysAndFromProductsItFollows() throws Exception {
    DealId id = create(roof);
    assertThat(amount(id)).isEqualByComparingTo("1200");
    Deal deal = house.now(id);
    assertThat(deal.data().lines()).containsExactly(TILES, WORK);

    save(deal, deal.data().toBuilder().amountBy(AmountBy.PRODUCTS).build());
    assertThat(amount(id)).isEqualByComparingTo("690");

    deal = house.now(id);
    save(deal, deal.data().toBuilder().lines(List.of(WORK)).build());
    assertThat(amount(id)).isEqualByComparingTo("440");

    deal = house.now(id);
    save(deal, deal.data().toBuilder().amount(new BigDecimal("1")).build());
    assertThat(amount(id)).as("nobody types over it").isEqualByComparingTo("440");

    deal = house.now(id);
    DealData byHand =
        deal.data().toBuilder().amountBy(AmountBy.HAND).amount(new BigDecimal("500")).build();
    save(deal, byHand);
    assertThat(amount(id)).isEqualByComparingTo("500");
    assertThat(house.now(id).data().lines()).containsExactly(WORK);
  }

  @Test
  void linesAreInTheCurrencyOfTheDeal() throws Exception {
    DealLine swiss = line("Hour", "1", "90", "CHF");
    assertThatThrownBy(() -> create(roof.toBuilder().lines(List.of(TILES, swiss)).build()))
        .isInstanceOf(LineRefusedException.class);
  }

  @Test
  void anotherCurrencyIsRefusedAsLongAsLinesAreInTheFormer() throws Exception {
    Deal deal = house.now(create(roof));
    assertThatThrownBy(() -> save(deal, deal.data().toBuilder().currency("CHF").build()))
        .isInstanceOf(LineRefusedException.class);
    assertThat(house.now(deal.id()).version()).isEqualTo(1);
    DealLine swiss = line("Tiles", "1", "90", "CHF");
    save(deal, deal.data().toBuilder().currency("CHF").lines(List.of(swiss)).build());
    assertThat(house.now(deal.id()).data().lines()).containsExactly(swiss);
  }

  @Test
  void ofTwoWhoEditAtOnceTheSecondIsAsked() throws Exception {
    Deal deal = house.now(create(roof.toBuilder().amountBy(AmountBy.PRODUCTS).build()));
    save(deal, deal.data().toBuilder().lines(List.of(WORK)).build());

    SaveResult<Deal, DealField> second =
        save(deal, deal.data().toBuilder().lines(List.of(TILES)).build());

    assertThat(second)
        .isInstanceOfSatisfying(
            SaveResult.Stale.class, stale -> assertThat(stale.both().toString()).contains("LINES"));
    assertThat(amount(deal.id())).isEqualByComparingTo("440");
  }

  @Test
  void soAreTwoWhoseChangesDoNotGoTogether() throws Exception {
    Deal deal = house.now(create(roof.toBuilder().lines(List.of()).build()));
    save(deal, deal.data().toBuilder().currency("CHF").build());

    SaveResult<Deal, DealField> second =
        save(deal, deal.data().toBuilder().lines(List.of(TILES)).build());

    assertThat(second)
        .as("rather than told that a line they typed in the deal's currency is in another")
        .isInstanceOf(SaveResult.Stale.class);
    assertThat(house.now(deal.id()).data().lines()).isEmpty();
  }

  @Test
  void changesOfManyLeaveAmountsAloneThatFollow() throws Exception {
    Deal follows = house.now(create(roof.toBuilder().amountBy(AmountBy.PRODUCTS).build()));
    Deal byHand = house.now(create(roof));
    house.as(
        Role.MEMBER,
        () ->
            house.deals.saveAll(
                Map.of(
                    follows, changed(follows.data()),
                    byHand, changed(byHand.data())),
                Reason.IMPORT));
    assertThat(house.now(follows.id()).data().source()).isEqualTo("Fair");
    assertThat(amount(follows.id())).isEqualByComparingTo("690");
    assertThat(amount(byHand.id())).isEqualByComparingTo("9");
    assertThat(house.now(byHand.id()).data().lines()).containsExactly(TILES, WORK);
  }

  @Test
  void aChangeOfManyThatChangesNothingIsNone() throws Exception {
    Deal follows = house.now(create(roof.toBuilder().amountBy(AmountBy.PRODUCTS).build()));
    DealData after = follows.data().toBuilder().amount(new BigDecimal("9")).build();
    assertThat(
            house.as(Role.MEMBER, () -> house.deals.saveAll(Map.of(follows, after), Reason.IMPORT)))
        .as("nobody wrote in between")
        .isEmpty();
    assertThat(house.now(follows.id()).version()).isEqualTo(1);
  }

  @Test
  void changesOfManyLeaveAmountsAloneInAnotherCurrencyThanTheLines() throws Exception {
    Deal byHand = house.now(create(roof));
    Deal without = house.now(create(roof.toBuilder().lines(List.of()).build()));
    house.as(
        Role.MEMBER,
        () ->
            house.deals.saveAll(
                Map.of(
                    byHand, changed(byHand.data().toBuilder().currency("USD").build()),
                    without, changed(without.data().toBuilder().currency("USD").build())),
                Reason.IMPORT));
    DealData kept = house.now(byHand.id()).data();
    assertThat(kept.currency()).isEqualTo("EUR");
    assertThat(kept.amount()).isEqualByComparingTo("1200");
    assertThat(kept.source()).isEqualTo("Fair");
    assertThat(house.now(without.id()).data().currency()).isEqualTo("USD");
    assertThat(amount(without.id())).isEqualByComparingTo("9");
  }

  @Test
  void dealsThatEndedElsewhereAreReckonedToo() throws Exception {
    DealId id = new DealId(java.util.UUID.randomUUID());
    DealData follows = roof.toBuilder().amountBy(AmountBy.PRODUCTS).build();
    house.as(Role.MEMBER, () -> ended(id, follows));
    assertThat(amount(id)).isEqualByComparingTo("690");
    DealData mixed = roof.toBuilder().currency("USD").build();
    assertThatThrownBy(
            () ->
                house.as(Role.MEMBER, () -> ended(new DealId(java.util.UUID.randomUUID()), mixed)))
        .isInstanceOf(LineRefusedException.class);
  }

  private DealId ended(DealId id, DealData data) {
    house.deals.createEnded(Map.of(id, new NewDeal(data, null, null)), Reason.IMPORT);
    return id;
  }

  private static DealData changed(DealData data) {
    return data.toBuilder().amount(new BigDecimal("9")).source("Fair").build();
  }

  @Test
  void linesAreSealedAndEveryVersionOfThemIsKept() throws Exception {
    Deal deal = house.now(create(roof));
    byte[] sealed =
        Objects.requireNonNull(
            database
                .app()
                .fetchOne("SELECT lines FROM deal WHERE id = ?", deal.id().value())
                .get(0, byte[].class));
    assertThat(new String(sealed, StandardCharsets.UTF_8))
        .as("what the sealing of tests leaves of a column that is sealed")
        .startsWith(deal.id() + "/deal.lines|");
    save(deal, deal.data().toBuilder().lines(List.of()).build());
    assertThat(KeptTables.DEAL.versionsOf(database.app(), deal.id().value())).hasSize(2);
    house.as(Role.MANAGER, () -> house.deals.archive(List.of(deal.id())));
    assertThat(
            database.app().fetchCount(org.jooq.impl.DSL.table("deal_archive"), archived(deal.id())))
        .isEqualTo(1);
  }

  private static org.jooq.Condition archived(DealId id) {
    return org.jooq.impl.DSL.field("id", java.util.UUID.class).eq(id.value());
  }

  @Test
  void linesThatDoNotOpenStayAndTheAmountWithThem() throws Exception {
    Deal other = house.now(create(roof));
    Deal deal = house.now(create(roof.toBuilder().amountBy(AmountBy.PRODUCTS).build()));
    database
        .app()
        .execute(
            "UPDATE deal SET lines = (SELECT lines FROM deal WHERE id = ?) WHERE id = ?",
            other.id().value(),
            deal.id().value());
    Deal damaged = house.now(deal.id());
    assertThat(damaged.unopenable()).containsKey(DealField.LINES);
    assertThat(damaged.data().lines()).isEmpty();
    save(damaged, damaged.data().toBuilder().amount(new BigDecimal("1")).source("Fair").build());
    assertThat(house.now(deal.id()).unopenable()).containsKey(DealField.LINES);
    assertThat(house.now(deal.id()).data().source()).isEqualTo("Fair");
    assertThat(amount(deal.id())).isEqualByComparingTo("690");
  }
}
