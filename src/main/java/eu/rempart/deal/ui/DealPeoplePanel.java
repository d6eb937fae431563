package eu.rempart.deal.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.contact.Contact;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.ContactRow;
import eu.rempart.contact.ContactService;
import eu.rempart.contact.ui.ContactNavigation;
import eu.rempart.deal.DealContact;
import eu.rempart.deal.DealContactRole;
import eu.rempart.deal.DealContactService;
import eu.rempart.deal.DealId;
import eu.rempart.shell.RelatedPanel;
import eu.rempart.shell.WayBack;
import eu.rempart.shell.field.ChoiceField;
import eu.rempart.shell.part.Avatar;
import eu.rempart.shell.part.Card;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.part.Notices;
import eu.rempart.shell.part.RecordPanel;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;

/** The people who take part in a deal, each with a role, on the deal's page. */
@org.springframework.stereotype.Component
@Order(10)
final class DealPeoplePanel implements RelatedPanel {

  private final DealContactService people;
  private final ContactService contacts;
  private final RecordPickers pickers;
  private final WayBack back;
  private final CurrentMember member;

  DealPeoplePanel(
      DealContactService people,
      ContactService contacts,
      RecordPickers pickers,
      WayBack back,
      CurrentMember member) {
    this.people = people;
    this.contacts = contacts;
    this.pickers = pickers;
    this.back = back;
    this.member = member;
  }

  @Override
  public String kind() {
    return "deal";
  }

  @Override
  public Component show(UUID id) {
    var place = new Div();
    place.addClassName("people-panel");
    fill(place, new DealId(id));
    return place;
  }

  private void fill(Div place, DealId deal) {
    Runnable changed = () -> fill(place, deal);
    List<DealContact> all = people.of(deal);
    var card = new Card(t("deal.people.title", all.size()));
    if (member.may(Right.WRITE_RECORDS, "deal")) {
      var add = new Button(t("deal.people.add"), Glyph.ADD.create(), _ -> add(deal, changed));
      add.addThemeVariants(ButtonVariant.TERTIARY);
      card.withAction(add);
    }
    if (all.isEmpty()) {
      card.add(new Paragraph(t("deal.people.empty")));
    } else {
      Map<ContactId, String> names =
          contacts.findAll(all.stream().map(DealContact::contactId).toList()).stream()
              .collect(Collectors.toMap(Contact::id, contact -> contact.data().displayName()));
      var list = new UnorderedList();
      list.addClassName("link-lines");
      all.forEach(
          person -> list.add(line(person, names.getOrDefault(person.contactId(), "…"), changed)));
      card.add(list);
    }
    place.removeAll();
    place.add(card);
  }

  private ListItem line(DealContact person, String name, Runnable changed) {
    var link = new Anchor(ContactNavigation.details(person.contactId()), name);
    link.getElement().setAttribute("router-link", true);
    var role = new Span(DealTexts.role(person.role()));
    role.addClassName("link-what");
    var words = new Div(link, role);
    words.addClassName("link-words");
    var item = new ListItem(new Avatar(name, Avatar.Shape.PERSON), words);
    if (member.may(Right.WRITE_RECORDS, "deal")) {
      item.add(
          button(Glyph.EDIT, t("deal.people.edit", name), () -> edit(person, name, changed)),
          button(Glyph.CLOSE, t("deal.people.remove", name), () -> remove(person, name, changed)));
    }
    return item;
  }

  private static Button button(Glyph glyph, String label, Runnable run) {
    var button = new Button(glyph.create(), _ -> run.run());
    button.addThemeVariants(ButtonVariant.TERTIARY);
    button.setAriaLabel(label);
    button.setTooltipText(label);
    return button;
  }

  private void add(DealId deal, Runnable changed) {
    ChoiceField<ContactRow> box = pickers.contact();
    box.setLabel(t("deal.people.contact"));
    box.setRequiredIndicatorVisible(true);
    Select<DealContactRole> role = roles();
    panel(
        t("deal.people.add"),
        new Div(box, role),
        () -> {
          if (box.isEmpty()) {
            return refuse(box, t("deal.people.required"));
          }
          try {
            people.add(deal, box.getValue().id(), role.getValue());
          } catch (DuplicateKeyException _) {
            return refuse(box, t("deal.people.duplicate"));
          } catch (DataIntegrityViolationException _) {
            return refuse(box, t("deal.people.gone"));
          }
          changed.run();
          return true;
        });
  }

  private static boolean refuse(ChoiceField<?> box, String message) {
    box.setErrorMessage(message);
    box.setInvalid(true);
    return false;
  }

  private void edit(DealContact person, String name, Runnable changed) {
    Select<DealContactRole> role = roles();
    role.setValue(person.role());
    panel(
        t("deal.people.edit", name),
        new Div(role),
        () -> {
          if (!people.save(person, role.getValue())) {
            Notices.error(t("deal.people.stale"));
          }
          changed.run();
          return true;
        });
  }

  private static Select<DealContactRole> roles() {
    var role = new Select<DealContactRole>();
    role.setLabel(t("deal_contact.field.role"));
    role.setItems(DealContactRole.values());
    role.setEmptySelectionAllowed(true);
    role.setItemLabelGenerator(DealTexts::role);
    return role;
  }

  private interface Saving {
    /** Whether it is done, so that the panel may close. */
    boolean save();
  }

  private static void panel(String title, Div form, Saving saving) {
    form.addClassNames("record-form", "link-form");
    var holder = new RecordPanel[1];
    holder[0] =
        new RecordPanel(
            title,
            form,
            t("deal.people.save"),
            () -> {
              if (saving.save()) {
                holder[0].done();
              }
            });
    holder[0].open();
  }

  private void remove(DealContact person, String name, Runnable changed) {
    UUID change = people.remove(person);
    changed.run();
    back.offer(t("deal.people.removed", name), change, changed);
  }
}
