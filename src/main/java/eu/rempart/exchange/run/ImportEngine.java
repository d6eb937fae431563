package eu.rempart.exchange.run;

import eu.rempart.company.Company;
import eu.rempart.company.CompanyId;
import eu.rempart.company.CompanyService;
import eu.rempart.contact.Contact;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.ContactService;
import eu.rempart.contact.LinkService;
import eu.rempart.contact.photo.PhotoService;
import eu.rempart.customfield.CustomFieldService;
import eu.rempart.exchange.format.ImportSource;
import eu.rempart.exchange.format.ImportedPerson;
import eu.rempart.exchange.format.ImportedRow;
import eu.rempart.exchange.format.ImportedRows;
import eu.rempart.exchange.run.match.Candidates;
import eu.rempart.exchange.run.match.FileMemory;
import eu.rempart.exchange.run.match.FileTags;
import eu.rempart.exchange.run.match.Matcher;
import eu.rempart.exchange.run.match.Sought;
import eu.rempart.exchange.run.result.RowResult;
import eu.rempart.tag.TagService;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Takes the rows of a file one after the other, decides what becomes of each, and hands batches to
 * a sink: the same for a preview and for the real thing. Reading and deciding go on beside the
 * writing, on a second thread. For one file.
 */
final class ImportEngine {

  private static final int BATCH_ROWS = 500;

  /** Bytes of photos that a batch may hold, and the next one beside it: 32 MB. */
  private static final int BATCH_PHOTOS = 32 << 20;

  private final CompanyService companies;
  private final ContactService contacts;
  private final LinkService links;
  private final PhotoService photos;
  private final FileTags tags;
  private final FileCustoms customs;
  private final Matcher matcher;
  private final Decider decider;
  private final Sink sink;
  private final Function<Runnable, Thread> beside;

  ImportEngine(
      CompanyService companies,
      ContactService contacts,
      LinkService links,
      PhotoService photos,
      TagService tags,
      CustomFieldService fields,
      ImportSource source,
      MatchPolicy policy,
      Sink sink,
      Function<Runnable, Thread> beside) {
    this.companies = companies;
    this.contacts = contacts;
    this.links = links;
    this.photos = photos;
    FileMemory memory = new FileMemory();
    this.tags = new FileTags(tags::all);
    this.customs = new FileCustoms(fields::all);
    this.matcher = new Matcher(companies, contacts, memory, source, policy, this.tags);
    this.decider = new Decider(memory, source, policy);
    this.sink = sink;
    this.beside = beside;
  }

  /**
   * Runs to the end of the file.
   *
   * @param job asked between batches whether it was cancelled, and told how far this is
   * @param results gets every row in order, with what became of it
   * @throws CancellationException once the job was cancelled
   * @throws eu.rempart.exchange.format.UnreadableFileException if the file breaks off
   */
  void run(ImportedRows rows, ImportJob job, Consumer<RowResult> results) {
    try (Ahead<Decided> ahead = new Ahead<>(() -> nextBatch(rows), beside)) {
      Optional<Decided> next = ahead.take();
      while (next.isPresent()) {
        Decided decided = next.get();
        if (job.isCancelled()) {
          throw new CancellationException("the import was cancelled");
        }
        settle(decided, job, results);
        job.tally().readTo(decided.bytesRead());
        job.progressed();
        next = ahead.take();
      }
    }
  }

  /**
   * Some hundred rows, and what is to become of them. Reads the records that they may speak of,
   * beside the transaction: the index doesn't know what that has written either.
   */
  private Optional<Decided> nextBatch(ImportedRows rows) {
    List<ImportedRow> next = new ArrayList<>(BATCH_ROWS);
    customs.nextBatch();
    int photoBytes = 0;
    while (next.size() < BATCH_ROWS && photoBytes < BATCH_PHOTOS && rows.hasNext()) {
      ImportedRow row = customs.told(rows.next());
      photoBytes += bytesOfPhoto(row);
      next.add(row);
    }
    if (next.isEmpty()) {
      return Optional.empty();
    }
    List<Sought> sought = matcher.seek(next);
    Candidates known = read(sought);
    Batch batch = new Batch();
    batch.newTags.putAll(tags.takeNew());
    List<Decision> decisions =
        sought.stream().map(row -> decider.decide(row, known, batch)).toList();
    return Optional.of(new Decided(decisions, batch, rows.bytesRead()));
  }

  private Candidates read(List<Sought> sought) {
    Set<ContactId> people = new LinkedHashSet<>();
    Set<CompanyId> firms = new LinkedHashSet<>();
    for (Sought row : sought) {
      people.addAll(row.people());
      for (int i = 0; i < row.firms().size(); i++) {
        if (Candidates.needsReading(row.companies().get(i))) {
          firms.addAll(row.firms().get(i));
        }
      }
    }
    return new Candidates(
        contacts.findAll(people).stream().collect(Collectors.toMap(Contact::id, c -> c)),
        companies.findAll(firms).stream().collect(Collectors.toMap(Company::id, c -> c)));
  }

  /** On the thread that has the transaction. */
  private void settle(Decided decided, ImportJob job, Consumer<RowResult> results) {
    load(decided.decisions(), decided.batch());
    Batch.Missed missed = decided.batch().write(sink);
    for (Decision decision : decided.decisions()) {
      RowResult result = decision.result(missed);
      job.tally().add(result.outcome());
      results.accept(result);
    }
  }

  /** Rows in their order, the batch that they fill, and how far the file was read. */
  private record Decided(List<Decision> decisions, Batch batch, long bytesRead) {}

  private static int bytesOfPhoto(ImportedRow row) {
    ImportedPerson person = row.person();
    byte[] photo = person == null ? null : person.photo();
    return photo == null ? 0 : photo.length;
  }

  /** Reads the records that are to be updated, all at once, and works out what changes. */
  private void load(List<Decision> decisions, Batch batch) {
    Map<ContactId, Contact> people =
        contacts
            .findAll(
                decisions.stream().flatMap(d -> Optional.ofNullable(d.contact).stream()).toList())
            .stream()
            .collect(Collectors.toMap(Contact::id, c -> c));
    Map<CompanyId, Company> firms =
        companies
            .findAll(
                decisions.stream().flatMap(d -> Optional.ofNullable(d.company).stream()).toList())
            .stream()
            .collect(Collectors.toMap(Company::id, c -> c));
    Map<ContactId, Set<CompanyId>> linked = links.companiesOf(people.keySet());
    Set<ContactId> withPhoto =
        decisions.stream().anyMatch(d -> d.contact != null && d.photo() != null)
            ? photos.having(people.keySet())
            : Set.of();
    for (Decision decision : decisions) {
      decision.settle(people, withPhoto, firms, linked, batch);
    }
  }
}
