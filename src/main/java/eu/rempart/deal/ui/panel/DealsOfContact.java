package eu.rempart.deal.ui.panel;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import eu.rempart.contact.ContactId;
import eu.rempart.deal.DealContact;
import eu.rempart.deal.DealContactService;
import eu.rempart.deal.DealRow;
import eu.rempart.deal.DealService;
import eu.rempart.deal.ui.DealNavigation;
import eu.rempart.deal.ui.Pipelines;
import eu.rempart.shell.RelatedPanel;
import eu.rempart.shell.part.Card;
import java.util.List;
import java.util.UUID;
import org.springframework.core.annotation.Order;

/** The deals that a person takes part in, on the contact's page. */
@org.springframework.stereotype.Component
@Order(20)
final class DealsOfContact implements RelatedPanel {

  /** More are found in the list of deals. */
  private static final int SHOWN = 10;

  private final DealService deals;
  private final DealContactService people;
  private final Pipelines pipelines;

  DealsOfContact(DealService deals, DealContactService people, Pipelines pipelines) {
    this.deals = deals;
    this.people = people;
    this.pipelines = pipelines;
  }

  @Override
  public String kind() {
    return "contact";
  }

  @Override
  public Component show(UUID id) {
    var contact = new ContactId(id);
    List<DealContact> all = people.of(contact);
    List<DealRow> rows =
        deals.rows(
            all.reversed().stream().limit(SHOWN).map(DealContact::dealId).toList(), DealLines.READ);
    var card = new Card(t("deal.of.title", all.size()));
    card.add(
        rows.isEmpty()
            ? new Paragraph(t("deal.of.contact.empty"))
            : DealLines.of(rows, pipelines.book()));
    if (all.size() > SHOWN) {
      var more = new Button(t("deal.of.all", all.size()), _ -> DealNavigation.openOf(contact));
      more.addThemeVariants(ButtonVariant.TERTIARY);
      card.add(more);
    }
    var place = new Div(card);
    place.addClassName("deals-panel");
    return place;
  }
}
