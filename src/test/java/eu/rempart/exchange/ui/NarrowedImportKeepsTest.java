package eu.rempart.exchange.ui;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.account.Role;
import eu.rempart.account.Scope;
import eu.rempart.account.SignedInMember;
import eu.rempart.account.right.FieldRule;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.ActivityService;
import eu.rempart.activity.value.ActivityKind;
import eu.rempart.deal.DealData;
import eu.rempart.deal.DealId;
import eu.rempart.exchange.format.ProblemCode;
import eu.rempart.exchange.run.ImportJob;
import eu.rempart.exchange.run.result.Outcome;
import eu.rempart.tag.Tag;
import eu.rempart.tag.TagService;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A file takes no record from whose it is, and changes none that it doesn't mean surely. */
class NarrowedImportKeepsTest extends WithNarrowedImports {

  @Autowired private TagService tags;
  @Autowired private ActivityService activities;

  private static List<Outcome> outcomes(ImportJob job) {
    return job.shown().stream().map(row -> row.outcome()).toList();
  }

  /** A member of a team, and a colleague in it. */
  private record Pair(SignedInMember member, UUID colleague) {}

  private Pair team() {
    SignedInMember member = narrowed(Role.MANAGER, only(Scope.TEAM));
    UUID colleague = join(Role.MEMBER).memberId();
    admin();
    teams.create("Team " + colleague, Set.of(member.memberId(), colleague));
    return new Pair(member, colleague);
  }

  @Test
  void anOwnerWhoIsUnknownTakesNoDealFromAColleague() {
    Pair team = team();
    DealId theirs = deal("Colleaguesdeal", null, team.colleague());

    ImportJob job =
        bring(
            team.member(),
            "Deal name,Stage,Rempart ID,Owner\nColleaguesdeal,,%s,Sven Somebody\n"
                .formatted(theirs.value()));

    assertThat(job.errorCode()).isEmpty();
    assertThat(outcomes(job)).containsExactly(Outcome.UPDATED);
    assertThat(problems(job)).containsExactly(ProblemCode.OWNER_UNKNOWN);
    assertThat(deals.find(theirs).orElseThrow().data().ownerId()).isEqualTo(team.colleague());
  }

  @Test
  void anOwnerWhoIsUnknownTakesNoActivityFromAColleague() {
    Pair team = team();
    ActivityId theirs =
        activities.create(
            ActivityData.builder()
                .kind(ActivityKind.TASK)
                .subject("Colleaguestask")
                .ownerId(team.colleague())
                .build(),
            new ActivityLinks(List.of(), List.of(), List.of()));

    ImportJob job =
        bring(
            team.member(),
            "Subject,Type,Rempart ID,Due date,Owner\nColleaguestask,Task,%s,,Sven Somebody\n"
                .formatted(theirs.value()));

    assertThat(job.errorCode()).isEmpty();
    assertThat(outcomes(job)).containsExactly(Outcome.UPDATED);
    assertThat(problems(job)).containsExactly(ProblemCode.OWNER_UNKNOWN);
    assertThat(activities.find(theirs).orElseThrow().data().ownerId()).isEqualTo(team.colleague());
  }

  @Test
  void whoSeesNoAmountsChangesNoneOfSeveralDealsOfOneName() {
    SignedInMember member =
        narrowed(Role.MANAGER, without("deal", Map.of("amount", FieldRule.HIDDEN)));
    for (int amount = 10; amount < 30; amount += 10) {
      deals.create(
          DealData.builder()
              .name("Namesakedeal")
              .amount(BigDecimal.valueOf(amount))
              .currency("EUR")
              .stageId(pipeline().stages().getFirst().kept())
              .build());
    }

    ImportJob job = bring(member, "Deal name,Amount,Source\nNamesakedeal,20 EUR,File\n");

    assertThat(outcomes(job)).containsExactly(Outcome.AMBIGUOUS);
  }

  @Test
  void aRowThatIsRefusedLeavesNothingBehind() {
    SignedInMember member = narrowed(Role.MANAGER, readsAll());
    DealId seen = deal("Seendeal", null, admin().memberId());

    ImportJob job =
        bring(
            member,
            """
            Deal name,Stage,Rempart ID,Company,Tags
            Overwritten,New,%s,Leftbehind,Leftbehindtag
            Ownnewdeal,New,,Broughtalong,Broughtalongtag
            """
                .formatted(seen.value()));

    assertThat(outcomes(job)).containsExactly(Outcome.REFUSED, Outcome.CREATED);
    assertThat(companies.matching(null, "Leftbehind")).isEmpty();
    assertThat(companies.matching(null, "Broughtalong")).hasSize(1);
    assertThat(tags.all())
        .extracting(Tag::name)
        .contains("Broughtalongtag")
        .doesNotContain("Leftbehindtag");
  }
}
