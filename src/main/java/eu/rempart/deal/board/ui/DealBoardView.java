package eu.rempart.deal.board.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import eu.rempart.account.Access;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.MemberNames;
import eu.rempart.account.Right;
import eu.rempart.deal.DealData;
import eu.rempart.deal.DealId;
import eu.rempart.deal.board.BoardService;
import eu.rempart.deal.board.Card;
import eu.rempart.deal.board.Cards;
import eu.rempart.deal.pipeline.Pipeline;
import eu.rempart.deal.pipeline.Stage;
import eu.rempart.deal.pipeline.StageId;
import eu.rempart.deal.ui.DealEditor;
import eu.rempart.deal.ui.DealNavigation;
import eu.rempart.deal.ui.DealUnfinished;
import eu.rempart.deal.ui.DealsHead;
import eu.rempart.deal.ui.Pipelines;
import eu.rempart.deal.ui.StageBook;
import eu.rempart.shell.MainLayout;
import eu.rempart.shell.board.CardBoard;
import eu.rempart.shell.part.EmptyState;
import eu.rempart.shell.part.Glyph;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Deals on a board: a column for each stage. */
@StyleSheet("styles/deals.css")
@Route(value = DealNavigation.BOARD, layout = MainLayout.class)
@RolesAllowed(Access.RECORDS)
public class DealBoardView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  private final transient BoardService boards;
  private final transient DealMoving moving;
  private final transient DealEditor editor;
  private final transient CurrentMember member;
  private final transient Map<UUID, String> names;
  private final transient StageBook stages;
  private final transient Map<StageId, Integer> wanted = new HashMap<>();
  private final transient Map<String, Card> shown = new LinkedHashMap<>();
  private final BoardChoice choice;
  private final CardBoard board = new CardBoard(t("deal.board.label"), t("deal.board.none"));
  private final Div notice = new Div();

  DealBoardView(
      BoardService boards,
      Pipelines pipelines,
      MemberNames members,
      CurrentMember member,
      DealMoving moving,
      DealEditor editor,
      DealUnfinished unfinished) {
    this.boards = boards;
    this.moving = moving;
    this.editor = editor;
    this.member = member;
    names = members.all();
    stages = pipelines.book();
    choice = new BoardChoice(stages.pipelines(), names, DealNavigation.BOARD, this::refresh);
    addClassNames("deals-view", "board-view");
    notice.addClassName("draft-slot");
    unfinished.notice(null, this::create).ifPresent(notice::add);
    add(new DealsHead(t("deal.list.title"), DealNavigation.BOARD, choice), notice);
    if (stages.pipelines().isEmpty()) {
      add(new EmptyState(Glyph.DEAL, t("deal.empty.title"), t("deal.empty.reader")));
      return;
    }
    if (member.may(Right.WRITE_RECORDS, "deal")) {
      var add = new Button(t("deal.add"), Glyph.ADD.create(), _ -> create());
      add.addThemeVariants(ButtonVariant.PRIMARY);
      choice.getContent().add(add);
      board.setMovable(this::move, this::menu);
    }
    board.onMore(this::more);
    add(board);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var parameters = event.getLocation().getQueryParameters();
    choice.show(parameters);
    refresh();
    if (parameters.getParameters().containsKey(DealNavigation.NEW)
        && member.may(Right.WRITE_RECORDS, "deal")) {
      create();
    }
  }

  private void refresh() {
    choice.pipeline().ifPresent(this::refresh);
  }

  private void refresh(Pipeline pipeline) {
    @Nullable UUID owner = choice.owner();
    var cards = new DealCards(stages, names);
    List<CardBoard.Column> columns = new ArrayList<>();
    shown.clear();
    boards
        .board(pipeline, owner)
        .forEach((stage, all) -> columns.add(column(pipeline, stage, all, cards)));
    board.setColumns(columns);
  }

  private CardBoard.Column column(Pipeline pipeline, Stage stage, Cards all, DealCards cards) {
    List<Card> read =
        DealCards.upTo(
            all,
            wanted.getOrDefault(stage.kept(), BoardService.PAGE),
            offset -> boards.more(pipeline, choice.owner(), stage, offset));
    read.forEach(card -> shown.put(card.id().toString(), card));
    String title =
        stage.open()
            ? stage.name()
            : t("deal.board.closed", stage.name(), BoardService.CLOSED_SHOWN.toDays());
    return cards.column(stage.kept().toString(), title, stage.tone(), all, read, cards::byAge);
  }

  private void more(String column) {
    stage(column)
        .ifPresent(
            stage ->
                wanted.merge(
                    stage.kept(),
                    2 * BoardService.PAGE,
                    (before, _) -> before + BoardService.PAGE));
    refresh();
  }

  private java.util.Optional<Stage> stage(String column) {
    return choice
        .pipeline()
        .flatMap(
            pipeline ->
                pipeline.stages().stream()
                    .filter(stage -> stage.kept().toString().equals(column))
                    .findFirst());
  }

  private void move(String key, String column, @Nullable String above) {
    Card card = shown.get(key);
    Card over = above == null ? null : shown.get(above);
    if (card != null) {
      stage(column)
          .filter(to -> to.open() || !to.kept().equals(card.stage()))
          .ifPresent(to -> move(card, to, over == null ? null : over.id()));
    }
  }

  private void move(Card card, Stage to, @Nullable DealId above) {
    boolean undoable =
        !to.kept().equals(card.stage())
            && stage(card.stage().toString()).filter(Stage::open).isPresent();
    if (undoable) {
      moving.moveUndoably(card, to, above, before(card), this::refresh);
    } else {
      moving.move(card.id(), card.version(), to, above, this::refresh);
    }
  }

  /** The deal that this one stands below; null at the top. */
  private @Nullable DealId before(Card card) {
    DealId before = null;
    for (Card each : shown.values()) {
      if (each.id().equals(card.id())) {
        return before;
      }
      before = each.stage().equals(card.stage()) ? each.id() : before;
    }
    return null;
  }

  private void menu(String key) {
    Card card = shown.get(key);
    if (card != null) {
      choice
          .pipeline()
          .ifPresent(
              pipeline ->
                  pipeline
                      .stage(card.stage())
                      .ifPresent(
                          from ->
                              moving.menu(
                                  card.id(),
                                  card.version(),
                                  card.name(),
                                  pipeline,
                                  from,
                                  this::refresh)));
    }
  }

  private void create() {
    notice.removeAll();
    var start = DealData.builder().ownerId(member.id());
    choice.pipeline().ifPresent(pipeline -> start.stageId(pipeline.open().getFirst().kept()));
    editor.create(start.build(), (DealId _) -> refresh());
  }

  @Override
  public String getPageTitle() {
    return t("deal.list.title");
  }
}
