package eu.rempart.deal.board.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import eu.rempart.account.MemberNames;
import eu.rempart.deal.Deal;
import eu.rempart.deal.DealId;
import eu.rempart.deal.DealMove;
import eu.rempart.deal.DealRules;
import eu.rempart.deal.board.BoardService;
import eu.rempart.deal.board.Card;
import eu.rempart.deal.pipeline.Pipeline;
import eu.rempart.deal.pipeline.Stage;
import eu.rempart.shell.part.Notices;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Moves deals, and says what came of it: to whoever moves one that somebody else moved too. */
@Component
public final class DealMoving {

  private final BoardService boards;
  private final MemberNames members;

  DealMoving(BoardService boards, MemberNames members) {
    this.boards = boards;
    this.members = members;
  }

  /**
   * Puts a deal into a stage; asks why, where it is lost.
   *
   * @param above the deal that it is put below; null for the top
   * @param done called when it is done, or was not: the screen reads anew
   */
  void move(DealId id, int version, Stage to, @Nullable DealId above, Runnable done) {
    switch (to.state()) {
      case OPEN -> answer(boards.move(id, version, to.kept(), above), done);
      case WON -> win(id, version, done);
      case LOST -> lose(id, version, done);
    }
  }

  /**
   * Puts a deal from an open stage into another stage, and offers to put it back to its place.
   *
   * @param above the deal that it is put below; null for the top
   * @param before the deal that it stood below; null for the top
   */
  void moveUndoably(
      Card card, Stage to, @Nullable DealId above, @Nullable DealId before, Runnable done) {
    DealId id = card.id();
    Function<Deal, DealMove> back = moved -> boards.move(id, moved.version(), card.stage(), before);
    switch (to.state()) {
      case OPEN ->
          answer(
              boards.move(id, card.version(), to.kept(), above),
              t("deal.moved", to.name()),
              back,
              done);
      case WON -> answer(boards.win(id, card.version()), t("deal.won"), back, done);
      case LOST -> lose(id, card.version(), done);
    }
  }

  /** Lets a deal be won, and offers to take it back. */
  public void win(DealId id, int version, Runnable done) {
    answer(boards.win(id, version), t("deal.won"), this::reopened, done);
  }

  public void reopen(DealId id, int version, Runnable done) {
    if (answer(boards.reopen(id, version), done)) {
      Notices.success(t("deal.reopened"));
    }
  }

  private DealMove reopened(Deal ended) {
    return boards.reopen(ended.id(), ended.version());
  }

  void expect(DealId id, int version, @Nullable LocalDate day, Runnable done) {
    answer(boards.expect(id, version, day), done);
  }

  /**
   * Asks members who may write it why the deal is lost; without a reason it stays. Offers to take
   * it back.
   */
  public void lose(DealId id, int version, Runnable done) {
    if (!boards.writesReason()) {
      answer(boards.lose(id, version, ""), t("deal.lost"), this::reopened, done);
      return;
    }
    var reason = new TextArea(t("deal.field.lost_reason"));
    reason.setMaxLength(DealRules.MAX_REASON);
    reason.setRequiredIndicatorVisible(true);
    reason.setWidthFull();
    reason.setMinRows(3);
    var dialog = new Dialog(reason);
    dialog.setHeaderTitle(t("deal.lose.title"));
    dialog.addClassName("deal-lose");
    var yes =
        new Button(
            t("deal.lose"),
            _ -> {
              if (reason.getValue().isBlank()) {
                reason.setErrorMessage(t("deal.lose.why"));
                reason.setInvalid(true);
                reason.focus();
                return;
              }
              dialog.close();
              answer(
                  boards.lose(id, version, reason.getValue()),
                  t("deal.lost"),
                  this::reopened,
                  done);
            });
    yes.addThemeVariants(ButtonVariant.PRIMARY);
    dialog.getFooter().add(new Button(t("shell.cancel"), _ -> dialog.close()), yes);
    dialog.open();
    reason.focus();
  }

  /** Offers the other stages of a deal's pipeline, for those who do not drag. */
  void menu(DealId id, int version, String name, Pipeline pipeline, Stage from, Runnable done) {
    var stages = new Div();
    stages.addClassName("deal-stages");
    var dialog = new Dialog(stages);
    dialog.addClassName("deal-menu");
    dialog.setHeaderTitle(t("deal.move.title", name));
    for (Stage stage : pipeline.stages()) {
      if (!stage.kept().equals(from.kept())) {
        var button =
            new Button(
                stage.name(),
                _ -> {
                  dialog.close();
                  move(id, version, stage, null, done);
                });
        button.addClassNames("deal-stage", "tone-" + stage.tone());
        stages.add(button);
      }
    }
    dialog.getFooter().add(new Button(t("shell.cancel"), _ -> dialog.close()));
    dialog.open();
  }

  /**
   * Says what came of a move, and offers to take back what was done.
   *
   * @param back takes it back: told the deal as it was left
   */
  private void answer(DealMove move, String success, Function<Deal, DealMove> back, Runnable done) {
    if (answer(move, done) && move instanceof DealMove.Done(Deal deal)) {
      Notices.success(success, () -> answer(back.apply(deal), done));
    }
  }

  /** Says why a move was not done; true where it was. */
  private boolean answer(DealMove move, Runnable done) {
    switch (move) {
      case DealMove.Done _ -> {}
      case DealMove.Stale(Deal current) ->
          Notices.error(
              members
                  .of(current.changed().memberId())
                  .map(who -> t("deal.move.stale.who", who))
                  .orElseGet(() -> t("deal.move.stale")));
      case DealMove.Gone() -> Notices.error(t("deal.move.gone"));
    }
    done.run();
    return move instanceof DealMove.Done;
  }
}
