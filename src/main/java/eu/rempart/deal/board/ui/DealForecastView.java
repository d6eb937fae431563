package eu.rempart.deal.board.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import eu.rempart.account.Access;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.MemberNames;
import eu.rempart.account.Right;
import eu.rempart.deal.board.BoardService;
import eu.rempart.deal.board.Card;
import eu.rempart.deal.board.Cards;
import eu.rempart.deal.board.Month;
import eu.rempart.deal.pipeline.Pipeline;
import eu.rempart.deal.ui.DealNavigation;
import eu.rempart.deal.ui.DealsHead;
import eu.rempart.deal.ui.Pipelines;
import eu.rempart.deal.ui.StageBook;
import eu.rempart.shell.MainLayout;
import eu.rempart.shell.board.CardBoard;
import eu.rempart.shell.part.EmptyState;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.text.Formats;
import eu.rempart.shell.text.Texts;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Open deals by the month in which they are expected to be won, and what that comes to. */
@StyleSheet("styles/deals.css")
@Route(value = DealNavigation.FORECAST, layout = MainLayout.class)
@RolesAllowed(Access.RECORDS)
public class DealForecastView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;
  private static final int MONTHS = 6;

  private final transient BoardService boards;
  private final transient DealMoving moving;
  private final transient Map<UUID, String> names;
  private final transient StageBook stages;
  private final transient Map<String, Month> months = new HashMap<>();
  private final transient Map<String, Integer> wanted = new HashMap<>();
  private final transient Map<String, Card> shown = new HashMap<>();
  private final BoardChoice choice;
  private final CardBoard board = new CardBoard(t("deal.forecast.label"), t("deal.forecast.none"));
  private final Div table = new Div();

  DealForecastView(
      BoardService boards,
      Pipelines pipelines,
      MemberNames members,
      CurrentMember member,
      DealMoving moving) {
    this.boards = boards;
    this.moving = moving;
    names = members.all();
    stages = pipelines.book();
    choice = new BoardChoice(stages.pipelines(), names, DealNavigation.FORECAST, this::refresh);
    addClassNames("deals-view", "forecast-view");
    add(new DealsHead(t("deal.forecast.title"), DealNavigation.FORECAST, choice));
    if (stages.pipelines().isEmpty()) {
      add(new EmptyState(Glyph.DEAL, t("deal.empty.title"), t("deal.empty.reader")));
      return;
    }
    if (!boards.showsMonths()) {
      add(new Paragraph(t("deal.forecast.hidden")));
      return;
    }
    if (member.may(Right.WRITE_RECORDS, "deal")
        && !member.rights().fixed("deal").contains("expected_close")) {
      board.setMovable(this::move, this::menu);
    }
    board.onMore(
        column -> {
          wanted.merge(column, 2 * BoardService.PAGE, (before, _) -> before + BoardService.PAGE);
          refresh();
        });
    table.addClassName("forecast-table");
    // on a phone it scrolls sideways, which has to work by keyboard too
    table.getElement().setAttribute("tabindex", "0");
    table.getElement().setAttribute("role", "region");
    table.getElement().setAttribute("aria-label", t("deal.forecast.caption"));
    add(board, table);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    choice.show(event.getLocation().getQueryParameters());
    refresh();
  }

  private void refresh() {
    choice.pipeline().ifPresent(this::refresh);
  }

  private void refresh(Pipeline pipeline) {
    @Nullable UUID owner = choice.owner();
    LocalDate today = LocalDate.now(Formats.zone());
    var cards = new DealCards(stages, names);
    List<CardBoard.Column> columns = new ArrayList<>();
    shown.clear();
    Map<Month, Cards> forecast = boards.forecast(pipeline, owner, today, MONTHS);
    forecast.forEach(
        (month, all) -> {
          String key = key(month);
          months.put(key, month);
          List<Card> read =
              DealCards.upTo(
                  all,
                  wanted.getOrDefault(key, BoardService.PAGE),
                  offset -> boards.more(pipeline, owner, month, today, offset));
          read.forEach(card -> shown.put(card.id().toString(), card));
          int tone = month.overdue() ? 4 : month.month() == null ? 6 : 1;
          columns.add(cards.column(key, title(month), tone, all, read, cards::byDay));
        });
    board.setColumns(columns);
    table.removeAll();
    table.add(table(forecast));
  }

  private static String key(Month month) {
    return month.overdue()
        ? "overdue"
        : month.month() == null ? "unknown" : month.month().toString();
  }

  private static String title(Month month) {
    return month.overdue()
        ? t("deal.forecast.overdue")
        : month.month() == null
            ? t("deal.forecast.unknown")
            : DateTimeFormatter.ofPattern("LLLL yyyy", Texts.locale()).format(month.month());
  }

  private static Component table(Map<Month, Cards> forecast) {
    var head = new NativeTableRow();
    for (String text :
        List.of(
            t("deal.forecast.month"),
            t("deal.forecast.deals"),
            t("deal.forecast.amount"),
            t("deal.forecast.weighted"))) {
      var cell = new NativeTableHeaderCell(text);
      cell.getElement().setAttribute("scope", "col");
      head.add(cell);
    }
    var shown = new NativeTable();
    shown.setCaptionText(t("deal.forecast.caption"));
    shown.getHead().add(head);
    forecast.forEach(
        (month, all) -> {
          var name = new NativeTableHeaderCell(title(month));
          name.getElement().setAttribute("scope", "row");
          var row = new NativeTableRow(name);
          row.add(
              new NativeTableCell(Formats.number(all.count())),
              new NativeTableCell(DealCards.amounts(all.sums())),
              new NativeTableCell(DealCards.weighted(all.sums())));
          shown.getBody().add(row);
        });
    return shown;
  }

  private void move(String key, String column, @Nullable String above) {
    Card card = shown.get(key);
    Month month = months.get(column);
    if (card == null || month == null || month.overdue()) {
      return;
    }
    LocalDate day = month.dayLike(card.expectedClose(), LocalDate.now(Formats.zone()));
    if (!Objects.equals(day, card.expectedClose())) {
      moving.expect(card.id(), card.version(), day, this::refresh);
    }
  }

  private void menu(String key) {
    Card card = shown.get(key);
    if (card != null) {
      new MonthDialog(
              card.name(),
              card.expectedClose(),
              day -> moving.expect(card.id(), card.version(), day, this::refresh))
          .open();
    }
  }

  @Override
  public String getPageTitle() {
    return t("deal.forecast.title");
  }
}
