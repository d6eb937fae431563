package eu.rempart.deal.ui.panel;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import eu.rempart.account.CurrentMember;
import eu.rempart.deal.board.BoardService;
import eu.rempart.deal.board.Card;
import eu.rempart.deal.ui.DealNavigation;
import eu.rempart.deal.ui.DealTexts;
import eu.rempart.deal.ui.Pipelines;
import eu.rempart.deal.ui.StageBook;
import eu.rempart.shell.HomePanel;
import eu.rempart.shell.part.Avatar;
import eu.rempart.shell.text.Formats;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;

/** The member's deals that want care, on the first screen. */
@org.springframework.stereotype.Component
@Order(20)
final class DealsOnHome implements HomePanel {

  private static final int SHOWN = 7;

  private final BoardService boards;
  private final Pipelines pipelines;
  private final CurrentMember member;

  DealsOnHome(BoardService boards, Pipelines pipelines, CurrentMember member) {
    this.boards = boards;
    this.pipelines = pipelines;
    this.member = member;
  }

  @Override
  public Component show() {
    LocalDate today = LocalDate.now(Formats.zone());
    List<Card> deals = boards.wantingCare(member.id(), today, SHOWN);
    var card = new eu.rempart.shell.part.Card(t("deal.home.title"));
    if (deals.isEmpty()) {
      card.add(new Paragraph(t("deal.home.none")));
      return card;
    }
    StageBook stages = pipelines.book();
    var list = new UnorderedList();
    list.addClassNames("link-lines", "deal-lines");
    deals.forEach(deal -> list.add(line(deal, stages, today)));
    card.add(list);
    return card;
  }

  private static ListItem line(Card deal, StageBook stages, LocalDate today) {
    Instant now = Instant.now();
    LocalDate expected = deal.expectedClose();
    var title = new Anchor(DealNavigation.details(deal.id()), deal.name());
    title.getElement().setAttribute("router-link", true);
    var what =
        new Span(
            Stream.of(
                    DealTexts.money(deal.amount(), deal.currency()),
                    stages.name(deal.stage()),
                    stages.wantsCare(deal.stage(), deal.since(), now)
                        ? DealTexts.age(deal.since(), now)
                        : "",
                    expected != null && expected.isBefore(today)
                        ? t("deal.home.late", Formats.date(expected))
                        : "")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · ")));
    what.addClassName("link-what");
    var words = new Div(title, what);
    words.addClassName("link-words");
    return new ListItem(new Avatar(deal.name(), Avatar.Shape.COMPANY), words);
  }
}
