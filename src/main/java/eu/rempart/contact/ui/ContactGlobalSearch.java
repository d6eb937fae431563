package eu.rempart.contact.ui;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.contact.ContactColumn;
import eu.rempart.contact.ContactFilter;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.ContactQuery;
import eu.rempart.contact.ContactRow;
import eu.rempart.contact.ContactService;
import eu.rempart.shell.GlobalSearch;
import eu.rempart.shell.RecordHits;
import eu.rempart.shell.list.RecordCard;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** People in the search box of every page. */
@Component
@Order(10)
class ContactGlobalSearch implements GlobalSearch, RecordHits {

  private final ContactService contacts;
  private final CurrentMember member;

  ContactGlobalSearch(ContactService contacts, CurrentMember member) {
    this.contacts = contacts;
    this.member = member;
  }

  @Override
  public List<Group> find(String query, int limit) {
    if (!member.may(Right.READ_RECORDS, "contact") || !contacts.indexState().ready()) {
      return List.of();
    }
    List<ContactRow> rows =
        contacts
            .page(
                new ContactQuery(
                    query,
                    ContactFilter.NONE,
                    ContactColumn.NAME,
                    false,
                    EnumSet.of(ContactColumn.NAME, ContactColumn.COMPANY)),
                0,
                limit)
            .rows();
    String all = ContactNavigation.found(query);
    return rows.isEmpty()
        ? List.of()
        : List.of(new Group("contact.list.title", rows.stream().map(this::hit).toList(), all));
  }

  @Override
  public String kind() {
    return "contact";
  }

  @Override
  public Map<UUID, Hit> hits(List<UUID> ids) {
    Map<UUID, Hit> hits = new HashMap<>();
    contacts
        .rows(
            ids.stream().map(ContactId::new).toList(),
            EnumSet.of(ContactColumn.NAME, ContactColumn.COMPANY))
        .forEach(row -> hits.put(row.id().value(), hit(row)));
    return hits;
  }

  private Hit hit(ContactRow row) {
    RecordCard card = ContactRows.card(row);
    return new Hit(card.title(), card.subtitle(), card.route(), card.picture());
  }
}
