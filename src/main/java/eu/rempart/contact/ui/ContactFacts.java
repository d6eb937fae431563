package eu.rempart.contact.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import eu.rempart.account.MemberNames;
import eu.rempart.common.Trace;
import eu.rempart.contact.Contact;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactField;
import eu.rempart.shell.custom.CustomBook;
import eu.rempart.shell.custom.CustomWords;
import eu.rempart.shell.field.Reach;
import eu.rempart.shell.part.Card;
import eu.rempart.shell.part.FieldList;
import eu.rempart.shell.part.RelativeTime;
import eu.rempart.shell.part.SealedMark;
import eu.rempart.shell.tag.TagBook;
import java.util.Map;
import java.util.UUID;

/** What is known of a contact, for reading. */
final class ContactFacts extends Div {

  private static final long serialVersionUID = 1L;

  private final transient Contact contact;
  private final transient Map<UUID, String> names;

  ContactFacts(Contact contact, MemberNames members, CustomBook custom) {
    this.contact = contact;
    this.names = members.all();
    addClassName("record-facts");
    ContactData data = contact.data();
    var reach = new FieldList();
    fill(reach, ContactField.EMAILS, Reach.emails(data.emails()));
    fill(reach, ContactField.PHONES, Reach.phones(data.phones()));
    fill(reach, ContactField.ADDRESSES, Reach.addresses(data.addresses()));
    if (!reach.getElement().getChildren().findAny().isPresent()) {
      add(new Card(t("contact.card.reach"), new Paragraph(t("contact.card.reach.empty"))));
    } else {
      add(new Card(t("contact.card.reach"), reach));
    }
    var about = new FieldList();
    fill(about, ContactField.SALUTATION);
    fill(about, ContactField.FIRST_NAME);
    fill(about, ContactField.LAST_NAME);
    fill(about, ContactField.BIRTHDAY);
    fill(about, ContactField.LANGUAGE);
    fill(about, ContactField.LAWFUL_BASIS);
    fill(about, ContactField.BASIS_SOURCE);
    fill(about, ContactField.BASIS_DATE);
    fill(about, ContactField.DESCRIPTION);
    fill(about, ContactField.EXTERNAL_ID);
    fill(about, ContactField.OWNER);
    own(about, custom);
    about.add(t("contact.created.at"), trace(contact.created()));
    about.add(t("contact.changed.at"), trace(contact.changed()));
    add(new Card(t("contact.card.about"), about));
  }

  private void fill(FieldList list, ContactField field, Component... values) {
    String code = contact.unopenable().get(field);
    if (code != null) {
      list.add(ContactTexts.label(field), new SealedMark(code));
    } else if (values.length > 0) {
      list.add(ContactTexts.label(field), values);
    }
  }

  private void fill(FieldList list, ContactField field) {
    String code = contact.unopenable().get(field);
    if (code != null) {
      list.add(ContactTexts.label(field), new SealedMark(code));
    } else {
      list.add(
          ContactTexts.label(field),
          ContactTexts.value(field, contact.data(), names, TagBook.EMPTY, CustomBook.EMPTY));
    }
  }

  private void own(FieldList list, CustomBook custom) {
    String code = contact.unopenable().get(ContactField.CUSTOM);
    if (code == null) {
      CustomWords.fill(list, custom, contact.data().custom());
    } else {
      list.add(ContactTexts.label(ContactField.CUSTOM), new SealedMark(code));
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
