package eu.rempart.activity.meeting;

import eu.rempart.account.MemberNames;
import eu.rempart.activity.ical.InvitationFile.Person;
import eu.rempart.common.EmailEntry;
import eu.rempart.contact.Contact;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.ContactService;
import eu.rempart.mail.Recipient;
import eu.rempart.mail.Recipients;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Names and addresses of those who are asked to a meeting. */
@Component
class Guests {

  private final ContactService contacts;
  private final MemberNames members;
  private final Recipients recipients;

  Guests(ContactService contacts, MemberNames members, Recipients recipients) {
    this.contacts = contacts;
    this.members = members;
    this.recipients = recipients;
  }

  /** Somebody whom mail can reach. */
  record Guest(Attendee attendee, Person person) {}

  /** Those of these who have an address, in their order. */
  List<Guest> of(List<Attendee> all) {
    Map<ContactId, Contact> people =
        contacts
            .findAll(all.stream().flatMap(each -> Stream.ofNullable(each.contact())).toList())
            .stream()
            .collect(Collectors.toMap(Contact::id, Function.identity()));
    List<Guest> guests = new ArrayList<>();
    for (Attendee each : all) {
      person(each, people).ifPresent(person -> guests.add(new Guest(each, person)));
    }
    return guests;
  }

  private Optional<Person> person(Attendee attendee, Map<ContactId, Contact> people) {
    String partstat = attendee.answer().partstat();
    if (attendee.member() != null) {
      return member(attendee.member(), partstat);
    }
    if (attendee.contact() == null) {
      return Optional.ofNullable(attendee.address().orNull())
          .map(address -> new Person("", address, partstat));
    }
    Contact contact = people.get(attendee.contact());
    EmailEntry entry = contact == null ? null : contact.data().primaryEmail();
    return contact == null || entry == null
        ? Optional.empty()
        : Optional.of(new Person(contact.data().displayName(), entry.address().value(), partstat));
  }

  /** A member, if they have an address that opens. */
  Optional<Person> member(UUID member, String partstat) {
    return recipients
        .find(member)
        .map(Recipient::address)
        .map(address -> new Person(members.of(member).orElse(""), address, partstat));
  }
}
