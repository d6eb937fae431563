package eu.rempart.deal.ui.panel;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.common.Page;
import eu.rempart.company.CompanyId;
import eu.rempart.deal.DealData;
import eu.rempart.deal.DealRow;
import eu.rempart.deal.DealService;
import eu.rempart.deal.ui.DealEditor;
import eu.rempart.deal.ui.DealNavigation;
import eu.rempart.deal.ui.Pipelines;
import eu.rempart.deal.ui.StageBook;
import eu.rempart.shell.RelatedPanel;
import eu.rempart.shell.command.Shortcuts;
import eu.rempart.shell.part.Card;
import eu.rempart.shell.part.Glyph;
import java.util.UUID;
import org.springframework.core.annotation.Order;

/** The deals with a company, on the company's page. */
@org.springframework.stereotype.Component
@Order(20)
final class DealsOfCompany implements RelatedPanel {

  /** More are found in the list of deals. */
  private static final int SHOWN = 10;

  private final DealService deals;
  private final Pipelines pipelines;
  private final DealEditor editor;
  private final CurrentMember member;

  DealsOfCompany(DealService deals, Pipelines pipelines, DealEditor editor, CurrentMember member) {
    this.deals = deals;
    this.pipelines = pipelines;
    this.editor = editor;
    this.member = member;
  }

  @Override
  public String kind() {
    return "company";
  }

  @Override
  public Component show(UUID id) {
    var place = new Div();
    place.addClassName("deals-panel");
    fill(place, new CompanyId(id));
    return place;
  }

  private void fill(Div place, CompanyId company) {
    StageBook stages = pipelines.book();
    Page<DealRow> page = deals.of(company, SHOWN, DealLines.READ);
    var card = new Card(t("deal.of.title", page.total()));
    if (member.may(Right.WRITE_RECORDS, "deal")) {
      var add = new Button(t("deal.add"), Glyph.ADD.create(), _ -> create(place, company, stages));
      add.addThemeVariants(ButtonVariant.TERTIARY);
      Shortcuts.on(add, DealNavigation.NEW_KEYS);
      card.withAction(add);
    }
    card.add(
        page.rows().isEmpty()
            ? new Paragraph(t("deal.of.company.empty"))
            : DealLines.of(page.rows(), stages));
    if (page.total() > page.rows().size()) {
      var all = new Button(t("deal.of.all", page.total()), _ -> DealNavigation.openOf(company));
      all.addThemeVariants(ButtonVariant.TERTIARY);
      card.add(all);
    }
    place.removeAll();
    place.add(card);
  }

  private void create(Div place, CompanyId company, StageBook stages) {
    editor.create(
        DealData.builder()
            .companyId(company)
            .ownerId(member.id())
            .stageId(stages.pipelines().getFirst().open().getFirst().kept())
            .build(),
        _ -> fill(place, company));
  }
}
