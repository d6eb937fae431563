package eu.rempart.privacy;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.common.custom.CustomValues;
import eu.rempart.contact.Contact;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.ContactService;
import eu.rempart.customfield.CustomFieldService;
import eu.rempart.db.Reason;
import eu.rempart.db.Writes;
import eu.rempart.history.HistoryService;
import eu.rempart.history.RecordRef;
import eu.rempart.privacy.pdf.PersonPdf;
import eu.rempart.search.SearchIndex;
import eu.rempart.vault.event.SecurityEvent;
import eu.rempart.vault.event.SecurityEvent.Severity;
import eu.rempart.vault.event.SecurityEvents;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The door to what the law gives a person. Every method needs a right. */
@Service
public class PrivacyService {

  static final String ERASURE = "erasure";

  /** Records of each kind that the report names as mentioning the person. */
  private static final int MENTIONS = 20;

  private final PersonQueries queries;
  private final ErasedRecords erased;
  private final PersonPdf papers;
  private final ContactService contacts;
  private final CustomFieldService fields;
  private final HistoryService history;
  private final SearchIndex index;
  private final Writes writes;
  private final Rights rights;
  private final CurrentMember current;
  private final SecurityEvents events;
  private final Clock clock = Clock.systemUTC();

  PrivacyService(
      PersonQueries queries,
      ErasedRecords erased,
      PersonPdf papers,
      ContactService contacts,
      CustomFieldService fields,
      HistoryService history,
      SearchIndex index,
      Writes writes,
      Rights rights,
      CurrentMember current,
      SecurityEvents events) {
    this.queries = queries;
    this.erased = erased;
    this.papers = papers;
    this.contacts = contacts;
    this.fields = fields;
    this.history = history;
    this.index = index;
    this.writes = writes;
    this.rights = rights;
    this.current = current;
    this.events = events;
  }

  /** Where a person occurs; empty where there is no such contact among the live ones. */
  public Optional<PersonReport> report(ContactId id) {
    rights.require(Right.READ_RECORDS);
    return contacts
        .find(id)
        .map(
            contact ->
                new PersonReport(
                    queries.occurrences(id.value()),
                    queries.drafts(id.value()),
                    mentions(contact)));
  }

  private Map<RecordRef, String> mentions(Contact contact) {
    List<String> texts = new ArrayList<>();
    texts.add(contact.data().name().full());
    contact.data().emails().forEach(email -> texts.add(email.address().value()));
    Map<RecordRef, String> found = new LinkedHashMap<>();
    for (String text : texts) {
      index
          .everywhere(text, MENTIONS)
          .forEach((kind, ids) -> ids.forEach(each -> add(found, new RecordRef(kind, each))));
    }
    found.remove(new RecordRef(PersonQueries.KIND, contact.id().value()));
    // what has no name for whoever asks is nothing that they may read
    found.values().removeIf(String::isBlank);
    return found;
  }

  private void add(Map<RecordRef, String> found, RecordRef record) {
    found.computeIfAbsent(record, history::name);
  }

  /**
   * All that is kept of a person, as JSON in UTF-8: their record and what belongs to it, as it is
   * and as it was.
   */
  public byte[] copy(ContactId id) {
    requireWhole(id);
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("made_at", clock.instant().toString());
    Function<CustomValues, Map<String, String>> named =
        values -> fields.named(values, Locale.ENGLISH);
    content.put(
        "now",
        PersonCopy.rows(queries.now(id.value()), List.of("created_at", "changed_at"), named));
    content.put(
        "before",
        PersonCopy.rows(queries.before(id.value()), List.of("valid_from", "valid_to"), named));
    copied(id);
    return PersonCopy.json(content);
  }

  /** The same as a PDF, in the person's language. */
  public byte[] paper(ContactId id) {
    requireWhole(id);
    Optional<ContactData> person = contacts.find(id).map(Contact::data);
    byte[] pdf =
        papers.of(
            person.map(data -> data.name().full()).orElse(""),
            person.map(ContactData::language).orElse(null),
            clock.instant(),
            queries.now(id.value()),
            queries.before(id.value()),
            fields::named);
    copied(id);
    return pdf;
  }

  /** Who may not see a column can't hand out a copy: without it, it would not be all. */
  private void requireWhole(ContactId id) {
    rights.require(Right.EXPORT_RECORDS, PersonQueries.KIND, List.of(id.value()));
    for (String kind : PersonQueries.kinds()) {
      rights.requireColumns(kind, rights.hidden(kind));
    }
  }

  private void copied(ContactId id) {
    events.record(
        SecurityEvent.of("privacy.copy", Severity.NOTICE)
            .member(current.id())
            .with("record", id.toString()));
  }

  /**
   * Erases a person: record, links, notes and whatever else belongs to it, in the lists, the bin,
   * the history and the index. Nobody brings them back, and neither does a backup.
   *
   * @return empty where there is no such person any more
   */
  public Optional<Certificate> erase(ContactId id) {
    rights.require(Right.PURGE_RECORDS);
    UUID by = current.id();
    Instant now = clock.instant();
    Optional<Certificate> certificate =
        writes
            .inTransaction(new Reason(ERASURE), change -> queries.erase(id.value()))
            .map(
                counts ->
                    new Certificate(
                        id.value(),
                        now,
                        by,
                        JsonMapper.shared()
                            .readValue(counts, new TypeReference<Map<String, Integer>>() {})));
    if (certificate.isPresent()) {
      erased.add(id.value());
      index.removed(PersonQueries.KIND, List.of(id.value()));
      events.record(
          SecurityEvent.of("privacy.erased", Severity.WARNING)
              .member(by)
              .with("record", id.toString()));
    }
    return certificate;
  }
}
