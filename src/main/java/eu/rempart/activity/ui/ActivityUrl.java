package eu.rempart.activity.ui;

import com.vaadin.flow.router.QueryParameters;
import eu.rempart.activity.ActivityFilter;
import eu.rempart.activity.value.ActivityKind;
import eu.rempart.activity.value.ActivityPriority;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.company.CompanyId;
import eu.rempart.contact.ContactId;
import eu.rempart.deal.DealId;
import eu.rempart.search.rule.Rule;
import eu.rempart.shell.list.ListAddress;
import eu.rempart.shell.list.RecordQuery;
import eu.rempart.shell.list.SearchMemo;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the address of the list says: search text, filters, further conditions and order. */
record ActivityUrl(String text, ActivityFilter filter, Rule rule, Optional<RecordQuery.Sort> sort) {

  /**
   * Reads an address.
   *
   * @param me whose open activities an address asks for that says nothing
   */
  static ActivityUrl parse(QueryParameters parameters, SearchMemo memo, UUID me) {
    ListAddress address = ListAddress.parse(parameters, memo);
    var filter =
        new ActivityFilter(
            address.set("kind", ListAddress.choice(ActivityKind.class)),
            address.set("status", ListAddress.choice(ActivityStatus.class)),
            Boolean.TRUE.equals(address.flag("overdue")),
            address.set("priority", ListAddress.choice(ActivityPriority.class)),
            address.set("owner", ListAddress::uuid),
            address.set("attendee", ListAddress::uuid),
            ids(address, "contact", ContactId::new),
            ids(address, "company", CompanyId::new),
            ids(address, "deal", DealId::new),
            address.day("from"),
            address.day("to"),
            address.set("tag", ListAddress::uuid));
    boolean nothing =
        filter.equals(ActivityFilter.NONE) && address.text().isEmpty() && address.rule().isEmpty();
    return new ActivityUrl(
        address.text(),
        nothing && address.flag(ActivityNavigation.ALL) == null
            ? ActivityFilter.openOf(me)
            : filter,
        address.rule(),
        address.sort());
  }

  private static <T> Set<T> ids(ListAddress address, String key, Function<UUID, T> id) {
    return address.set(key, ListAddress::uuid).stream().map(id).collect(Collectors.toSet());
  }

  QueryParameters parameters(SearchMemo memo) {
    return ListAddress.of(text, sort, memo)
        .with("kind", filter.kinds())
        .with("status", filter.statuses())
        .with("overdue", filter.overdue() ? Boolean.TRUE : null)
        .with("priority", filter.priorities())
        .with("owner", filter.owners())
        .with("attendee", filter.attendees())
        .with("contact", filter.contacts())
        .with("company", filter.companies())
        .with("deal", filter.deals())
        .with("from", list(filter.from()))
        .with("to", list(filter.to()))
        .with("tag", filter.tags())
        .with(ActivityNavigation.ALL, filter.equals(ActivityFilter.NONE) ? Boolean.TRUE : null)
        .with(rule)
        .parameters();
  }

  private static List<LocalDate> list(@Nullable LocalDate day) {
    return day == null ? List.of() : List.of(day);
  }

  /** What is searched for is customer data. */
  @Override
  public String toString() {
    return "ActivityUrl[hidden]";
  }
}
