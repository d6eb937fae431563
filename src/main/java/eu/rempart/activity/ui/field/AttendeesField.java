package eu.rempart.activity.ui.field;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox.AutoExpandMode;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import eu.rempart.activity.meeting.Attendees;
import eu.rempart.common.EmailAddress;
import eu.rempart.contact.ContactId;
import eu.rempart.shell.field.ChoicesField;
import eu.rempart.shell.field.FormParts;
import eu.rempart.shell.field.Keyboard;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Chooses who is asked to a meeting: contacts and members by name, others by their address. */
public final class AttendeesField extends Composite<Div> {

  private static final long serialVersionUID = 1L;
  private static final int PAUSE_MILLIS = 400;

  private final transient LinkedRecords records;
  private final transient Map<UUID, String> names;
  private final ChoicesField<Linked> contacts =
      new ChoicesField<>(t("activity.attendees.contacts"));
  private final ChoicesField<UUID> members = new ChoicesField<>(t("activity.attendees.members"));
  private final TextField addresses = new TextField(t("activity.attendees.addresses"));
  private final Checkbox invite = new Checkbox(t("activity.attendees.invite"));
  private transient Runnable listener = () -> {};

  /**
   * An empty field.
   *
   * @param names of members who may be asked
   */
  public AttendeesField(LinkedRecords records, Map<UUID, String> names) {
    this.records = records;
    this.names = names;
    contacts.setItems(
        query ->
            records.findContacts(
                query.getFilter().orElse(""), query.getOffset(), query.getLimit()));
    contacts.setItemLabelGenerator(Linked::name);
    contacts.setRenderer(Linked.lines());
    contacts.setAutoExpand(AutoExpandMode.VERTICAL);
    members.setItems(names.keySet());
    members.setItemLabelGenerator(id -> names.getOrDefault(id, "…"));
    members.setAutoExpand(AutoExpandMode.VERTICAL);
    addresses.setHelperText(t("activity.attendees.addresses.hint"));
    Keyboard.EMAIL.of(addresses);
    addresses.setValueChangeMode(ValueChangeMode.LAZY);
    addresses.setValueChangeTimeout(PAUSE_MILLIS);
    Stream.of(contacts, members).forEach(box -> box.addValueChangeListener(_ -> changed()));
    addresses.addValueChangeListener(_ -> changed());
    invite.addValueChangeListener(_ -> listener.run());
    getContent().addClassName("activity-links");
    getContent().add(contacts, members, addresses, invite);
    FormParts.title(getContent(), t("activity.field.attendees"));
    invite.setVisible(false);
  }

  private void changed() {
    addresses.setInvalid(false);
    listener.run();
  }

  public void onChange(Runnable changed) {
    listener = changed;
  }

  /** Lets invitations be sent, where there is a mail server. */
  public void offerInvitations(boolean offered) {
    invite.setVisible(offered);
  }

  public void show(Attendees asked, boolean invited) {
    contacts.setValue(records.contacts(asked.contacts()));
    members.setValue(asked.members().stream().filter(names::containsKey).toList());
    addresses.setValue(String.join(", ", asked.addresses()));
    invite.setValue(invited);
  }

  public boolean invites() {
    return invite.getValue();
  }

  /** What is typed, whatever it is. */
  public Attendees value() {
    return new Attendees(
        contacts.getValue().stream().map(Linked::id).map(ContactId::new).toList(),
        List.copyOf(members.getValue()),
        texts()
            .map(text -> EmailAddress.parse(text).map(EmailAddress::value).orElse(text))
            .toList());
  }

  private Stream<String> texts() {
    return Arrays.stream(addresses.getValue().split("[,;\\s]+", -1))
        .filter(text -> !text.isEmpty());
  }

  /** Whether it can be kept; else the field says what is wrong. */
  public boolean check() {
    Optional<String> wrong = texts().filter(text -> EmailAddress.parse(text).isEmpty()).findFirst();
    if (wrong.isPresent()) {
      addresses.setErrorMessage(t("activity.attendees.wrong", wrong.get()));
    } else if (value().count() > Attendees.MOST) {
      addresses.setErrorMessage(t("activity.attendees.many", Attendees.MOST));
    } else {
      return true;
    }
    addresses.setInvalid(true);
    addresses.focus();
    return false;
  }
}
