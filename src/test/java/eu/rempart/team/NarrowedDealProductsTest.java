package eu.rempart.team;

import static eu.rempart.shell.text.Texts.t;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.tabs.Tab;
import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.account.right.FieldRule;
import eu.rempart.deal.Deal;
import eu.rempart.deal.DealData;
import eu.rempart.deal.DealDataBuilder;
import eu.rempart.deal.DealId;
import eu.rempart.deal.line.AmountBy;
import eu.rempart.deal.line.DealLine;
import eu.rempart.deal.ui.DealNavigation;
import eu.rempart.history.FieldChange;
import eu.rempart.history.HistoryService;
import eu.rempart.history.PutBack;
import eu.rempart.history.RecordRef;
import eu.rempart.shell.field.number.CurrencyField;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is not shown the amount of a deal sees no price of its products, whatever way they try. */
class NarrowedDealProductsTest extends WithNarrowedMembers {

  private static final DealLine WORK =
      new DealLine(
          null, "Hush", "h", new BigDecimal("8"), new BigDecimal("5555"), "EUR", BigDecimal.ZERO);

  @Autowired private HistoryService history;

  private DealId roof() {
    return deals.create(
        DealData.builder()
            .name("Roof")
            .stageId(pipeline().stages().getFirst().kept())
            .currency("EUR")
            .lines(List.of(WORK))
            .amountBy(AmountBy.PRODUCTS)
            .build());
  }

  private SignedInMember eve(String column, FieldRule rule) {
    return narrowed(Role.MEMBER, without("deal", Map.of(column, rule)));
  }

  private Deal seen(SignedInMember who, DealId id) {
    return as(who, () -> deals.find(id)).orElseThrow();
  }

  private List<String> tabs(SignedInMember who, DealId id) {
    return as(
        who,
        () -> {
          open(DealNavigation.details(id), "");
          return find(Tab.class).all().stream().map(Tab::getLabel).toList();
        });
  }

  @Test
  void withoutTheAmountThereAreNoLines() {
    DealId id = roof();
    SignedInMember eve = eve("amount", FieldRule.HIDDEN);
    Deal seen = seen(eve, id);
    assertThat(seen.data().amount()).isNull();
    assertThat(seen.data().lines()).isEmpty();
    assertThat(seen.data().amountBy()).isEqualTo(AmountBy.HAND);
    assertThat(as(eve, () -> deals.findAll(List.of(id))).getFirst().data().lines()).isEmpty();
    assertThat(as(eve, () -> history.timeline(new RecordRef("deal", id.value()))))
        .isNotEmpty()
        .allSatisfy(
            event ->
                assertThat(event.changes())
                    .extracting(FieldChange::column)
                    .doesNotContain("lines", "amount", "amount_by"));
    assertThat(tabs(eve, id)).contains("History").doesNotContain("Products");
    assertThat(tabs(admin(), id)).contains("Products");

    // what they do not see they do not change, neither by writing nor by not writing it
    for (DealData after :
        List.of(
            seen.data().toBuilder().lines(List.of(WORK)).build(),
            seen.data().toBuilder().amountBy(AmountBy.PRODUCTS).build())) {
      assertThatThrownBy(() -> as(eve, () -> deals.save(id, 1, seen.data(), after)))
          .isInstanceOf(NotPermittedException.class);
    }
    as(
        eve,
        () -> deals.save(id, 1, seen.data(), seen.data().toBuilder().name("Roof, new").build()));
    DealData kept = deals.find(id).orElseThrow().data();
    assertThat(kept.lines()).containsExactly(WORK);
    assertThat(kept.amount()).isEqualByComparingTo("44440");
  }

  @Test
  void anAmountThatIsReadOnlyIsNotChangedByLinesEither() {
    DealId id = roof();
    SignedInMember eve = eve("amount", FieldRule.READ_ONLY);
    Deal seen = seen(eve, id);
    assertThat(seen.data().lines()).containsExactly(WORK);
    for (DealData after :
        List.of(
            seen.data().toBuilder().lines(List.of()).build(),
            seen.data().toBuilder().amountBy(AmountBy.HAND).build())) {
      assertThatThrownBy(() -> as(eve, () -> deals.save(id, 1, seen.data(), after)))
          .isInstanceOf(NotPermittedException.class);
    }
  }

