package eu.rempart.exchange.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Role;
import eu.rempart.account.Scope;
import eu.rempart.account.SignedInMember;
import eu.rempart.account.right.FieldRule;
import eu.rempart.deal.Deal;
import eu.rempart.deal.NamedDeals;
import eu.rempart.deal.line.AmountBy;
import eu.rempart.exchange.format.ProblemCode;
import eu.rempart.exchange.run.ImportJob;
import eu.rempart.exchange.run.result.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a role may not write, no file writes; what it may not see, no file tells. */
class NarrowedDealImportTest extends WithNarrowedImports {

  @Autowired private NamedDeals named;

  private List<Deal> called(String name) {
    return deals.findAll(named.of(List.of(name)).values().stream().flatMap(List::stream).toList());
  }

  @Test
  void whoMayNotImportOrNotWriteDealsBringsNone() {
    pipeline();
    assertThatThrownBy(
            () -> bring(narrowed(Role.READER, only(Scope.ALL)), "Deal name,Stage\nA,New"))
        .isInstanceOf(NotPermittedException.class);
  }

  @Test
  void aFieldThatIsFixedIsLeftOutAndTold() {
    pipeline();
    SignedInMember member =
        narrowed(Role.MANAGER, without("deal", Map.of("amount", FieldRule.READ_ONLY)));

    ImportJob job = bring(member, "Deal name,Stage,Amount\nFixedamount,New,12 EUR\n");

    assertThat(job.errorCode()).isEmpty();
    assertThat(problems(job)).containsExactly(ProblemCode.FIELD_FIXED);
    assertThat(called("Fixedamount").getFirst().data().amount()).isNull();
  }

  @Test
  void whoMayNotChangeAmountsBringsNoProductsThatMakeOne() {
    pipeline();
    SignedInMember member =
        narrowed(Role.MANAGER, without("deal", Map.of("amount", FieldRule.READ_ONLY)));

    ImportJob job =
        bring(
            member,
            """
            Deal name,Stage,Product,Unit price
            Fixedproducts,New,Slate,12 EUR
            Fixedproducts,New,Copper,9 EUR
            """);

    assertThat(job.errorCode()).isEmpty();
    assertThat(problems(job)).containsExactly(ProblemCode.FIELD_FIXED, ProblemCode.FIELD_FIXED);
    assertThat(job.shown().getLast().outcome()).isEqualTo(Outcome.TWICE_IN_FILE);
    Deal kept = called("Fixedproducts").getFirst();
    assertThat(kept.hasLines()).isFalse();
    assertThat(kept.data().amount()).isNull();
    assertThat(kept.data().amountBy()).isEqualTo(AmountBy.HAND);
  }

  @Test
  void aDealOfSomebodyElseIsNeitherSeenNorChanged() {
    SignedInMember member = narrowed(Role.MANAGER, only(Scope.OWN));
    var hidden = deal("Hiddendeal", null, admin().memberId());

    ImportJob job =
        bring(member, "Deal name,Stage,Rempart ID\nOverwritten,New,%s\n".formatted(hidden.value()));

    assertThat(job.errorCode()).isEmpty();
    assertThat(Objects.requireNonNull(deals.find(hidden).orElseThrow().data().name()))
        .isEqualTo("Hiddendeal");
    assertThat(job.shown()).extracting(row -> row.outcome()).containsExactly(Outcome.CREATED);
    assertThat(called("Overwritten").getFirst().data().ownerId()).isEqualTo(member.memberId());
  }

  @Test
  void aDealThatIsSeenButNotOnesOwnIsRefused() {
    SignedInMember member = narrowed(Role.MANAGER, readsAll());
    var seen = deal("Seendeal", null, admin().memberId());

    ImportJob job =
        bring(member, "Deal name,Stage,Rempart ID\nOverwritten,New,%s\n".formatted(seen.value()));

    assertThat(problems(job)).containsExactly(ProblemCode.NOT_PERMITTED);
    assertThat(deals.find(seen).orElseThrow().data().name()).isEqualTo("Seendeal");
  }
}
