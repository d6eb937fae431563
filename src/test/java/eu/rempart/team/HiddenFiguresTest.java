package eu.rempart.team;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Paragraph;
import eu.rempart.account.Role;
import eu.rempart.account.Scope;
import eu.rempart.account.SignedInMember;
import eu.rempart.account.right.FieldRule;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.ActivityService;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.activity.value.When;
import eu.rempart.dashboard.DashboardService;
import eu.rempart.dashboard.OwnerFigure;
import eu.rempart.dashboard.Slice;
import eu.rempart.dashboard.StageFigure;
import eu.rempart.deal.DealData;
import eu.rempart.deal.DealId;
import eu.rempart.deal.board.BoardService;
import eu.rempart.deal.board.Card;
import eu.rempart.deal.board.Cards;
import eu.rempart.shell.chart.Columns;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Figures are made of what somebody may read, and of the fields that they are shown. */
class HiddenFiguresTest extends WithNarrowedMembers {

  private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
  private static final Slice EUR = Slice.in("EUR");

  @Autowired private DashboardService figures;
  @Autowired private BoardService boards;
  @Autowired private ActivityService activities;

  private final LocalDate today = LocalDate.now(ZONE);
  private final YearMonth month = YearMonth.from(today);
  private DealId late;

  @BeforeEach
  void sell() {
    admin();
    late =
        deals.create(
            DealData.builder()
                .name("Late lorry")
                .amount(new BigDecimal("123456"))
                .currency("EUR")
                .ownerId(admin().memberId())
                .stageId(pipeline().stages().getFirst().kept())
                .expectedClose(today.minusDays(3))
                .build());
  }

  private SignedInMember blind(String... columns) {
    return narrowed(
        Role.MEMBER,
        without(
            "deal",
            java.util.Arrays.stream(columns)
                .collect(java.util.stream.Collectors.toMap(each -> each, _ -> FieldRule.HIDDEN))));
  }

  @Test
  void whoReadsNothingOfOthersHasNoFiguresOfTheirs() {
    SignedInMember eve = narrowed(Role.MEMBER, only(Scope.OWN));
    assertThat(as(eve, () -> figures.stages(EUR))).isEmpty();
    assertThat(as(eve, () -> figures.owners(EUR))).isEmpty();
    assertThat(as(eve, () -> figures.currencies())).isEmpty();
    assertThat(as(eve, () -> figures.expected(EUR, month.minusMonths(1), month))).isEmpty();
    assertThat(as(eve, () -> figures.sources(EUR, Instant.EPOCH))).isEmpty();
    assertThat(as(eve, () -> figures.risks(EUR, today, Instant.now())).count()).isZero();
  }

  @Test
  void whoIsNotShownAmountsIsToldNoSumOfThem() {
    assertThat(figures.stages(EUR)).anyMatch(each -> each.amount().signum() > 0);
    for (SignedInMember eve : List.of(blind("amount"), blind("currency"))) {
      assertThat(as(eve, () -> figures.currencies())).isEmpty();
      assertThat(as(eve, () -> figures.stages(EUR)))
          .isNotEmpty()
          .extracting(StageFigure::amount)
          .containsOnly(BigDecimal.ZERO);
      assertThat(as(eve, () -> figures.owners(EUR)))
          .isNotEmpty()
          .extracting(OwnerFigure::amount)
          .containsOnly(BigDecimal.ZERO);
      assertThat(as(eve, () -> figures.won(EUR, month.minusYears(1), ZONE))).isEmpty();
      assertThat(as(eve, () -> figures.expected(EUR, month.minusMonths(1), month))).isEmpty();
    }
    SignedInMember eve = blind("amount");
    List<Cards> board = List.copyOf(as(eve, () -> boards.board(pipeline(), null)).values());
    assertThat(board).allMatch(cards -> cards.sums().isEmpty());

    act(eve);
    open("figures", "");
    assertThat(find(Columns.class).all()).as("charts of amounts").isEmpty();
    assertThat(find(Paragraph.class).all())
        .extracting(Paragraph::getText)
        .contains("Each figure leads to the list behind it.");
  }

  @Test
  void whoIsNotShownWhenSomethingIsIsNotToldWhatWasDoneInSomeDays() {
    activities.create(
        ActivityData.builder()
            .subject("Done")
            .ownerId(admin().memberId())
            .when(When.on(today))
            .status(ActivityStatus.DONE)
            .build(),
        ActivityLinks.NONE);
    assertThat(figures.done(EUR, today, today, ZONE)).isNotEmpty();
    for (String column : List.of("starts_at", "status")) {
      SignedInMember eve =
          narrowed(Role.MEMBER, without("activity", Map.of(column, FieldRule.HIDDEN)));
      assertThat(as(eve, () -> figures.done(EUR, today, today, ZONE))).as(column).isEmpty();
    }
  }

  @Test
  void whoIsNotShownADayIsNotToldThatItHasPassed() {
    SignedInMember eve = blind("expected_close");
    assertThat(figures.risks(EUR, today, Instant.now()).worst()).contains(late);
    assertThat(as(eve, () -> figures.risks(EUR, today, Instant.now())).worst())
        .doesNotContain(late);
    assertThat(as(eve, () -> figures.expected(EUR, month.minusMonths(1), month))).isEmpty();
    UUID boss = admin().memberId();
    assertThat(boards.wantingCare(boss, today, 50)).extracting(Card::id).contains(late);
    assertThat(as(eve, () -> boards.wantingCare(boss, today, 50)))
        .extracting(Card::id)
        .doesNotContain(late);
    Map<?, Cards> forecast = as(eve, () -> boards.forecast(pipeline(), null, today, 6));
    assertThat(forecast.values()).allMatch(cards -> cards.count() == 0 && cards.cards().isEmpty());

    act(eve);
    open("deals/forecast", "");
    assertThat(find(Paragraph.class).all())
        .extracting(Paragraph::getText)
        .anyMatch(text -> text.startsWith("Your role is not shown when deals"));
  }
}