  @Test
  void withoutTheLinesTheAmountIsSeenToFollow() {
    DealId id = roof();
    SignedInMember eve = eve("lines", FieldRule.HIDDEN);
    Deal seen = seen(eve, id);
    assertThat(seen.data().lines()).isEmpty();
    assertThat(seen.data().amount()).isEqualByComparingTo("44440");
    assertThat(seen.data().amountBy()).isEqualTo(AmountBy.PRODUCTS);
    assertThat(tabs(eve, id)).doesNotContain("Products");
    as(
        eve,
        () ->
            deals.save(
                id,
                1,
                seen.data(),
                seen.data().toBuilder().amount(BigDecimal.ONE).source("Fair").build()));
    DealData kept = deals.find(id).orElseThrow().data();
    assertThat(kept.source()).isEqualTo("Fair");
    assertThat(kept.amount()).as("nobody types over it").isEqualByComparingTo("44440");
    assertThat(kept.lines()).containsExactly(WORK);
    assertThat(as(eve, () -> deals.findAll(Set.of(id))).getFirst().data().lines()).isEmpty();
  }

  @Test
  void withoutTheWordThatTheAmountFollowsItIsSeenAllTheSame() {
    DealId id = roof();
    SignedInMember eve = eve("amount_by", FieldRule.HIDDEN);
    Deal seen = seen(eve, id);
    assertThat(seen.data().amountBy()).isEqualTo(AmountBy.PRODUCTS);
    DealData byHand =
        seen.data().toBuilder().amountBy(AmountBy.HAND).amount(BigDecimal.ONE).build();
    assertThatThrownBy(() -> as(eve, () -> deals.save(id, 1, seen.data(), byHand)))
        .isInstanceOf(NotPermittedException.class);
  }

  @Test
  void withoutTheCurrencyThereAreNoLinesThatSayIt() {
    DealId id = roof();
    SignedInMember eve = eve("currency", FieldRule.HIDDEN);
    Deal seen = seen(eve, id);
    assertThat(seen.data().currency()).isNull();
    assertThat(seen.data().lines()).isEmpty();
    assertThat(seen.data().amountBy()).isEqualTo(AmountBy.PRODUCTS);
    assertThat(tabs(eve, id)).contains("History").doesNotContain("Products");
    assertThat(as(eve, () -> history.timeline(new RecordRef("deal", id.value()))))
        .isNotEmpty()
        .allSatisfy(
            event ->
                assertThat(event.changes())
                    .extracting(FieldChange::column)
                    .doesNotContain("lines", "currency"));
  }

  private void change(DealId id, UnaryOperator<DealDataBuilder> edit) {
    Deal now = deals.find(id).orElseThrow();
    deals.save(id, now.version(), now.data(), edit.apply(now.data().toBuilder()).build());
  }

  private long puttingBackAmounts(SignedInMember who, DealId id) {
    return as(
        who,
        () -> {
          open("profile", "");
          open(DealNavigation.details(id), "tab=history");
          return find(Button.class).all().stream()
              .filter(
                  button ->
                      button
                          .getAriaLabel()
                          .filter(t("history.put.back.field", t("deal.field.amount"))::equals)
                          .isPresent())
              .count();
        });
  }

  @Test
  void whatGoesAlongKeepsNothingFromBeingPutBackUnlessItDiffers() {
    DealId id = roof();
    change(id, deal -> deal.amountBy(AmountBy.HAND).amount(BigDecimal.ONE));
    change(id, deal -> deal.amount(BigDecimal.TWO));
    RecordRef ref = new RecordRef("deal", id.value());
    SignedInMember eve = eve("lines", FieldRule.READ_ONLY);
    assertThat(puttingBackAmounts(eve, id)).as("with that of the lines none").isEqualTo(1);
    assertThat(as(eve, () -> history.putBack(ref, 2, "amount", 3))).isEqualTo(new PutBack.Done(4));
    assertThat(deals.find(id).orElseThrow().data().amount()).isEqualByComparingTo("1");
    assertThat(as(eve, () -> history.putBack(ref, 1, "amount", 4)))
        .as("it followed from the products then, which they may not let it")
        .isInstanceOf(PutBack.Refused.class);
    assertThat(history.putBack(ref, 1, "amount", 4)).isEqualTo(new PutBack.Done(5));
    assertThat(deals.find(id).orElseThrow().data().amountBy()).isEqualTo(AmountBy.PRODUCTS);
  }

  @Test
  void theCurrencyOfLinesThatMayNotBeChangedIsReadOnly() {
    DealId id = roof();
    DealId without = deal("No lines", null, null);
    SignedInMember eve = eve("amount", FieldRule.READ_ONLY);
    assertThat(hasFixedCurrency(eve, id)).isTrue();
    assertThat(hasFixedCurrency(eve, without)).isFalse();
    assertThat(hasFixedCurrency(admin(), id)).isFalse();
  }

  private boolean hasFixedCurrency(SignedInMember who, DealId id) {
    return as(
        who,
        () -> {
          open("profile", "");
          open(DealNavigation.details(id), "");
          click("Edit");
          boolean fixed = find(CurrencyField.class).single().isReadOnly();
          click("Cancel");
          return fixed;
        });
  }
}
