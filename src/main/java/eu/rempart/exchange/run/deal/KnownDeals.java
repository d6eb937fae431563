package eu.rempart.exchange.run.deal;

import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.common.ExactName;
import eu.rempart.common.ExternalId;
import eu.rempart.company.CompanyId;
import eu.rempart.contact.ContactId;
import eu.rempart.deal.Deal;
import eu.rempart.deal.DealContactService;
import eu.rempart.deal.DealData;
import eu.rempart.deal.DealId;
import eu.rempart.deal.DealService;
import eu.rempart.deal.NamedDeals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The deals that are there and that some hundred rows may speak of. The key of the program that
 * wrote the file decides alone; without one it is the same name with the same company, and of
 * several the only one of the same amount and day, for whoever sees both.
 */
final class KnownDeals {

  private static final String OWN = "urn:uuid:";

  private final Map<DealId, Deal> deals;
  private final Map<String, List<Deal>> byKey = new HashMap<>();
  private final Map<String, List<DealId>> byName;
  private final Set<UUID> writable;
  private final Map<DealId, Set<ContactId>> people;
  private final boolean telling;

  private KnownDeals(
      Map<DealId, Deal> deals,
      Map<String, List<DealId>> byName,
      Set<UUID> writable,
      Map<DealId, Set<ContactId>> people,
      boolean telling) {
    this.deals = deals;
    this.byName = byName;
    this.writable = writable;
    this.people = people;
    this.telling = telling;
    for (Deal deal : deals.values()) {
      add(ExternalId.ours(deal.id().value()), deal);
      ExternalId.parse(deal.data().externalId()).forEach(key -> add(key, deal));
    }
  }

  private void add(ExternalId key, Deal deal) {
    byKey.computeIfAbsent(key.key(), _ -> new ArrayList<>(1)).add(deal);
  }

  /**
   * Reads them all at once.
   *
   * @param firms that the rows may mean
   */
  static KnownDeals read(
      Collection<DealData> rows,
      Collection<CompanyId> firms,
      DealService service,
      NamedDeals named,
      DealContactService people,
      Rights rights) {
    Set<String> keys = new HashSet<>();
    Set<String> names = new HashSet<>();
    Set<DealId> ids = new LinkedHashSet<>();
    for (DealData row : rows) {
      List<ExternalId> its = ExternalId.parse(row.externalId());
      its.forEach(key -> keys.add(key.key()));
      its.stream().filter(ExternalId::isOurs).forEach(key -> ids.addAll(own(key)));
      if (its.isEmpty() && row.name() != null) {
        names.add(row.name());
      }
    }
    Map<String, List<DealId>> byName = names.isEmpty() ? Map.of() : named.of(names, firms);
    ids.addAll(named.matching(keys));
    byName.values().forEach(ids::addAll);
    List<UUID> values = ids.stream().map(DealId::value).toList();
    return new KnownDeals(
        service.findAll(ids).stream().collect(Collectors.toMap(Deal::id, deal -> deal)),
        byName,
        new HashSet<>(rights.allowed(Right.WRITE_RECORDS, "deal", values)),
        people.contactsOf(ids),
        // to whom they are hidden all of one name look alike
        Collections.disjoint(rights.hidden("deal"), Set.of("amount", "expected_close")));
  }

  private static List<DealId> own(ExternalId key) {
    try {
      return List.of(new DealId(UUID.fromString(key.id().substring(OWN.length()))));
    } catch (IllegalArgumentException _) {
      return List.of();
    }
  }

  /** Those that the row means; more than one: a person must say which. */
  List<Deal> of(DealData row, List<CompanyId> firms) {
    List<ExternalId> keys = ExternalId.parse(row.externalId());
    if (!keys.isEmpty()) {
      return keys.stream()
          .flatMap(key -> byKey.getOrDefault(key.key(), List.of()).stream())
          .distinct()
          .toList();
    }
    List<Deal> alike = new ArrayList<>();
    for (DealId id :
        byName.getOrDefault(ExactName.of(Objects.toString(row.name(), "")), List.of())) {
      Deal deal = deals.get(id);
      if (deal != null && isOf(deal, firms)) {
        alike.add(deal);
      }
    }
    List<Deal> exact = alike.stream().filter(deal -> isExactly(deal.data(), row)).toList();
    return telling && exact.size() == 1 ? exact : alike;
  }

  private static boolean isOf(Deal deal, List<CompanyId> firms) {
    CompanyId company = deal.data().companyId();
    return company == null ? firms.isEmpty() : firms.contains(company);
  }

  private static boolean isExactly(DealData deal, DealData row) {
    BigDecimal had = deal.amount();
    BigDecimal has = row.amount();
    return (had == null) == (has == null)
        && (had == null || has == null || had.compareTo(has) == 0)
        && Objects.equals(deal.expectedClose(), row.expectedClose());
  }

  boolean isWritable(DealId id) {
    return writable.contains(id.value());
  }

  /** Who takes part in it already. */
  Set<ContactId> people(DealId id) {
    return people.getOrDefault(id, Set.of());
  }
}
