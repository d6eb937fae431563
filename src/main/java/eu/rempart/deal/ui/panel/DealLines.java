package eu.rempart.deal.ui.panel;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import eu.rempart.deal.DealColumn;
import eu.rempart.deal.DealRow;
import eu.rempart.deal.pipeline.DealState;
import eu.rempart.deal.ui.DealNavigation;
import eu.rempart.deal.ui.DealTexts;
import eu.rempart.deal.ui.StageBook;
import eu.rempart.shell.part.Avatar;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Deals as lines on the page of another record. */
public final class DealLines {

  /** What a line reads. */
  public static final Set<DealColumn> READ =
      Set.copyOf(EnumSet.of(DealColumn.NAME, DealColumn.AMOUNT, DealColumn.STAGE));

  private DealLines() {}

  static UnorderedList of(List<DealRow> deals, StageBook stages) {
    var list = new UnorderedList();
    list.addClassNames("link-lines", "deal-lines");
    deals.forEach(deal -> list.add(line(deal, stages)));
    return list;
  }

  private static ListItem line(DealRow deal, StageBook stages) {
    String name = DealTexts.title(deal.shown(), deal.unopenable());
    var title = new Anchor(DealNavigation.details(deal.id()), name);
    title.getElement().setAttribute("router-link", true);
    var what =
        new Span(
            Stream.of(
                    DealTexts.money(deal.shown().amount(), deal.shown().currency()),
                    stages.name(deal.shown().stageId()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · ")));
    what.addClassName("link-what");
    var words = new Div(title, what);
    words.addClassName("link-words");
    var item = new ListItem(new Avatar(name, Avatar.Shape.COMPANY), words);
    item.setClassName("former", deal.state() == DealState.LOST);
    return item;
  }
}
