package eu.rempart.deal.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import eu.rempart.common.Trace;
import eu.rempart.company.CompanyReference;
import eu.rempart.company.ui.CompanyNavigation;
import eu.rempart.deal.Deal;
import eu.rempart.deal.DealField;
import eu.rempart.deal.line.AmountBy;
import eu.rempart.deal.pipeline.Stage;
import eu.rempart.shell.custom.CustomBook;
import eu.rempart.shell.custom.CustomWords;
import eu.rempart.shell.part.Card;
import eu.rempart.shell.part.FieldList;
import eu.rempart.shell.part.RelativeTime;
import eu.rempart.shell.part.SealedMark;
import eu.rempart.shell.tag.TagBook;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is known of a deal, for reading. */
final class DealFacts extends Div {

  private static final long serialVersionUID = 1L;

  private final transient Deal deal;
  private final transient StageBook stages;
  private final transient Map<UUID, String> names;

  /**
   * @param company the one that the deal names; null where it names none
   */
  DealFacts(
      Deal deal,
      @Nullable CompanyReference company,
      StageBook stages,
      Map<UUID, String> names,
      CustomBook custom) {
    this.deal = deal;
    this.stages = stages;
    this.names = names;
    addClassName("record-facts");
    var facts = new FieldList();
    if (company != null) {
      facts.add(DealTexts.label(DealField.COMPANY), link(company));
    }
    fill(facts, DealField.AMOUNT);
    if (deal.data().amountBy() == AmountBy.PRODUCTS) {
      fill(facts, DealField.AMOUNT_BY);
    }
    fill(facts, DealField.STAGE);
    facts.add(DealTexts.label(DealField.PROBABILITY), probability());
    fill(facts, DealField.EXPECTED_CLOSE);
    fill(facts, DealField.LOST_REASON);
    fill(facts, DealField.SOURCE);
    fill(facts, DealField.DESCRIPTION);
    fill(facts, DealField.EXTERNAL_ID);
    fill(facts, DealField.OWNER);
    own(facts, custom);
    var closed = deal.standing().closedAt();
    if (closed != null) {
      facts.add(t("deal.closed.at"), new RelativeTime(closed));
    }
    facts.add(t("deal.created.at"), trace(deal.created()));
    facts.add(t("deal.changed.at"), trace(deal.changed()));
    add(new Card(t("deal.card.about"), facts));
  }

  private String probability() {
    Integer own = deal.data().probability();
    return own != null
        ? DealTexts.percent(own)
        : stages
            .stage(deal.data().stageId())
            .map(Stage::probability)
            .map(DealTexts::percent)
            .orElse("");
  }

  private void fill(FieldList list, DealField field) {
    String code = deal.unopenable().get(field);
    if (code != null) {
      list.add(DealTexts.label(field), new SealedMark(code));
    } else {
      list.add(
          DealTexts.label(field),
          DealTexts.value(
              field, deal.data(), names, TagBook.EMPTY, CustomBook.EMPTY, stages, _ -> ""));
    }
  }

  private static Component link(CompanyReference company) {
    if (company.archived()) {
      var badge = new Span(t("deal.company.archived"));
      badge.addClassName("badge");
      return new Div(new Span(company.name() + " "), badge);
    }
    var link = new Anchor(CompanyNavigation.details(company.id()), company.name());
    link.getElement().setAttribute("router-link", true);
    return link;
  }

  private void own(FieldList list, CustomBook custom) {
    String code = deal.unopenable().get(DealField.CUSTOM);
    if (code == null) {
      CustomWords.fill(list, custom, deal.data().custom());
    } else {
      list.add(DealTexts.label(DealField.CUSTOM), new SealedMark(code));
    }
  }

  private Component trace(Trace trace) {
    String who = names.getOrDefault(trace.memberId(), "");
    var line = new Div(new RelativeTime(trace.at()));
    if (!who.isEmpty()) {
      line.add(new Span(" · " + who));
    }
    return line;
  }
}
