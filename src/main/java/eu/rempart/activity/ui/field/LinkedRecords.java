package eu.rempart.activity.ui.field;

import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.ActivityRow;
import eu.rempart.common.EmailEntry;
import eu.rempart.company.CompanyColumn;
import eu.rempart.company.CompanyId;
import eu.rempart.company.CompanyQuery;
import eu.rempart.company.CompanyService;
import eu.rempart.contact.ContactColumn;
import eu.rempart.contact.ContactFilter;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.ContactQuery;
import eu.rempart.contact.ContactRow;
import eu.rempart.contact.ContactService;
import eu.rempart.deal.DealColumn;
import eu.rempart.deal.DealId;
import eu.rempart.deal.DealQuery;
import eu.rempart.deal.DealService;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Names of what activities are about, a query for each kind and page; and choices by a text. */
@Component
public final class LinkedRecords {

  private final ContactService contacts;
  private final CompanyService companies;
  private final DealService deals;

  LinkedRecords(ContactService contacts, CompanyService companies, DealService deals) {
    this.contacts = contacts;
    this.companies = companies;
    this.deals = deals;
  }

  public List<Linked> contacts(Collection<ContactId> ids) {
    return ids.isEmpty()
        ? List.of()
        : contacts.rows(List.copyOf(ids), Set.of(ContactColumn.NAME)).stream()
            .map(row -> linked(row.id().value(), row.shown().displayName()))
            .toList();
  }

  public List<Linked> companies(Collection<CompanyId> ids) {
    return ids.isEmpty()
        ? List.of()
        : companies.rows(List.copyOf(ids), Set.of(CompanyColumn.NAME)).stream()
            .map(row -> linked(row.id().value(), row.shown().name()))
            .toList();
  }

  public List<Linked> deals(Collection<DealId> ids) {
    return ids.isEmpty()
        ? List.of()
        : deals.rows(List.copyOf(ids), Set.of(DealColumn.NAME)).stream()
            .map(row -> linked(row.id().value(), row.shown().name()))
            .toList();
  }

  /** Names by id of all that these rows are about. */
  public Map<UUID, String> names(Collection<ActivityRow> rows) {
    Map<UUID, String> names = new HashMap<>();
    Stream.of(
            contacts(ids(rows, ActivityLinks::contacts)),
            companies(ids(rows, ActivityLinks::companies)),
            deals(ids(rows, ActivityLinks::deals)))
        .flatMap(List::stream)
        .forEach(linked -> names.put(linked.id(), linked.name()));
    return names;
  }

  private static <I> List<I> ids(
      Collection<ActivityRow> rows, Function<ActivityLinks, List<I>> side) {
    return rows.stream().flatMap(row -> side.apply(row.links()).stream()).distinct().toList();
  }

  public Stream<Linked> findContacts(String text, int offset, int limit) {
    return contacts.page(withDetail(text), offset, limit).rows().stream()
        .map(
            row ->
                new Linked(
                    row.id().value(),
                    linked(row.id().value(), row.shown().displayName()).name(),
                    detail(row)));
  }

  private static ContactQuery withDetail(String text) {
    return new ContactQuery(
        text.strip(),
        ContactFilter.NONE,
        ContactColumn.NAME,
        false,
        Set.of(ContactColumn.NAME, ContactColumn.COMPANY, ContactColumn.EMAIL));
  }

  /** Where somebody works, and how they are written to. */
  private static String detail(ContactRow row) {
    return Stream.concat(
            Stream.ofNullable(row.company()).map(ContactRow.Employer::name),
            row.shown().emails().stream()
                .sorted(Comparator.comparing(EmailEntry::primary).reversed())
                .limit(1)
                .map(email -> email.address().value()))
        .filter(part -> !part.isBlank() && !part.equals(row.shown().displayName()))
        .collect(Collectors.joining(" · "));
  }

  Stream<Linked> findCompanies(String text, int offset, int limit) {
    return companies.page(CompanyQuery.named(text), offset, limit).rows().stream()
        .map(row -> linked(row.id().value(), row.shown().name()));
  }

  Stream<Linked> findDeals(String text, int offset, int limit) {
    return deals.page(DealQuery.named(text), offset, limit).rows().stream()
        .map(row -> linked(row.id().value(), row.shown().name()));
  }

  private static Linked linked(UUID id, @Nullable String name) {
    String shown = Objects.requireNonNullElse(name, "");
    return new Linked(id, shown.isBlank() ? "…" : shown);
  }
}
