package eu.rempart.dashboard.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import eu.rempart.account.Access;
import eu.rempart.account.MemberNames;
import eu.rempart.activity.ui.ActivityNavigation;
import eu.rempart.contact.ui.ContactNavigation;
import eu.rempart.dashboard.DashboardService;
import eu.rempart.dashboard.MonthFigure;
import eu.rempart.dashboard.Slice;
import eu.rempart.deal.DealService;
import eu.rempart.deal.pipeline.Pipeline;
import eu.rempart.deal.pipeline.PipelineService;
import eu.rempart.deal.pipeline.Stage;
import eu.rempart.deal.ui.DealNavigation;
import eu.rempart.shell.MainLayout;
import eu.rempart.shell.chart.Columns;
import eu.rempart.shell.chart.Ranking;
import eu.rempart.shell.chart.TimeChart.Series;
import eu.rempart.shell.chart.TimeChart.Tone;
import eu.rempart.shell.part.Card;
import eu.rempart.shell.text.Formats;
import eu.rempart.shell.text.Texts;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** Figures for the morning; each leads to the list behind it. */
@StyleSheet("styles/dashboard.css")
@Route(value = DashboardNavigation.FIGURES, layout = MainLayout.class)
@RolesAllowed(Access.RECORDS)
public class DashboardView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;
  private static final int MONTHS = 12;
  private static final int DAYS = 30;

  private final transient DashboardService figures;
  private final transient DealService deals;
  private final transient List<Pipeline> pipelines;
  private final transient Map<UUID, String> members;
  private final DashboardChoice choice;
  private final Paragraph sentence = new Paragraph();
  private final Div cards = new Div();

  /** Charts of amounts are for those who are shown amounts. */
  private final boolean amounts;

  private final LocalDate today = LocalDate.now(Formats.zone());
  private transient Slice slice;

  DashboardView(
      DashboardService figures, PipelineService pipelines, DealService deals, MemberNames members) {
    this.figures = figures;
    this.deals = deals;
    this.pipelines = pipelines.all();
    this.members = members.all();
    this.amounts = figures.showsAmounts();
    choice = new DashboardChoice(figures.currencies(), this.pipelines, this.members, this::refresh);
    slice = choice.slice();
    addClassName("dashboard-view");
    cards.addClassName("dashboard-cards");
    add(new H1(t("dashboard.title")), choice, sentence, cards);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    choice.show(event.getLocation().getQueryParameters());
    refresh();
  }

  private void refresh() {
    slice = choice.slice();
    sentence.setText(sentence());
    cards.removeAll();
    cards.add(
        card(t("dashboard.stages"), stages()),
        new Card(
            t("dashboard.risk"),
            new RiskList(
                figures.risks(slice, today, Instant.now()),
                deals,
                pipelines,
                BehindCharts.atRisk(slice, pipelines, today))));
    if (amounts) {
      cards.add(card(t("dashboard.won"), won()), card(t("dashboard.forecast"), forecast()));
    }
    cards.add(
        card(t("dashboard.owners"), owners()),
        card(t("dashboard.done"), done()),
        card(t("dashboard.sources"), sources()));
  }

  private String sentence() {
    String figures =
        amounts
            ? t(
                choice.isAmong() ? "dashboard.sentence.among" : "dashboard.sentence",
                slice.currency())
            : t("dashboard.sentence.counts");
    return slice.pipeline() == null ? figures : figures + " " + t("dashboard.sentence.pipeline");
  }

  private static Card card(String title, Component chart) {
    return new Card(title, chart);
  }

  private Component stages() {
    Map<String, String> names = new HashMap<>();
    pipelines.forEach(
        pipeline ->
            pipeline
                .stages()
                .forEach(stage -> names.put(stage.kept().toString(), name(pipeline, stage))));
    var ranking = new Ranking(t("dashboard.stages"), "", t("dashboard.none"));
    ranking.setRows(
        figures.stages(slice).stream()
            .map(
                each ->
                    new Ranking.Row(
                        each.stage().toString(),
                        t(
                            "dashboard.deals.in",
                            names.getOrDefault(each.stage().toString(), "…"),
                            each.deals()),
                        amounts ? whole(each.amount()) : each.deals(),
                        0))
            .toList());
    ranking.onChoice(stage -> DealNavigation.openMatching(BehindCharts.openIn(slice, stage)));
    return ranking;
  }

  private String name(Pipeline pipeline, Stage stage) {
    return pipelines.size() == 1 ? stage.name() : pipeline.name() + " · " + stage.name();
  }

  private Component won() {
    YearMonth first = YearMonth.from(today).minusMonths(MONTHS - 1);
    List<YearMonth> months = months(first);
    var chart = new Columns(t("dashboard.won"), t("dashboard.month"), slice.currency());
    chart.show(
        groups(months),
        List.of(
            new Series(
                t("dashboard.won.amount"),
                Tone.THREE,
                values(months, 0, figures.won(slice, first, Formats.zone())))));
    chart.onChoice(
        month ->
            DealNavigation.openMatching(
                BehindCharts.won(slice, choice.isAmong(), YearMonth.parse(month))));
    return chart;
  }

  private Component forecast() {
    YearMonth first = YearMonth.of(today.getYear(), 1);
    List<YearMonth> months = months(first);
    List<MonthFigure> won = figures.won(slice, first.minusYears(1), Formats.zone());
    List<MonthFigure> expected =
        figures.expected(slice, YearMonth.from(today), first.plusMonths(MONTHS - 1));
    List<Long> now = values(months, 0, won);
    List<Long> weighed = values(months, 0, expected);
    var chart = new Columns(t("dashboard.forecast"), t("dashboard.month"), slice.currency());
    chart.show(
        groups(months),
        List.of(
            new Series(t("dashboard.last.year"), Tone.FIVE, values(months, 12, won)),
            new Series(t("dashboard.won.amount"), Tone.THREE, now),
            new Series(t("dashboard.expected"), Tone.TWO, weighed)));
    chart.onChoice(
        month ->
            DealNavigation.openMatching(
                BehindCharts.wonOrExpected(slice, choice.isAmong(), YearMonth.parse(month))));
    return chart;
  }

  private Component owners() {
    var ranking = new Ranking(t("dashboard.owners"), "", t("dashboard.none"));
    ranking.setRows(
        figures.owners(slice).stream()
            .map(
                each ->
                    new Ranking.Row(
                        each.owner() == null ? "" : each.owner().toString(),
                        each.owner() == null
                            ? t("dashboard.nobody")
                            : members.getOrDefault(each.owner(), "…"),
                        each.deals(),
                        0))
            .toList());
    ranking.onChoice(owner -> DealNavigation.openMatching(BehindCharts.openOf(slice, owner)));
    return ranking;
  }

  private Component done() {
    LocalDate since = today.minusDays(DAYS);
    var ranking = new Ranking(t("dashboard.done"), "", t("dashboard.none"));
    ranking.setRows(
        figures.done(slice, since, today, Formats.zone()).stream()
            .map(
                each ->
                    new Ranking.Row(
                        each.owner().toString(),
                        members.getOrDefault(each.owner(), "…"),
                        each.activities(),
                        0))
            .toList());
    ranking.onChoice(owner -> ActivityNavigation.openDone(UUID.fromString(owner), since, today));
    return ranking;
  }

  private Component sources() {
    LocalDate since = today.minusDays(DAYS);
    var ranking = new Ranking(t("dashboard.sources"), "", t("dashboard.none"));
    ranking.setRows(
        figures.sources(slice, since.atStartOfDay(Formats.zone()).toInstant()).stream()
            .map(each -> new Ranking.Row(each.source(), source(each.source()), each.contacts(), 0))
            .toList());
    ranking.onChoice(
        source -> ContactNavigation.openMatching(BehindCharts.cameFrom(slice, source, since)));
    return ranking;
  }

  private static String source(String source) {
    return switch (source) {
      case "manual" -> t("dashboard.source.manual");
      case "import" -> t("dashboard.source.import");
      case "demo" -> t("dashboard.source.demo");
      default -> source.startsWith("database:") ? t("dashboard.source.database") : source;
    };
  }

  private static List<YearMonth> months(YearMonth first) {
    return IntStream.range(0, MONTHS).mapToObj(first::plusMonths).toList();
  }

  private static List<Columns.Group> groups(List<YearMonth> months) {
    DateTimeFormatter name = DateTimeFormatter.ofPattern("MMM", Texts.locale());
    return months.stream()
        .map(month -> new Columns.Group(month.toString(), month.format(name)))
        .toList();
  }

  /** One value for each month, or for the one so many months before. */
  private static List<Long> values(List<YearMonth> months, int before, List<MonthFigure> known) {
    Map<YearMonth, Long> amounts = new HashMap<>();
    known.forEach(figure -> amounts.put(figure.month(), whole(figure.amount())));
    return months.stream()
        .map(month -> amounts.getOrDefault(month.minusMonths(before), 0L))
        .toList();
  }

  private static long whole(BigDecimal amount) {
    return amount.setScale(0, RoundingMode.HALF_UP).longValue();
  }

  @Override
  public String getPageTitle() {
    return t("dashboard.title");
  }
}
