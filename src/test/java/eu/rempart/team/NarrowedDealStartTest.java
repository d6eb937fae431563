package eu.rempart.team;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.account.right.FieldRule;
import eu.rempart.common.SaveResult;
import eu.rempart.deal.Deal;
import eu.rempart.deal.DealData;
import eu.rempart.deal.DealId;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A deal is begun with what its writer may fill in. */
class NarrowedDealStartTest extends WithNarrowedMembers {

  @Autowired private DSLContext dsl;

  private DealData newest() {
    UUID id =
        dsl.fetchSingle("SELECT id FROM deal ORDER BY created_at DESC LIMIT 1").get(0, UUID.class);
    return deals.find(new DealId(id)).orElseThrow().data();
  }

  @ParameterizedTest
  @EnumSource(FieldRule.class)
  void withACurrencyThatMayNotBeChosenThereIsNone(FieldRule rule) {
    String name = "Begun " + UUID.randomUUID();
    SignedInMember eve = narrowed(Role.MEMBER, without("deal", Map.of("currency", rule)));
    as(
        eve,
        () -> {
          open("deals/list", "");
          click("Add deal");
          fill("Name", name);
          click("Save deal");
          return name;
        });

    assertThat(newest().name()).isEqualTo(name);
    assertThat(newest().currency()).isNull();
  }

  @Test
  void anAmountIsChangedInACurrencyThatIsNotShown() {
    DealId id =
        deals.create(
            DealData.builder()
                .name("Hidden currency")
                .stageId(pipeline().stages().getFirst().kept())
                .amount(BigDecimal.ONE)
                .currency("CHF")
                .build());
    SignedInMember eve =
        narrowed(Role.MEMBER, without("deal", Map.of("currency", FieldRule.HIDDEN)));
    Deal seen = as(eve, () -> deals.find(id)).orElseThrow();
    DealData after = seen.data().toBuilder().amount(BigDecimal.TEN).build();

    assertThat(as(eve, () -> deals.save(id, seen.version(), seen.data(), after)))
        .isInstanceOf(SaveResult.Saved.class);
    DealData now = deals.find(id).orElseThrow().data();
    assertThat(now.amount()).isEqualByComparingTo("10");
    assertThat(now.currency()).isEqualTo("CHF");
  }
}
