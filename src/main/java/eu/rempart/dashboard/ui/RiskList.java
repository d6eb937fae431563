package eu.rempart.dashboard.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import eu.rempart.dashboard.Risks;
import eu.rempart.deal.DealColumn;
import eu.rempart.deal.DealRow;
import eu.rempart.deal.DealService;
import eu.rempart.deal.pipeline.Pipeline;
import eu.rempart.deal.ui.DealNavigation;
import eu.rempart.search.rule.Rule;
import eu.rempart.shell.text.Formats;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The largest deals that want care, and the way to all of them. */
final class RiskList extends Div {

  private static final long serialVersionUID = 1L;

  RiskList(Risks risks, DealService deals, List<Pipeline> pipelines, Rule all) {
    addClassName("risk-list");
    if (risks.count() == 0) {
      add(new Paragraph(t("dashboard.risk.none")));
      return;
    }
    var list = new UnorderedList();
    deals
        .rows(
            risks.worst(),
            EnumSet.of(
                DealColumn.NAME, DealColumn.AMOUNT, DealColumn.STAGE, DealColumn.EXPECTED_CLOSE))
        .forEach(row -> list.add(line(row, pipelines)));
    var behind =
        new Button(t("dashboard.risk.all", risks.count()), _ -> DealNavigation.openMatching(all));
    behind.addThemeVariants(ButtonVariant.TERTIARY);
    add(list, behind);
  }

  private static ListItem line(DealRow row, List<Pipeline> pipelines) {
    var data = row.shown();
    String name = data.name();
    var link =
        new Anchor(
            DealNavigation.details(row.id()),
            name == null
                ? t("shell.sealed", row.unopenable().values().stream().findFirst().orElse(""))
                : name);
    link.getElement().setAttribute("router-link", true);
    String stage =
        pipelines.stream()
            .flatMap(pipeline -> pipeline.stages().stream())
            .filter(each -> each.kept().equals(data.stageId()))
            .map(each -> each.name())
            .findFirst()
            .orElse("");
    var amount = data.amount();
    var close = data.expectedClose();
    var facts =
        new Span(
            Stream.of(
                    amount == null ? "" : Formats.money(amount, data.currency()),
                    stage,
                    close == null ? "" : Formats.date(close))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · ")));
    facts.addClassName("risk-facts");
    return new ListItem(link, facts);
  }
}
