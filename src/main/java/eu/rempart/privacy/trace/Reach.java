package eu.rempart.privacy.trace;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The records that are looked at: what is linked with a person, or with a company or a deal of
 * theirs, now or formerly.
 *
 * @param records ids by kind
 * @param mails ids of the mails with the person, wherever these lie
 * @param tied those of the records that are linked with the person, by kind
 */
record Reach(Map<String, Set<UUID>> records, Set<UUID> mails, Map<String, Set<UUID>> tied) {

  private static final String CONTACT = "contact_id";

  static Reach of(TraceQueries queries, UUID person) {
    Set<UUID> one = Set.of(person);
    Set<UUID> companies = queries.ids("contact_company", "company_id", CONTACT, one);
    Set<UUID> deals = queries.ids("deal_contact", "deal_id", CONTACT, one);
    deals.addAll(queries.ids("deal", "id", "company_id", companies));
    Set<UUID> mails = queries.ids("email", "mail_id", CONTACT, one);
    Map<String, Set<UUID>> tied = tied(queries, person, mails);

    Map<String, Set<UUID>> records = new LinkedHashMap<>();
    tied.forEach((kind, ids) -> records.put(kind, new LinkedHashSet<>(ids)));
    records.put("company", companies);
    records.put("deal", deals);
    add(records, "contact", queries.ids("contact_company", CONTACT, "company_id", companies));
    add(records, "contact", queries.ids("deal_contact", CONTACT, "deal_id", deals));
    for (String kind : List.of("note", "email", "quote")) {
      add(records, kind, queries.ids(kind, "id", "company_id", companies));
      add(records, kind, queries.ids(kind, "id", "deal_id", deals));
    }
    add(records, "document", queries.ids("document_link", "document_id", "company_id", companies));
    add(records, "document", queries.ids("document_link", "document_id", "deal_id", deals));
    add(
        records,
        "activity",
        queries.ids("activity_company", "activity_id", "company_id", companies));
    add(records, "activity", queries.ids("activity_deal", "activity_id", "deal_id", deals));
    add(records, PersonTrace.ATTENDEE, queries.asked());
    records.getOrDefault("contact", new LinkedHashSet<>()).remove(person);
    return new Reach(records, mails, tied);
  }

  /** What is linked with the person, but not theirs alone, by kind. */
  static Map<String, Set<UUID>> tied(TraceQueries queries, UUID person) {
    return tied(queries, person, queries.ids("email", "mail_id", CONTACT, Set.of(person)));
  }

  private static Map<String, Set<UUID>> tied(TraceQueries queries, UUID person, Set<UUID> mails) {
    Set<UUID> one = Set.of(person);
    Map<String, Set<UUID>> tied = new LinkedHashMap<>();
    tied.put("contact", queries.merged(person));
    Set<UUID> elsewhere = queries.ids("email", "id", "mail_id", mails);
    elsewhere.removeAll(queries.ids("email", "id", CONTACT, one));
    tied.put("email", elsewhere);
    tied.put("document", queries.ids("document_link", "document_id", CONTACT, one));
    Set<UUID> activities = queries.ids("activity_contact", "activity_id", CONTACT, one);
    activities.addAll(queries.ids(PersonTrace.ATTENDEE, "activity_id", CONTACT, one));
    tied.put("activity", activities);
    tied.put("quote", queries.ids("quote", "id", CONTACT, one));
    return tied;
  }

  private static void add(Map<String, Set<UUID>> records, String kind, Set<UUID> ids) {
    records.computeIfAbsent(kind, each -> new LinkedHashSet<>()).addAll(ids);
  }

  boolean isTied(String kind, UUID id) {
    return tied.getOrDefault(kind, Set.of()).contains(id);
  }

  int size() {
    return records.values().stream().mapToInt(Set::size).sum();
  }
}
