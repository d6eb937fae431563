package eu.rempart.privacy;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.common.custom.CustomValues;
import eu.rempart.common.proof.FreshProof;
import eu.rempart.common.proof.NeedsFreshProof;
import eu.rempart.common.proof.ProofPurpose;
import eu.rempart.contact.Contact;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.ContactService;
import eu.rempart.customfield.CustomFieldService;
import eu.rempart.db.Reason;
import eu.rempart.db.Writes;
import eu.rempart.privacy.pdf.PersonPdf;
import eu.rempart.privacy.trace.FormerTexts;
import eu.rempart.privacy.trace.PersonTrace;
import eu.rempart.privacy.trace.TraceFinder;
import eu.rempart.privacy.trace.TraceSearch;
import eu.rempart.privacy.trace.Treatment;
import eu.rempart.search.SearchIndex;
import eu.rempart.vault.event.SecurityEvent;
import eu.rempart.vault.event.SecurityEvent.Severity;
import eu.rempart.vault.event.SecurityEvents;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** The door to what the law gives a person. Every method needs a right. */
@Service
public class PrivacyService {

  private static final Logger log = LoggerFactory.getLogger(PrivacyService.class);

  static final String ERASURE = "erasure";

  private final PersonQueries queries;
  private final ErasedRecords erased;
  private final PersonPdf papers;
  private final ContactService contacts;
  private final CustomFieldService fields;
  private final TraceFinder traces;
  private final FormerTexts former;
  private final SearchIndex index;
  private final Writes writes;
  private final Rights rights;
  private final FreshProof proof;
  private final CurrentMember current;
  private final SecurityEvents events;
  private final ErasureThreads threads;
  private final Clock clock = Clock.systemUTC();

  PrivacyService(
      PersonQueries queries,
      ErasedRecords erased,
      PersonPdf papers,
      ContactService contacts,
      CustomFieldService fields,
      TraceFinder traces,
      FormerTexts former,
      SearchIndex index,
      Writes writes,
      Rights rights,
      FreshProof proof,
      CurrentMember current,
      SecurityEvents events,
      ErasureThreads threads) {
    this.queries = queries;
    this.erased = erased;
    this.papers = papers;
    this.contacts = contacts;
    this.fields = fields;
    this.traces = traces;
    this.former = former;
    this.index = index;
    this.writes = writes;
    this.rights = rights;
    this.proof = proof;
    this.current = current;
    this.events = events;
    this.threads = threads;
  }

  /** What is kept of a person; empty where there is no such contact among the live ones. */
  public Optional<PersonReport> report(ContactId id) {
    rights.require(Right.READ_RECORDS);
    return contacts
        .find(id)
        .map(_ -> new PersonReport(queries.occurrences(id.value()), queries.drafts(id.value())));
  }

  /**
   * Begins to look for a person in the records of others; empty where there is no such contact
   * among the live ones.
   */
  public Optional<TraceSearch> search(ContactId id) {
    rights.require(Right.READ_RECORDS);
    return contacts.find(id).map(_ -> traces.start(id.value()));
  }

  /**
   * All that is kept of a person, as JSON in UTF-8: their record and what belongs to it, and the
   * mails, documents, activities and quotes that are linked with them, as it is and as it was.
   */
  public byte[] copy(ContactId id) {
    requireWhole(id);
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("made_at", clock.instant().toString());
    Map<String, Set<UUID>> tied = traces.tied(id.value());
    Function<CustomValues, Map<String, String>> named =
        values -> fields.named(values, Locale.ENGLISH);
    content.put(
        "now",
        PersonCopy.rows(queries.now(id.value(), tied), List.of("created_at", "changed_at"), named));
    content.put(
        "before",
        PersonCopy.rows(
            queries.before(id.value(), tied), List.of("valid_from", "valid_to"), named));
    copied(id);
    return PersonCopy.json(content);
  }

  /** The same as a PDF, in the person's language. */
  public byte[] paper(ContactId id) {
    requireWhole(id);
    Optional<ContactData> person = contacts.find(id).map(Contact::data);
    Map<String, Set<UUID>> tied = traces.tied(id.value());
    byte[] pdf =
        papers.of(
            person.map(data -> data.name().full()).orElse(""),
            person.map(ContactData::language).orElse(null),
            clock.instant(),
            queries.now(id.value(), tied),
            queries.before(id.value(), tied),
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
   * the history and the index; and what was chosen of the records of others. Nobody brings them
   * back, and neither does a backup. In the background, since there may be thousands of these; it
   * is one transaction, of which a process that ends meanwhile leaves nothing.
   *
   * @param chosen what becomes of what a search found
   * @throws IllegalArgumentException if that may not become of it
   */
  @NeedsFreshProof(ProofPurpose.ERASURE)
  public ErasureJob start(ContactId id, Map<PersonTrace, Treatment> chosen) {
    rights.require(Right.PURGE_RECORDS);
    proof.require(ProofPurpose.ERASURE);
    Map<PersonTrace, Treatment> all = new LinkedHashMap<>(chosen); // the screen may go on choosing
    ErasureOrder.check(all);
    ErasureJob job = new ErasureJob(all.size());
    threads.start(() -> attempt(job, id, all));
    return job;
  }

  private void attempt(ErasureJob job, ContactId id, Map<PersonTrace, Treatment> chosen) {
    ErasureJob.State end = ErasureJob.State.FAILED;
    Certificate certificate = null;
    try {
      certificate = erase(id, chosen, job::step).orElse(null);
      end = certificate == null ? ErasureJob.State.GONE : ErasureJob.State.DONE;
    } catch (RuntimeException | Error e) {
      log.error("An erasure broke off", e);
    } finally {
      job.end(end, certificate);
    }
  }

  /** As {@link #start}, by the caller's thread; empty where there is no such person any more. */
  Optional<Certificate> erase(ContactId id, Map<PersonTrace, Treatment> chosen) {
    ErasureOrder.check(chosen);
    return erase(id, chosen, () -> {});
  }

  private Optional<Certificate> erase(
      ContactId id, Map<PersonTrace, Treatment> chosen, Runnable step) {
    rights.require(Right.PURGE_RECORDS);
    UUID by = current.id();
    Instant now = clock.instant();
    Optional<ErasureOrder.Done> done =
        writes.inTransaction(
            Reason.ofMany(ERASURE),
            change -> {
              ErasureOrder order = ErasureOrder.of(chosen, former, id.value(), step);
              Set<UUID> theirs = queries.ids(id.value());
              return queries
                  .erase(id.value(), order.json())
                  .map(counts -> new ErasureOrder.Done(order, theirs, counts));
            });
    boolean remembered = done.isEmpty() || remember(id, done.get());
    done.ifPresent(
        erasure -> {
          index.removed(PersonQueries.KIND, List.of(id.value()));
          erasure.order().gone().forEach(index::removed);
          events.record(
              SecurityEvent.of("privacy.erased", Severity.WARNING)
                  .member(by)
                  .with("record", id.toString()));
        });
    return done.map(erasure -> new Certificate(id.value(), now, by, erasure.rows(), remembered));
  }

  /** The person is gone by now: what fails here must not be told as if they were not. */
  private boolean remember(ContactId id, ErasureOrder.Done erasure) {
    try {
      erased.add(id.value(), erasure.order(), erasure.gone());
      return true;
    } catch (RuntimeException e) {
      log.error("who was erased could not be written down: a backup might bring them back", e);
      return false;
    }
  }
}
