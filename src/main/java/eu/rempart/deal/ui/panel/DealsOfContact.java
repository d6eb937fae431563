package eu.rempart.deal.ui.panel;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.LinkService;
import eu.rempart.deal.DealContact;
import eu.rempart.deal.DealContactService;
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
  private final LinkService links;
  private final Pipelines pipelines;
  private final DealEditor editor;
  private final CurrentMember member;

  DealsOfContact(
      DealService deals,
      DealContactService people,
      LinkService links,
      Pipelines pipelines,
      DealEditor editor,
      CurrentMember member) {
    this.deals = deals;
    this.people = people;
    this.links = links;
    this.pipelines = pipelines;
    this.editor = editor;
    this.member = member;
  }

  @Override
  public String kind() {
    return "contact";
  }

  @Override
  public Component show(UUID id) {
    var place = new Div();
    place.addClassName("deals-panel");
    fill(place, new ContactId(id));
    return place;
  }

  private void fill(Div place, ContactId contact) {
    StageBook stages = pipelines.book();
    List<DealContact> all = people.of(contact);
    List<DealRow> rows =
        deals.rows(
            all.reversed().stream().limit(SHOWN).map(DealContact::dealId).toList(), DealLines.READ);
    var card = new Card(t("deal.of.title", all.size()));
    if (member.may(Right.WRITE_RECORDS, "deal")) {
      var add = new Button(t("deal.add"), Glyph.ADD.create(), _ -> create(place, contact, stages));
      add.addThemeVariants(ButtonVariant.TERTIARY);
      Shortcuts.on(add, DealNavigation.NEW_KEYS);
      card.withAction(add);
    }
    card.add(
        rows.isEmpty() ? new Paragraph(t("deal.of.contact.empty")) : DealLines.of(rows, stages));
    if (all.size() > SHOWN) {
      var more = new Button(t("deal.of.all", all.size()), _ -> DealNavigation.openOf(contact));
      more.addThemeVariants(ButtonVariant.TERTIARY);
      card.add(more);
    }
    place.removeAll();
    place.add(card);
  }

  /** With the company that they work for first. */
  private void create(Div place, ContactId contact, StageBook stages) {
    var start =
        DealData.builder()
            .ownerId(member.id())
            .stageId(stages.pipelines().getFirst().open().getFirst().kept());
    links.of(contact).stream()
        .filter(link -> link.data().current())
        .findFirst()
        .ifPresent(link -> start.companyId(link.companyId()));
    editor.createWith(contact, start.build(), _ -> fill(place, contact));
  }
}
