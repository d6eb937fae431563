package eu.rempart.activity.meeting;

import eu.rempart.contact.ContactId;
import java.util.List;
import java.util.UUID;

/**
 * Who is asked to a meeting, as somebody typed it, in the order in which they were added.
 *
 * @param members ids of members
 * @param addresses e-mail addresses that are nobody's record
 */
public record Attendees(List<ContactId> contacts, List<UUID> members, List<String> addresses) {

  public static final Attendees NONE = new Attendees(List.of(), List.of(), List.of());

  /** Most people that one meeting asks: this is no place for mailings. */
  public static final int MOST = 50;

  public Attendees {
    contacts = contacts.stream().distinct().toList();
    members = members.stream().distinct().toList();
    addresses = addresses.stream().distinct().toList();
  }

  public boolean isEmpty() {
    return count() == 0;
  }

  public int count() {
    return contacts.size() + members.size() + addresses.size();
  }

  /** Says nothing of the addresses: they are customer data. */
  @Override
  public String toString() {
    return "Attendees[" + count() + "]";
  }
}
